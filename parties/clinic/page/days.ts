/** Days and times as people of a facility read them: in Japan, whatever the browser's clock. */
import type { Language } from '@kazashi/ui'

const locales = { ja: 'ja-JP', en: 'en-GB' } as const
const format = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locales[language], { timeZone: 'Asia/Tokyo', ...options })

/** @param moment ISO 8601, or a day YYYY-MM-DD */
export const dayIn = (language: Language, moment: string): string =>
  format(language, { year: 'numeric', month: 'long', day: 'numeric' }).format(new Date(moment))

export const timeIn = (language: Language, moment: string): string =>
  format(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(moment))

export const nowIn = (language: Language, moment: string): string =>
  format(language, {
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(moment))
