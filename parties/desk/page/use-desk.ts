/** The state of the desk: people with their cards, where each card is, and everything that hands can do with them. */
import type { Pace } from '@kazashi/lifecycle'
import { useCallback, useEffect, useRef, useState } from 'react'
import type {
  Box,
  CardEvent,
  CardView,
  CounterOrder,
  Kind,
  Loss,
  Origins,
  ReaderView,
} from './box.ts'
import { useReader } from './happened/use-reader.ts'
import { useTrace } from './happened/use-trace.ts'
import { type PhoneName, phoneNames } from './phones.ts'
import { changeSeat, type KeptSeat, keepChoice } from './seat.ts'
import { holdingAt, type MachineName, type Machines, type PlaceName } from './street.ts'
import { type Trouble, troubleOf } from './trouble.tsx'
import { usePhones } from './use-phones.ts'
import { useStreet } from './use-street.ts'

/** The reader in each phone. */
export type ReadersOfPhones = Readonly<Record<PhoneName, ReaderView>>

export interface Things {
  readonly origins: Origins
  readonly box: Box
  readonly readers: ReadersOfPhones
  /** Those of the street that run here. */
  readonly places: readonly PlaceName[]
  readonly machines: Machines
  readonly cards: readonly CardView[]
  /** As it was when the page was closed. */
  readonly kept: KeptSeat
  readonly pace: Pace
  /** False in the window of a learner: the clock of a class is the instructor's. */
  readonly movesClock: boolean
}

type Held = Readonly<Record<PhoneName, string | undefined>>

const heldAtFirst = (readers: ReadersOfPhones): Held => ({
  android: readers.android.cardId ?? undefined,
  'android-2': readers['android-2'].cardId ?? undefined,
  iphone: readers.iphone.cardId ?? undefined,
})

/** The person whose card is held to the phone in the hand, else the one chosen last. */
const firstPerson = ({ cards, kept, readers }: Pick<Things, 'cards' | 'kept' | 'readers'>) => {
  const { cardId } = readers[kept.phone ?? 'android']
  const is = (wanted: string | undefined | null) => cards.find(({ id }) => id === wanted)
  return (is(cardId) ?? is(kept.person) ?? cards[0])?.id
}

/** Work with the server: one trouble is shown at a time, the newest. */
function useTrying() {
  const [trouble, setTrouble] = useState<Trouble>()
  const trying = useCallback((work: () => Promise<void>) => {
    setTrouble(undefined)
    work().catch((thrown: unknown) => setTrouble(troubleOf(thrown)))
  }, [])
  return { trouble, trying }
}

export function useDesk(things: Things) {
  const { box, readers, origins, kept } = things
  const { trouble, trying: tryingOnly } = useTrying()
  const [done, setDone] = useState<CounterOrder | Loss>()
  const trying = useCallback(
    (work: () => Promise<void>) => {
      setDone(undefined)
      tryingOnly(work)
    },
    [tryingOnly],
  )
  const [cards, setCards] = useState(things.cards)
  const [chosen, setChosen] = useState(() => firstPerson(things))
  const [held, setHeld] = useState(() => heldAtFirst(readers))
  const [ordered, setOrdered] = useState<{ card: string; order: CounterOrder }>()
  /** The machine whose page stands in the computer's place. */
  const [shown, setShown] = useState<MachineName>()
  // A machine has one visit in a browser: its page here would end the one that its own window has.
  const elsewhere = useRef(new Set<PlaceName>())
  const show = (name: MachineName | undefined) => {
    if (name === undefined || !elsewhere.current.has(name)) setShown(name)
  }
  const [making, setMaking] = useState(false)
  const [pace, setPace] = useState(things.pace)
  const lastHeld = useRef<Partial<Record<PhoneName, string>>>({})
  const phones = usePhones(origins, kept, (name) => held[name] ?? lastHeld.current[name])
  const { inHand } = phones
  const street = useStreet(box, things.machines)
  const reader = readers[inHand]
  const watched = useReader(reader.log, useTrace(kept.token, origins))
  const card = cards.find(({ id }) => id === chosen)
  const at = phoneNames.find((name) => held[name] !== undefined && held[name] === chosen)
  const lyingAt = street.placeOf(chosen)

  const put = useCallback((name: PhoneName, id: string | undefined) => {
    if (id !== undefined) lastHeld.current = { ...lastHeld.current, [name]: id }
    setHeld((before) => ({ ...before, [name]: id }))
  }, [])
  // Another window of this seat moves the same cards.
  const { cardHeld } = watched
  useEffect(() => {
    if (cardHeld === undefined) return
    void box.reader(inHand).then(
      ({ cardId }) => put(inHand, cardId ?? undefined),
      () => undefined, // the next hold says what is wrong
    )
  }, [box, inHand, cardHeld, put])

  const takeAway = async () => {
    await street.takeCard(chosen)
    if (at === undefined) return
    await box.takeCard(readers[at])
    put(at, undefined)
  }
  const replace = (next: CardView) =>
    setCards((before) => before.map((one) => (one.id === next.id ? next : one)))
  /** Whatever is done to a card, it lies nowhere afterwards. */
  const changed = async (id: string, card: Promise<CardView>) => {
    replace(await card)
    for (const name of phoneNames) if (held[name] === id) put(name, undefined)
    street.forget(id)
  }
  const order = async (id: string, what: CounterOrder) => {
    await changed(id, box.order(id, what))
    setOrdered({ card: id, order: what })
  }
  /** The chosen card, from wherever it is, to the phone in the hand. */
  const hold = async (id: string, holdPace: Pace) => {
    await takeAway()
    await box.putCard(reader, id, holdPace)
    put(inHand, id)
  }
  const add = useCallback(
    async (kind: Kind) => {
      setMaking(true)
      try {
        const made = await box.newCard(kind)
        setCards((before) => [...before, made])
        setChosen(made.id)
        keepChoice({ person: made.id })
      } finally {
        setMaking(false)
      }
    },
    [box],
  )
  const isEmpty = useRef(things.cards.length === 0)
  useEffect(() => {
    if (!isEmpty.current) return
    isEmpty.current = false // a desk without a person gets one, once
    // Two windows may have opened at once: the second one finds the person that the first has made.
    const look = async () => {
      const there = await box.cards()
      if (there.length === 0) return add('adult')
      setCards(there)
      setChosen(firstPerson({ cards: there, kept, readers }))
    }
    setMaking(true)
    trying(() =>
      navigator.locks.request('kazashi-first-person', look).finally(() => setMaking(false)),
    )
  }, [add, box, trying, kept, readers])

  return {
    cards,
    card,
    /** The phone that the chosen card is held to. */
    at,
    making,
    trouble,
    /** What the counter or the telephone has done just now. */
    done,
    trying,
    phones,
    pace,
    watched,
    locked: card !== undefined && watched.lockedCard === card.id,
    /** The machine that the chosen card lies on. */
    lyingAt,
    /** What the counter did last, for one card. */
    ordered,
    shown,
    show,
    /** The place was opened in a window of its own: it is used there. */
    openedElsewhere: (name: PlaceName) => {
      elsewhere.current.add(name)
      if (shown === name) setShown(undefined)
    },
    street: {
      cardAt: street.cardAt,
      /** The chosen card, from wherever it is; the machine's page is shown. */
      put: async (name: MachineName) => {
        if (card === undefined) return
        await takeAway()
        await street.put(name, card.id, pace)
        show(name)
      },
    },
    /** The phone is taken in the hand and led to the machine, whose page is shown: the rest is done on the phone. */
    holdPhone: (name: PhoneName, machine: MachineName) => {
      phones.take(name)
      show(machine)
      phones.openAt(name, holdingAt(machine))
    },
    /** Held to the phone in the hand by a slow card, and taken away so many milliseconds later. */
    letGoAfter: async (milliseconds: number) => {
      if (card === undefined) return
      await hold(card.id, 'slow')
      await new Promise((later) => setTimeout(later, milliseconds))
      await box.takeCard(reader)
      put(inHand, undefined)
    },
    befall: async (event: CardEvent) => {
      if (card === undefined) return
      setDone(undefined)
      await changed(card.id, box.befall(card.id, event))
    },
    /** Another adult. */
    another: () => trying(() => add('adult')),
    add,
    choose: (id: string) => {
      if (id === chosen) return
      trying(async () => {
        await takeAway()
        setChosen(id)
        keepChoice({ person: id })
      })
    },
    /** To the phone in the hand, or off whichever phone it is at. */
    move: (to: boolean) => {
      if (card === undefined) return
      const isThere = to ? at === inHand : at === undefined && lyingAt === undefined
      if (isThere) return
      trying(() => (to ? hold(card.id, pace) : takeAway()))
    },
    choosePace: (next: Pace) => {
      setPace(next)
      keepChoice({ pace: next })
      phones.tell((window) => window.postMessage({ type: 'kazashi-pace', pace: next }, origins.app))
    },
    // Choices in panels, which say themselves what went wrong.
    order: async (what: CounterOrder) => {
      if (card === undefined) return
      setDone(undefined)
      await order(card.id, what)
      setDone(what)
    },
    reportLoss: async (what: Loss) => {
      if (card === undefined) return
      setDone(undefined)
      await box.reportLoss(card.id, what)
      setDone(what)
    },
    startOver: {
      /** The phone in the hand; its person gets the card anew, so that nothing of the old phone is in the way. */
      phone: async () => {
        const { holder } = phones.states[inHand]
        await phones.erase(inHand)
        if (holder !== undefined && cards.some(({ id }) => id === holder)) {
          await order(holder, 'anew')
        }
      },
      /** With their phones, as far as they are on this desk. */
      person: async () => {
        if (card === undefined) return
        const theirs = phoneNames.filter((name) => phones.states[name].holder === card.id)
        for (const name of theirs) await phones.erase(name)
        await order(card.id, 'anew')
      },
      everything: async () => {
        for (const name of phoneNames) await phones.erase(name)
        await changeSeat(origins, box.leave)
        location.reload()
      },
    },
  }
}
export type DeskState = ReturnType<typeof useDesk>
