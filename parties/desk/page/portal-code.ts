/**
 * The text of the QR code on the computer, sent by the page that shows it in place of the phone's camera: the portal leads its window to
 * the gate, which shows the code, and back.
 */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Origins } from './box.ts'

export interface PortalCode {
  /** The code on the screen now; undefined: none. */
  readonly shown: string | undefined
  /** logged-in: somebody is, now */
  readonly state: 'nothing' | 'code' | 'logged-in'
  /** Origin of the page in the window: of the portal, or of the gate. */
  readonly at: string
  readonly open: () => void
}

/** @returns the address in a message of a page that shows a code of the app; undefined: no code */
export function codeIn(data: unknown, appOrigin: string): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const text: unknown = Reflect.get(data, 'text')
  if (typeof text !== 'string' || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.origin === appOrigin && url.hash === '' ? url.href : undefined
}

/**
 * @param onOpen reads the code with the phone: path and query of the app's address
 * @param onLogin somebody has logged in, or was when the page was opened
 */
export function usePortalCode(
  origins: Origins,
  frame: RefObject<HTMLIFrameElement | null>,
  onOpen: (path: string) => void,
  onLogin: () => void,
): PortalCode {
  const [shown, setShown] = useState<string>()
  const [loggedIn, setLoggedIn] = useState(false)
  const [at, setAt] = useState(origins.portal)
  const login = useRef(onLogin)
  login.current = onLogin
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow) return
      if (origin !== origins.portal && origin !== origins.gate) return
      if (typeof data !== 'object' || data === null) return
      if (Reflect.get(data, 'type') !== 'kazashi-qr') return
      setAt(origin)
      setShown(codeIn(data, origins.app))
      setLoggedIn(origin === origins.portal && Reflect.get(data, 'loggedIn') === true)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [origins, frame])
  useEffect(() => {
    if (loggedIn) login.current()
  }, [loggedIn])
  const open = () => {
    if (shown === undefined) return
    const { pathname, search } = new URL(shown)
    onOpen(`${pathname}${search}`)
  }
  const state = shown !== undefined ? 'code' : loggedIn ? 'logged-in' : 'nothing'
  return { shown, state, at, open }
}
