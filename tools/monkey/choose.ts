/** A monkey's next action: pure, from its view and the things beside the phone. Weights make actions likely, none is impossible. */
import { pick, type Random, type Weighted } from './random.ts'
import { type Control, type View, words } from './view.ts'

export interface Surroundings {
  readonly online: boolean
  /** Which card is at the phone. */
  readonly held: 'none' | 'own' | 'other'
  /** A service worker would answer a reload without a network. */
  readonly opensOffline: boolean
  /** Seconds that the sandbox's clock is ahead of where it began. */
  readonly clockSeconds: number
}

export type Entry = 'right' | 'wrong' | 'odd'

export type Action =
  | { readonly type: 'press'; readonly control: Control }
  | { readonly type: 'tick'; readonly control: Control }
  | { readonly type: 'fill'; readonly control: Control; readonly entry: Entry }
  | { readonly type: 'enter-key'; readonly control: Control }
  | { readonly type: 'back' | 'reload' | 'second-window' | 'ask-login' }
  | { readonly type: 'offline' | 'online' }
  | { readonly type: 'clock'; readonly seconds: number }
  | { readonly type: 'hold'; readonly card: 'own' | 'other' }
  | { readonly type: 'take-away' | 'new-card' | 'suspend' }

const day = 24 * 3600
/** Seconds; weights say how often. */
const jumps: readonly Weighted<number>[] = [
  { weight: 6, what: 900 },
  { weight: 3, what: 3600 },
  { weight: 2, what: 10 * 3600 },
  { weight: 1, what: day },
  { weight: 0.4, what: 31 * day },
  { weight: 1.5, what: -600 },
  { weight: 1, what: -3 * 3600 },
  { weight: 0.6, what: -10 * 3600 },
]
/** A card lives for five years, and is not valid before it was made. */
const clockRange = { from: -12 * 3600, to: 400 * day }

const wantsCard = /カードをスマホに当てて|マイナンバーカードの読み取り|Hold the card|Reading your/
const cardIsLost = /カードのパスワードがロック|暗証番号がロックされています|is locked/

/** Controls that lead on in a procedure: without a liking for them no procedure would ever end. */
const leadsOn =
  /^(次へ|はじめる|続ける|同意して次へ|申請する|登録|失効する|削除する|同じ番号です|ログインする|追加をはじめる|続きから|手続きを続ける|スマホ用電子証明書を申請|利用再開|撮影をはじめる|動かしました|Appleウォレット|読み取り開始|もう一度|この画面で|Next|Begin|Go on|Agree|Apply|Register|Revoke$|Delete it|It is the same|Log in|Start|Add|I moved|Read again|Send again|Use it here)/

function pressWeight(name: string): number {
  if (leadsOn.test(name)) return 40
  if (words.back.test(name) || words.home.test(name)) return 2
  if (words.help.test(name)) return 1
  if (words.menu.test(name)) return 5
  if (/^(日本語|English)$/.test(name)) return 0.5
  if (/入力内容を|what I typed/.test(name)) return 1
  return 8
}

function ofControl(control: Control, empty: boolean): Weighted<Action>[] {
  switch (control.kind) {
    case 'button':
      return [{ weight: pressWeight(control.name), what: { type: 'press', control } }]
    case 'choice':
      return [{ weight: 0.5, what: { type: 'press', control } }]
    case 'disclosure':
      return [{ weight: 1, what: { type: 'press', control } }]
    case 'check':
      return [{ weight: control.checked === true ? 1 : 20, what: { type: 'tick', control } }]
    case 'field':
      return [
        { weight: empty ? 40 : 6, what: { type: 'fill', control, entry: 'right' } },
        { weight: 4, what: { type: 'fill', control, entry: 'wrong' } },
        { weight: 3, what: { type: 'fill', control, entry: 'odd' } },
        { weight: 3, what: { type: 'enter-key', control } },
      ]
    default:
      return [] // a link leads out of the app, to a telephone or to a form
  }
}

/** Actions with the things beside the phone, and with the phone itself. */
function ofSurroundings(view: View, around: Surroundings): Weighted<Action>[] {
  const { online, held, opensOffline, clockSeconds } = around
  const wanted = wantsCard.test(view.heading)
  const lost = view.alerts.some((alert) => cardIsLost.test(alert))
  return [
    { weight: 1.2, what: { type: 'back' } },
    { weight: online || opensOffline ? 0.8 : 0, what: { type: 'reload' } },
    { weight: online ? 0.3 : 0, what: { type: 'second-window' } },
    { weight: online ? 0.5 : 0, what: { type: 'ask-login' } },
    { weight: online ? 0.6 : 0, what: { type: 'offline' } },
    { weight: online ? 0 : 15, what: { type: 'online' } },
    { weight: wanted && held !== 'own' ? 90 : 0.2, what: { type: 'hold', card: 'own' } },
    { weight: wanted ? 3 : 0.1, what: { type: 'hold', card: 'other' } },
    { weight: held === 'none' ? 0 : wanted ? 4 : 3, what: { type: 'take-away' } },
    { weight: lost ? 30 : 0.1, what: { type: 'new-card' } },
    { weight: online ? 0.15 : 0, what: { type: 'suspend' } },
    ...jumps.flatMap(({ weight, what: seconds }): Weighted<Action>[] => {
      const then = clockSeconds + seconds
      const possible = then >= clockRange.from && then <= clockRange.to
      return possible ? [{ weight: weight / 8, what: { type: 'clock', seconds } }] : []
    }),
  ]
}

/** @param filled names of the fields that have something in them since the screen came */
export function choices(
  view: View,
  around: Surroundings,
  filled: ReadonlySet<string>,
): Weighted<Action>[] {
  const empty = view.controls.some(({ field }) => field !== undefined && !filled.has(field))
  return [
    ...view.controls.flatMap((control) => {
      const own = ofControl(control, !filled.has(control.field ?? ''))
      // With a field still empty, pressing on is rare.
      const later = empty && control.kind === 'button'
      return later ? own.map(({ weight, what }) => ({ weight: weight / 4, what })) : own
    }),
    ...ofSurroundings(view, around),
  ]
}

export const choose = (
  random: Random,
  view: View,
  around: Surroundings,
  filled: ReadonlySet<string>,
): Action | undefined => pick(random, choices(view, around, filled))

/** For the list of actions; no secret in it. */
export function described(action: Action): string {
  switch (action.type) {
    case 'press':
      return `press 「${action.control.name.slice(0, 50)}」`
    case 'tick':
      return `${action.control.checked === true ? 'untick' : 'tick'} 「${action.control.name.slice(0, 30)}」`
    case 'fill':
      return `fill ${action.control.field} (${action.entry})`
    case 'enter-key':
      return `Enter in ${action.control.field}`
    case 'clock':
      return `clock ${action.seconds > 0 ? '+' : ''}${action.seconds} s`
    case 'hold':
      return `hold the ${action.card} card`
    default:
      return action.type
  }
}
