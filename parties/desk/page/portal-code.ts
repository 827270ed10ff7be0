/** The text of the portal's QR code, sent by the portal's page in place of the phone's camera. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Origins } from './box.ts'

export interface PortalCode {
  /** The code on the screen now; undefined: none. */
  readonly shown: string | undefined
  /** logged-in: somebody is, now */
  readonly state: 'nothing' | 'code' | 'logged-in'
  readonly open: () => void
}

/** @returns the address in a message of the portal that shows a code of the app; undefined: no code */
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
  const login = useRef(onLogin)
  login.current = onLogin
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin !== origins.portal || source !== frame.current?.contentWindow) return
      if (typeof data !== 'object' || data === null) return
      if (Reflect.get(data, 'type') !== 'kazashi-qr') return
      setShown(codeIn(data, origins.app))
      setLoggedIn(Reflect.get(data, 'loggedIn') === true)
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
  return { shown, state, open }
}
