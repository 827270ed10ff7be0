/** Papers of an application, sealed: their names, too. Whose the application is has been looked at before. */
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import {
  type AttachmentType,
  attachmentLimits,
  attachmentTypes,
} from '../applications/attachment.ts'
import { PortalProblem } from '../problems.ts'
import { type Keeping, sealedJson } from './connection.ts'
import { reached } from './reached.ts'

const about = z.strictObject({
  name: z.string(),
  type: z.enum(attachmentTypes),
  size: z.int(),
  sha256: z.string(),
})
export type Attachment = z.infer<typeof about> & { readonly id: string }

const place = (column: string, id: string) => `portal.attachment ${column} ${id}`

export class Attachments {
  readonly #keeping: Keeping
  readonly #json: ReturnType<typeof sealedJson>

  constructor(keeping: Keeping) {
    this.#keeping = keeping
    this.#json = sealedJson(keeping.sealing)
  }

  /** In the order in which they came. */
  async all(application: string): Promise<Attachment[]> {
    const rows = await reached(() =>
      this.#keeping.db
        .selectFrom('portal.attachment')
        .select(['id', 'about'])
        .where('application', '=', application)
        .orderBy('added_at')
        .orderBy('id')
        .execute(),
    )
    return rows.map((row) => ({
      ...about.parse(this.#json.open(place('about', row.id), row.about)),
      id: row.id,
    }))
  }

  /** @throws {PortalProblem} ATTACHMENTS_TOO_MANY */
  async add(
    application: string,
    { name, type, bytes }: { name: string; type: AttachmentType; bytes: Uint8Array },
  ): Promise<void> {
    if ((await this.all(application)).length >= attachmentLimits.most)
      throw new PortalProblem('ATTACHMENTS_TOO_MANY')
    const id = randomUUID()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await reached(() =>
      this.#keeping.db
        .insertInto('portal.attachment')
        .values({
          id,
          application,
          about: this.#json.seal(place('about', id), { name, type, size: bytes.length, sha256 }),
          sealed: this.#keeping.sealing.seal(place('sealed', id), bytes),
          added_at: this.#keeping.now(),
        })
        .execute(),
    )
  }

  /** One that is gone already is gone. */
  async remove(application: string, id: string): Promise<void> {
    await reached(() =>
      this.#keeping.db
        .deleteFrom('portal.attachment')
        .where('id', '=', id)
        .where('application', '=', application)
        .execute(),
    )
  }
}
