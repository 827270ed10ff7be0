/** From a push message to the phone's notification, and from a press on it to a place of the app. Pure. */
import { memberOf } from '../phone/member.ts'
import { type NoticePlace, noticePlaceOf } from './notice-place.ts'

export interface Shown {
  readonly title: string
  readonly options: NotificationOptions & { readonly data: { readonly open: NoticePlace } }
}

/** Characters; those of the authority have some 100. */
const longest = 300

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

/** A push that cannot be read is still shown: browsers want every push to be seen. */
const unreadable = { title: 'かざし', body: 'お知らせがあります。 / You have a notification.' }
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/

/**
 * @param text as the authority wrote it, in the language the phone asked for: `{ id, kind, title, text }`. The id is the tag,
 * so that the same notice is shown once, however often it comes
 */
export function shownFor(text: string | undefined): Shown {
  const message = parsed(text)
  const title = textOf(memberOf(message, 'title'))
  const body = textOf(memberOf(message, 'text'))
  const id = textOf(memberOf(message, 'id'))
  const readable = title !== undefined && body !== undefined
  const words = readable ? { title, body } : unreadable
  return {
    title: words.title,
    options: {
      body: words.body,
      lang: japanese.test(words.body) ? 'ja' : 'en',
      icon: '/icon-192.png',
      badge: '/icon-192.png',
      ...(id !== undefined && { tag: id }),
      data: { open: memberOf(message, 'kind') === 'ready-to-register' ? 'register' : 'notices' },
    },
  }
}

/** @param data of a notification */
export const placeOfNotice = (data: unknown): NoticePlace =>
  noticePlaceOf(memberOf(data, 'open')) ?? 'notices'

/**
 * Safari takes the subscription away after some pushes that nobody saw, also while the app is open. Other browsers let an
 * open window say it itself.
 * @param endpoint of the subscription
 */
export const mustBeSeen = (endpoint: string | undefined): boolean =>
  endpoint !== undefined && new URL(endpoint).hostname.endsWith('.push.apple.com')
