/** Bad states of the seat's person, card and phone: brought about by real means, and brought back. */
import { useEffect, useRef, useState } from 'react'
import type { PhoneName } from './phones.ts'
import { afterOrder, type Befallen, entryOf, type TroubleName, withBefallen } from './troubles.ts'
import type { DeskClock } from './use-clock.ts'
import type { DeskState } from './use-desk.ts'

/** Milliseconds: a slow card is in the middle of its answers then. */
const midway = 1_500

export interface Troubles {
  /** Those of the person in front, of the phones, and of everybody. */
  readonly befallen: readonly Befallen[]
  /** @returns false: the phone does not wait for a card, so there is nothing to let go of @throws {DeskError} */
  readonly bringAbout: (name: TroubleName) => Promise<boolean>
  readonly bringBack: (one: Befallen) => Promise<void>
  /** It is no longer shown. */
  readonly hide: (one: Befallen) => void
}

/** The lines that are cut: a phone whose frame was opened anew is told again. */
function useCutLines(desk: DeskState, befallen: readonly Befallen[], appOrigin: string): void {
  const { states, tellOne } = desk.phones
  const cut = befallen.flatMap(({ name, whose }) => (name === 'no-line' ? [whose] : []))
  const news = cut.map((name) => states[name as PhoneName]?.news)
  const last = useRef(news)
  useEffect(() => {
    if (news.every((one, index) => one === last.current[index])) return
    last.current = news
    for (const name of cut) {
      const say = (window: Window) =>
        window.postMessage({ type: 'kazashi-line', cut: true }, appOrigin)
      tellOne(name as PhoneName, say)
    }
  })
}

export function useTroubles(desk: DeskState, clock: DeskClock, appOrigin: string): Troubles {
  const [befallen, setBefallen] = useState<readonly Befallen[]>([])
  const [clockBack, setClockBack] = useState<() => Promise<void>>()
  useCutLines(desk, befallen, appOrigin)
  const { card, phones } = desk
  const { ordered } = desk
  useEffect(() => {
    if (ordered === undefined) return
    setBefallen((before) => afterOrder(before, ordered.card, ordered.order))
  }, [ordered])
  const line = (name: PhoneName, cut: boolean) =>
    phones.tellOne(name, (window) => window.postMessage({ type: 'kazashi-line', cut }, appOrigin))
  const forget = (gone: Befallen) => setBefallen((before) => before.filter((one) => one !== gone))

  /** @returns whose it is */
  const happen = async (name: TroubleName): Promise<string | undefined> => {
    const { means } = entryOf(name)
    if (card === undefined) return undefined
    switch (means.by) {
      case 'card':
        await desk.befall(means.event)
        return card.id
      case 'counter':
        await desk.order(means.order)
        return card.id
      case 'telephone':
        await desk.reportLoss(means.what)
        return card.id
      case 'clock': {
        const back = await clock.remember()
        const { certificatesUntil, cardExpiry } = card.face
        await clock.move((now) => means.to(now, certificatesUntil ?? cardExpiry))
        setClockBack((before) => before ?? back)
        return undefined
      }
      case 'hand':
        await desk.letGoAfter(midway)
        return card.id
      case 'line':
        line(phones.inHand, true)
        return phones.inHand
    }
  }
  return {
    befallen: befallen.filter(
      ({ name, whose }) => whose === card?.id || whose === undefined || name === 'no-line',
    ),
    bringAbout: async (name) => {
      if (entryOf(name).means.by === 'hand' && !desk.watched.listening) return false
      const whose = await happen(name)
      setBefallen((before) => withBefallen(before, { name, whose }))
      return true
    },
    bringBack: async (one) => {
      const { back } = entryOf(one.name)
      if (back === 'on-the-phone') return
      if (back === 'line') line(one.whose as PhoneName, false)
      else if (back === 'clock') {
        await clockBack?.()
        setClockBack(undefined)
      } else await desk.order(back.order)
      forget(one)
    },
    hide: forget,
  }
}
