/** One monkey with one face of the app in its hands: chooses, acts, looks, and says what is wrong. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { Browser } from 'playwright-core'
import { type PhoneInHand, takePhone } from '../running-app/phone-in-hand.ts'
import type { Card, Sandbox } from '../running-app/sandbox.ts'
import { choose, described } from './choose.ts'
import { type Hands, hands, type SandboxTime } from './hands.ts'
import { type Kept, readKept, secretsIn, type Tries, triesGoneUp, triesOf } from './kept.ts'
import { difference, heldByAll } from './known.ts'
import { completed } from './procedures.ts'
import { randomOf } from './random.ts'
import { buttonCalled, fingerprint, type View, words } from './view.ts'
import { settled, wayOut } from './way-out.ts'

interface Problem {
  readonly what: string
  /** The last that were done, oldest first. */
  readonly actions: readonly string[]
  readonly screenshot: string
}

export interface Result {
  readonly face: PhonePlatform
  readonly actions: number
  /** The control was gone before the finger was there. */
  readonly missed: number
  readonly states: number
  /** By procedure. */
  readonly completed: ReadonlyMap<string, number>
  readonly problems: readonly Problem[]
}

export interface Monkey {
  /** @param number of the action, counted over all faces */
  readonly step: (number: number) => Promise<void>
  /** The last look: everything that was accepted is known. */
  readonly finish: () => Promise<void>
  readonly result: () => Result
}

/** Messages of a browser without a network, which are no fault of the page. */
const withoutNetwork =
  /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_NETWORK_IO_SUSPENDED|WebSocket connection to/
const remembered = 40
const lookAtAuthority = 40
/** Milliseconds until a phone has heard of a change by the authority. */
const patience = 30_000

const pictures = join(import.meta.dirname, '../../test-results/monkey')

export async function monkey(options: {
  readonly chromium: Browser
  readonly sandbox: Sandbox
  readonly time: SandboxTime
  readonly face: PhonePlatform
  readonly seed: number
  /** All the cards there are, of all monkeys. */
  readonly cards: Card[]
}): Promise<Monkey> {
  const { chromium, sandbox, time, face, seed, cards } = options
  const done: string[] = []
  const states = new Set<string>()
  const counts = new Map<string, number>()
  const problems: Problem[] = []
  /** Of phones that were laid aside after a problem. */
  const forgotten = new Set<string>()
  let actions = 0
  let missed = 0
  let phone: PhoneInHand
  let own: Hands
  let view: View
  let heardOf = 0
  let tries: Tries = new Map()
  let rightTyped = false

  const begin = async () => {
    const card = await sandbox.newCard()
    cards.push(card)
    phone = await takePhone(chromium, sandbox, { platform: face })
    own = hands({
      phone,
      sandbox,
      time,
      own: card,
      other: () => cards.find((one) => one.id !== own.card().id) ?? card,
      onNewCard: (fresh) => cards.push(fresh),
    })
    heardOf = 0
    tries = new Map()
    view = await settled(phone.page)
  }

  const complain = async (what: string) => {
    console.error(`${face} ${actions}: ${what}`)
    mkdirSync(pictures, { recursive: true })
    const screenshot = join(pictures, `${face}-${seed}-${actions}.png`)
    await phone.page.screenshot({ path: screenshot }).catch(() => undefined)
    problems.push({ what, actions: done.slice(-remembered), screenshot })
    for (const { credentialId } of await heldByAll(sandbox, cards)) forgotten.add(credentialId)
    await phone.close()
    await begin()
  }

  const unheard = (): string | undefined => {
    const fresh = phone.complaints.slice(heardOf)
    heardOf = phone.complaints.length
    return fresh.find((text) => !withoutNetwork.test(text))
  }

  /** Compares the application on the phone with the authority's, once both had time to tell each other. */
  const lost = async (): Promise<string | undefined> => {
    const end = Date.now() + patience
    for (;;) {
      const kept = await readKept(phone.page)
      // Signed and perhaps sent: it goes on from there, and says so.
      if (kept.application?.stage === 'signed') return undefined
      const held = (await heldByAll(sandbox, cards)).filter(
        ({ platform, credentialId }) => platform === face && !forgotten.has(credentialId),
      )
      const wrong = difference(kept, held)
      if (wrong === undefined || Date.now() > end) return wrong
      await phone.page.waitForTimeout(1000)
    }
  }

  const inKept = (kept: Kept, heading: string): string | undefined => {
    const found = secretsIn(kept.everything, own.secrets())
    if (found.length > 0) return `kept in the browser: ${found.join(', ')}`
    const now = triesOf(kept)
    // A typed secret is sent one or more actions later; it counts until the tries have changed.
    rightTyped = own.typedRight() || rightTyped
    const reason = { rightSecret: rightTyped, card: completed(heading) === 'reset secret' }
    const up = triesGoneUp(tries, now, reason)
    if ([...now].some(([id, left]) => left !== tries.get(id))) rightTyped = false
    tries = now
    return up[0]
  }

  const check = async (before: View): Promise<string | undefined> => {
    const { page } = phone
    const complaint = unheard()
    if (complaint !== undefined) return `the page complains: ${complaint}`
    if (view.heading === '') return 'there is nothing on the screen'
    const kept = await readKept(page)
    const wrong = inKept(kept, view.heading)
    if (wrong !== undefined) return wrong
    const procedure = view.heading === before.heading ? undefined : completed(view.heading)
    if (procedure !== undefined) counts.set(procedure, (counts.get(procedure) ?? 0) + 1)
    const { online } = await own.around()
    const hasPhone = buttonCalled(view, words.here) === undefined
    if (online && hasPhone && (procedure !== undefined || actions % lookAtAuthority === 0)) {
      const missing = await lost()
      if (missing !== undefined) return missing
      view = await settled(page)
    }
    const state = fingerprint(view)
    if (states.has(state)) return unheardNow()
    states.add(state)
    const stuck = await wayOut(page, view)
    view = await settled(page)
    return stuck ?? unheardNow()
  }
  const unheardNow = () => {
    const complaint = unheard()
    return complaint === undefined ? undefined : `the page complains: ${complaint}`
  }

  await begin()
  return {
    step: async (number) => {
      actions += 1
      const random = randomOf(seed, face, number)
      const before = view
      const action = choose(random, view, await own.around(), own.filled)
      if (action === undefined) return
      done.push(`${face} ${actions} 「${view.heading}」 ${described(action)}`)
      try {
        await own.act(action, random)
      } catch (thrown) {
        // A notice came and the button is gone: a finger can miss it too.
        if (!/Timeout|not attached|Clicking the checkbox|ERR_ABORTED/.test(String(thrown))) {
          return complain(`${described(action)}: ${String(thrown).slice(0, 300)}`)
        }
        missed += 1
      }
      view = await settled(phone.page)
      if (view.heading !== before.heading) own.filled.clear()
      const problem = await check(before)
      if (problem !== undefined) await complain(problem)
    },
    finish: async () => {
      await phone.page.context().setOffline(false)
      const here = buttonCalled(view, words.here)
      if (here !== undefined) await phone.press(here.name)
      const missing = await lost()
      if (missing !== undefined) await complain(missing)
      await phone.close()
    },
    result: () => ({ face, actions, missed, states: states.size, completed: counts, problems }),
  }
}
