/** One push message: encrypted for the phone (RFC 8291), signed with the operator's key (RFC 8292), handed to its push service (RFC 8030). */
import { localFetch } from '@kazashi/serve'
import webPush from 'web-push'
import type { TakenPush } from '../../database/deliveries.ts'
import type { PushSubscription } from '../../database/push-subscriptions.ts'
import { noticeWords } from '../kinds.ts'
import { type PushReach, pushEndpoint } from './endpoint.ts'
import type { VapidKeys } from './vapid.ts'

export interface PushSender extends PushReach {
  readonly keys: VapidKeys
  /** The contact for push services: mailto: or https: (RFC 8292 §2.1). */
  readonly contact: string
}

/** Seconds a push service keeps a message for a phone that is off. Longer than any holiday; the inbox keeps it for ever. */
const timeToLive = 28 * 24 * 60 * 60
/** Milliseconds. */
export const answerWithin = 10_000

/** gone: the subscription no longer exists (RFC 8030 §7.3) · refused: the same message would be refused again */
export type PushAnswer =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'gone' | 'refused'; readonly failure: string }
  | { readonly kind: 'failed'; readonly failure: string; readonly retryAfter?: number }

/** RFC 8030 §5.4: a message that still waits for the phone is replaced by another of the same topic, so none comes twice. */
const topicOf = (notice: string) => notice.replaceAll('-', '')

/** RFC 9110 §10.2.3, in seconds; the form with a date is not understood. */
function retryAfterOf(answer: Response): { readonly retryAfter?: number } {
  const text = answer.headers.get('retry-after') ?? ''
  return /^\d{1,9}$/.test(text) ? { retryAfter: Number(text) } : {}
}

function judge(answer: Response): PushAnswer {
  const { status } = answer
  const failure = `status ${status}`
  if (answer.ok) return { kind: 'accepted' }
  if (status === 404 || status === 410) return { kind: 'gone', failure }
  if (status === 408 || status === 429 || status >= 500) {
    return { kind: 'failed', failure, ...retryAfterOf(answer) }
  }
  return { kind: 'refused', failure }
}

/** The text the phone decrypts and shows; its id is the same in stream and inbox. */
function messageOf(push: TakenPush, language: PushSubscription['language']): string {
  const { notice, kind, platform } = push
  const { title, text } = noticeWords(kind, platform)
  return JSON.stringify({ id: notice, kind, title: title[language], text: text[language] })
}

function request(sender: PushSender, push: TakenPush, to: PushSubscription) {
  const { endpoint, p256dh, auth } = to
  const details = { subject: sender.contact, ...sender.keys }
  return webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    messageOf(push, to.language),
    { vapidDetails: details, TTL: timeToLive, urgency: 'normal', topic: topicOf(push.notice) },
  )
}

/** Never throws: every outcome is an answer, and none contains the address. */
export async function sendPush(
  sender: PushSender,
  push: TakenPush,
  to: PushSubscription,
): Promise<PushAnswer> {
  const url = pushEndpoint(to.endpoint, sender)
  // It was allowed once; the operator may have changed the list.
  if (!url) return { kind: 'refused', failure: 'host not listed' }
  try {
    const { method, headers, body } = request(sender, push, to)
    const answer = await localFetch(url, {
      method,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, `${value}`]),
      ),
      body: new Uint8Array(body ?? []),
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithin),
    })
    await answer.body?.cancel()
    return judge(answer)
  } catch (error) {
    return { kind: 'failed', failure: error instanceof Error ? error.name : 'unknown' }
  }
}
