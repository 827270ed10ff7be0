/** What an iPhone's application brought for the attribute proof (3-C): the photo of the card and the key that it is bound to. */
import { base64 } from '@kazashi/octets'
import { parseStatement } from '@kazashi/phone'
import { verifySignedData } from '@kazashi/pki'
import { type ApplicationRecord, applicationCms } from '../database/applications.ts'
import type { Trx } from '../database/connection.ts'
import type { Sealing } from '../database/sealing.ts'
import type { NewAttributes } from './issue.ts'

/** Read again from the application as it came, which was verified then. @returns undefined: it asked for none */
export async function attributesApplied(
  trx: Trx,
  sealing: Sealing,
  application: ApplicationRecord,
): Promise<Pick<NewAttributes, 'deviceKey' | 'photo'> | undefined> {
  const { content } = await verifySignedData(await applicationCms(trx, sealing, application))
  const { attributes } = parseStatement(content)
  return (
    attributes && { deviceKey: attributes.holderKey, photo: base64.decode(attributes.card.photo) }
  )
}
