/** Texts of a screen in every language, typed: all languages have the same members. No key is looked up by name. */
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { isOperating } from './operating.ts'

export const languages = ['ja', 'en'] as const
export type Language = (typeof languages)[number]

type Same<T> = T extends (...given: infer Given) => infer Answer
  ? (...given: Given) => Answer extends string ? string : Same<Answer>
  : T extends string
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Same<Item>[]
      : { readonly [Key in keyof T]: Same<T[Key]> }

/** Some members of T, at any depth; lists and functions as a whole. */
type Part<T> = T extends string | readonly unknown[] | ((...given: never[]) => unknown)
  ? T
  : { readonly [Key in keyof T]?: Part<T[Key]> }

/** The texts of one screen. Japanese is the source; English must have the same shape. */
export interface Texts<T> {
  readonly ja: T
  readonly en: T
  /** In place of those that speak of practice, where the page's server operates. */
  readonly operating?: { readonly ja: Part<T>; readonly en: Part<T> }
}
export function defineTexts<const T>(texts: {
  ja: T
  en: Same<T>
  operating?: { readonly ja: Part<Same<T>>; readonly en: Part<Same<T>> }
}): Texts<Same<T>> {
  const { ja, en, operating } = texts
  return { ja: ja as Same<T>, en, ...(operating && { operating }) }
}

const storageKey = 'kazashi-language'
const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value)

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // it then lasts as long as the page
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null // storage may be closed to a page in a frame
  }
}

/**
 * The language asked for by the fragment (`#lang=en`), which is remembered: the desk asks so for a page in its frame, and the page in
 * a window of its own is to be the same. Else the one chosen before, else Japanese.
 */
export function firstLanguage(fragment: URLSearchParams): Language {
  const asked = fragment.get('lang')
  if (isLanguage(asked)) remember(asked)
  const chosen = asked ?? remembered()
  return isLanguage(chosen) ? chosen : 'ja'
}

/** The address asks for the language that is shown now, so that loading it anew does not bring another one. */
function keepInAddress(language: Language): void {
  const fragment = new URLSearchParams(location.hash.slice(1))
  if (!fragment.has('lang')) return
  fragment.set('lang', language)
  history.replaceState(history.state, '', `${location.pathname}${location.search}#${fragment}`)
}

const LanguageContext = createContext<{
  language: Language
  setLanguage: (language: Language) => void
}>({ language: 'ja', setLanguage: () => {} })

const languageMessage = 'kazashi-language'

/** Tells a page in a frame which language to show; only a page of `origin` gets the message. */
export function tellLanguage(frame: Window, origin: string, language: Language): void {
  frame.postMessage({ type: languageMessage, language }, origin)
}

/** @param props.followed the origin whose messages may change the language */
export function LanguageProvider(props: {
  first: Language
  followed?: string | undefined
  children: ReactNode
}) {
  const { first, followed, children } = props
  const [language, setLanguage] = useState(first)
  const show = useCallback((chosen: Language) => {
    remember(chosen)
    keepInAddress(chosen)
    setLanguage(chosen)
  }, [])
  useEffect(() => {
    if (followed === undefined) return undefined
    const follow = ({ origin, data }: MessageEvent<unknown>) => {
      if (origin !== followed || typeof data !== 'object' || data === null) return
      if (Reflect.get(data, 'type') !== languageMessage) return
      const asked: unknown = Reflect.get(data, 'language')
      if (isLanguage(asked)) show(asked)
    }
    window.addEventListener('message', follow)
    return () => window.removeEventListener('message', follow)
  }, [followed, show])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <LanguageContext value={{ language, setLanguage: show }}>{children}</LanguageContext>
}

export const useLanguage = () => use(LanguageContext)

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @returns `all` with the members of `some` in place of its own */
function replaced<T>(all: T, some: Part<T>): T {
  if (!isTable(all) || !isTable(some)) return some as T
  const members = Object.entries(some).map(([key, value]) => {
    const own = Reflect.get(all, key)
    return [key, isTable(own) ? replaced(own, value as object) : value] as const
  })
  return { ...all, ...Object.fromEntries(members) }
}

export function useTexts<T>(texts: Texts<T>): T {
  const { language } = useLanguage()
  const other = isOperating() ? texts.operating?.[language] : undefined
  return other === undefined ? texts[language] : replaced(texts[language], other)
}

/** Switches to the other language; labelled in that language, as its readers look for it. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage()
  const other: Language = language === 'ja' ? 'en' : 'ja'
  return (
    <Button look="head" lang={other} onPress={() => setLanguage(other)}>
      <Icon name="language" />
      <span className="whitespace-nowrap">{other === 'en' ? 'English' : '日本語'}</span>
    </Button>
  )
}
