/**
 * The phone in a frame of the desk: it tells the desk its state and newest notice, as anybody who looks at it sees them, and is
 * erased when the desk says so. Elsewhere there is no desk, and nothing is told.
 */
import { type Pace, paces } from '@kazashi/lifecycle'
import type { NoticeView } from '@kazashi/phone'
import type { PhoneCondition } from './phone-summary.ts'

interface PhoneNews {
  readonly condition: PhoneCondition
  /** Name of the place in the app. */
  readonly place: string
  /** Something was begun, and home offers to go on. */
  readonly begun?: boolean
  /** A secret of the card is asked for. */
  readonly asks?: boolean
  readonly notice?: Pick<NoticeView, 'id' | 'title' | 'text'> | undefined
}

export interface DeskLine {
  tell(news: PhoneNews): void
  /** How long issuing is to take, as the desk said last. */
  pace(): Pace
  /** @param look at the time: somebody has moved the clock @returns stops listening */
  onClock(look: () => void): () => void
  /** @param cut the line of this phone, or mend it @returns stops listening */
  onLine(cut: (isCut: boolean) => void): () => void
  /** @param erase erases the phone; the desk is told when it is done @returns stops listening */
  onErase(erase: () => Promise<void>): () => void
}

type Window = Pick<globalThis.Window, 'parent' | 'addEventListener' | 'removeEventListener'>

/** @param desk its origin: no other page hears or is heard; undefined: there is none @param first the pace until the desk says another */
export function deskLine(window: Window, desk: string | undefined, first: Pace): DeskLine {
  const say = (message: object) => {
    if (desk !== undefined && window.parent !== window) window.parent.postMessage(message, desk)
  }
  /** @returns stops listening */
  const onMessage = (type: string, act: (data: object) => void) => {
    const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (
        desk === undefined ||
        origin !== desk ||
        source !== window.parent ||
        window.parent === window
      )
        return
      if (typeof data !== 'object' || data === null) return
      if (Reflect.get(data, 'type') === type) act(data)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }
  let pace = first
  onMessage('kazashi-pace', (data) => {
    pace = paces.find((one) => one === Reflect.get(data, 'pace')) ?? pace
  })
  return {
    pace: () => pace,
    tell: (news) => say({ type: 'kazashi-phone', ...news }),
    onClock: (look) => onMessage('kazashi-clock', look),
    onLine: (cut) => onMessage('kazashi-line', (data) => cut(Reflect.get(data, 'cut') === true)),
    onErase: (erase) =>
      onMessage('kazashi-erase', () => void erase().then(() => say({ type: 'kazashi-erased' }))),
  }
}
