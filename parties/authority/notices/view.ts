/** A notice as the API shows it. */
import { noticeKinds } from '@kazashi/lifecycle'
import type { Texts } from '@kazashi/serve'
import { z } from 'zod'
import type { NoticeRecord } from '../database/notices.ts'
import { DateTime } from '../wire.ts'
import { noticeWords } from './kinds.ts'

export const NoticeView = z
  .strictObject({
    id: z.uuid().describe('the same in the inbox, the stream and the push'),
    kind: z.enum(noticeKinds),
    title: z.string(),
    text: z.string(),
    applicationId: z.uuid().describe('the one that the credential concerned came from'),
    credentialId: z.uuid().optional(),
    at: DateTime,
    shownAt: DateTime.optional().describe('when the phone said that the resident has seen it'),
    undeliverable: z.boolean().describe('its push could not be delivered'),
  })
  .meta({ id: 'Notice' })
export type NoticeView = z.infer<typeof NoticeView>

export const noticeView = (notice: NoticeRecord, language: keyof Texts): NoticeView => {
  const { id, kind, platform, application, credential, at, shownAt, undeliverable } = notice
  const { title, text } = noticeWords(kind, platform)
  return {
    id,
    kind,
    title: title[language],
    text: text[language],
    applicationId: application,
    ...(credential !== null && { credentialId: credential }),
    at: at.toISOString(),
    ...(shownAt !== null && { shownAt: shownAt.toISOString() }),
    undeliverable,
  }
}
