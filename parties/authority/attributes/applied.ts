/** The parts of an iPhone's application for the attribute proof (3-C): the card's photo and the key that the proof is bound to. */

import type { Sealing } from '@kazashi/database'
import { base64 } from '@kazashi/octets'
import { parseStatement } from '@kazashi/phone'
import { verifySignedData } from '@kazashi/pki'
import { type ApplicationRecord, applicationCms } from '../database/applications.ts'
import type { Trx } from '../database/connection.ts'
import type { NewAttributes } from './issue.ts'

/** Read again from the stored application, which was verified on receipt. @returns undefined: it asked for none */
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
