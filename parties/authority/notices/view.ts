/** A notice as the API shows it. */
import { z } from 'zod'
import type { NoticeRecord } from '../database/notices.ts'

export const NoticeView = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(['ready-to-register']),
    applicationId: z.uuid(),
    at: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'Notice' })
export type NoticeView = z.infer<typeof NoticeView>

export const noticeView = ({ id, kind, application, at }: NoticeRecord): NoticeView => ({
  id,
  kind,
  applicationId: application,
  at: at.toISOString(),
})
