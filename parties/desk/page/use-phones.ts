/** The phones in their frames: which is in the hand, what each tells, whose it is, and erasing one. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Origins } from './box.ts'
import {
  bannerAfter,
  hasLoggedInAfter,
  holderAfter,
  type PhoneName,
  type PhoneNews,
  phoneNames,
  phoneNews,
} from './phones.ts'
import { type KeptSeat, keepChoice } from './seat.ts'

export interface PhoneState {
  /** Its frame is there: it was in the hand once, or is somebody's. */
  readonly opened: boolean
  /** Counts up when its frame is opened anew. */
  readonly visit: number
  /** Path and query that the frame is opened at. */
  readonly path: string
  readonly news: PhoneNews | undefined
  /** Id of its person's card. */
  readonly holder: string | undefined
  /** A notice that has just come. */
  readonly banner: PhoneNews['notice'] | undefined
  /** Its credential has logged in at the portal. */
  readonly loggedIn: boolean
}
export type PhoneStates = Readonly<Record<PhoneName, PhoneState>>

/** Milliseconds for a phone to be erased. */
const patience = 10_000

function firstStates({ phone = 'android', holders = {} }: KeptSeat): PhoneStates {
  const state = (name: PhoneName): PhoneState => ({
    opened: name === phone || holders[name] !== undefined,
    visit: 0,
    path: '/',
    news: undefined,
    holder: holders[name],
    banner: undefined,
    loggedIn: false,
  })
  return { android: state('android'), 'android-2': state('android-2'), iphone: state('iphone') }
}

const told = (before: PhoneState, news: PhoneNews, held: string | undefined): PhoneState => ({
  ...before,
  news,
  holder: holderAfter(before, news, held),
  banner: bannerAfter(before, news),
  loggedIn: hasLoggedInAfter(before.loggedIn, news),
})

function keepHolders(states: PhoneStates): void {
  const holders: Partial<Record<PhoneName, string>> = {}
  for (const name of phoneNames) {
    const { holder } = states[name]
    if (holder !== undefined) holders[name] = holder
  }
  keepChoice({ holders })
}

/** @param lastHeld id of the card that was held last to the phone of this name */
export function usePhones(
  origins: Origins,
  kept: KeptSeat,
  lastHeld: (name: PhoneName) => string | undefined,
) {
  const [inHand, setInHand] = useState<PhoneName>(kept.phone ?? 'android')
  const [states, setStates] = useState(() => firstStates(kept))
  const frames = useRef(new Map<PhoneName, HTMLIFrameElement>())
  const erasing = useRef(new Map<PhoneName, () => void>())
  const held = useRef(lastHeld)
  held.current = lastHeld
  const change = useCallback(
    (name: PhoneName, to: (before: PhoneState) => PhoneState) =>
      setStates((before) => ({ ...before, [name]: to(before[name]) })),
    [],
  )
  useEffect(() => keepHolders(states), [states])
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin !== origins.app) return
      const name = phoneNames.find((one) => frames.current.get(one)?.contentWindow === source)
      if (name === undefined) return
      const news = phoneNews(data)
      if (news !== undefined) change(name, (before) => told(before, news, held.current(name)))
      if (typeof data === 'object' && data && Reflect.get(data, 'type') === 'kazashi-erased') {
        erasing.current.get(name)?.()
      }
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [origins, change])

  const take = (name: PhoneName) => {
    change(name, (before) => ({ ...before, opened: true }))
    setInHand(name)
    keepChoice({ phone: name })
  }
  /** Opens an address of the app on the phone in the hand. */
  const openAt = (name: PhoneName, path: string) =>
    change(name, (before) => ({ ...before, opened: true, path, visit: before.visit + 1 }))
  return {
    inHand,
    states,
    take,
    openAt,
    /** Opens the notice that has just come on its phone. */
    openBanner: (name: PhoneName) => {
      take(name)
      openAt(name, '/?open=notices')
      change(name, (before) => ({ ...before, banner: undefined }))
    },
    /** Somebody has logged in with it. */
    logIn: (name: PhoneName) =>
      change(name, (before) => ({ ...before, loggedIn: hasLoggedInAfter(true, before.news) })),
    closeBanner: (name: PhoneName) => change(name, (before) => ({ ...before, banner: undefined })),
    frame: (name: PhoneName) => (element: HTMLIFrameElement | null) => {
      if (element === null) frames.current.delete(name)
      else frames.current.set(name, element)
    },
    /** To every phone there is. */
    tell: useCallback((say: (window: Window) => void) => {
      for (const { contentWindow } of frames.current.values()) {
        if (contentWindow !== null) say(contentWindow)
      }
    }, []),
    tellOne: useCallback((name: PhoneName, say: (window: Window) => void) => {
      const window = frames.current.get(name)?.contentWindow
      if (window) say(window)
    }, []),
    /** @throws {TypeError} it is still open in another window */
    erase: async (name: PhoneName): Promise<void> => {
      const window = frames.current.get(name)?.contentWindow
      if (!window) return
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const timer = setTimeout(() => reject(new TypeError('not erased')), patience)
      erasing.current.set(name, resolve)
      // Asked again: a page that is still being loaded does not hear it.
      const ask = () => window.postMessage({ type: 'kazashi-erase' }, origins.app)
      ask()
      const again = setInterval(ask, 500)
      await promise.finally(() => {
        clearTimeout(timer)
        clearInterval(again)
        erasing.current.delete(name)
      })
      change(name, (before) => ({
        ...before,
        news: undefined,
        holder: undefined,
        banner: undefined,
        loggedIn: false,
        path: '/',
        visit: before.visit + 1,
      }))
    },
  }
}
export type Phones = ReturnType<typeof usePhones>
