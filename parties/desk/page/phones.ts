/** The phones of a desk, and what each of them tells: its state, where the person is in the app, its newest notice. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { z } from 'zod'
import type { Origins, ReaderView } from './box.ts'

/** Two Android phones and an iPhone: 4-A and 4-B need a phone before and one after. */
export const phoneNames = ['android', 'android-2', 'iphone'] as const
export type PhoneName = (typeof phoneNames)[number]

export const platformOf = (name: PhoneName): PhonePlatform =>
  name === 'iphone' ? 'iphone' : 'android'

/** The first Android phone is also the app's own window, which names no phone. */
function phoneFragment(name: PhoneName): Readonly<Record<string, string>> {
  if (name === 'android') return {}
  return { phone: name, platform: platformOf(name) }
}

/** @param path and query of the app @returns the phone's own address: in a frame or in a window of its own it is the same phone */
export function phoneAddress(
  name: PhoneName,
  open: {
    readonly origins: Pick<Origins, 'app'>
    readonly reader: Pick<ReaderView, 'url'>
    readonly language: string
    readonly pace: string
  },
  path = '/',
): string {
  const { origins, reader, language, pace } = open
  const fragment = { reader: reader.url, lang: language, pace, ...phoneFragment(name) }
  return `${new URL(path, origins.app).href}#${new URLSearchParams(fragment)}`
}

const news = z.object({
  type: z.literal('kazashi-phone'),
  condition: z.enum(['nothing', 'unfinished', 'waiting', 'ready', 'active', 'suspended', 'ended']),
  place: z.string(),
  /** Something was begun there, and can go on. */
  begun: z.boolean().optional(),
  /** It asks for a secret of the card, which the paper has. */
  asks: z.boolean().optional(),
  notice: z.object({ id: z.string(), title: z.string(), text: z.string() }).optional(),
})
export type PhoneNews = Omit<z.infer<typeof news>, 'type'>

/** @returns undefined: another message */
export function phoneNews(data: unknown): PhoneNews | undefined {
  const { success, data: said } = news.safeParse(data)
  if (!success) return undefined
  const { type: _, ...rest } = said
  return rest
}

/** Whose phone it is, and its last news. */
interface Known {
  readonly holder: string | undefined
  readonly news: Pick<PhoneNews, 'condition'> | undefined
}

/**
 * Whose phone it is: that of the person whose card was held to it when something began, until nothing is on it any more, or until
 * another person begins after what was there has ended.
 * @param held id of the card that was held to it last
 */
export function holderAfter(
  { holder, news: before }: Known,
  { condition }: Pick<PhoneNews, 'condition'>,
  held: string | undefined,
): string | undefined {
  if (condition === 'nothing') return undefined
  if (before?.condition === 'ended' && condition !== 'ended') return held ?? holder
  return holder ?? held
}

/**
 * Whether the credential on a phone has logged in: a suspended one is not usable, and a new one begins anew.
 * @param news undefined: the phone has not told yet
 */
export const hasLoggedInAfter = (
  before: boolean,
  news: Pick<PhoneNews, 'condition'> | undefined,
): boolean => before && (news === undefined || news.condition === 'active')

const taken: ReadonlySet<string> = new Set(['waiting', 'ready', 'active', 'suspended'])

/** A person has one phone at a time. @returns another phone than this one that is the person's, or is about to be */
export const otherPhoneOf = (
  person: string | undefined,
  phone: PhoneName,
  states: Readonly<Record<PhoneName, Known>>,
): PhoneName | undefined =>
  phoneNames.find((name) => {
    const { holder, news } = states[name]
    const is = name !== phone && person !== undefined && holder === person
    return is && news !== undefined && taken.has(news.condition)
  })

/**
 * The banner of a push, as the phone's system shows it: for a notice that was not there at the phone's first news. It stays after
 * the app has shown the notice too, until the person goes on to another place of the app.
 */
export function bannerAfter(
  before: { readonly news: PhoneNews | undefined; readonly banner: PhoneNews['notice'] },
  { notice, place }: PhoneNews,
): PhoneNews['notice'] {
  if (before.news === undefined) return undefined
  if (notice !== undefined && notice.id !== before.news.notice?.id) return notice
  return place === before.news.place ? before.banner : undefined
}
