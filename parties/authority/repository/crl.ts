/** Certificate revocation lists (RFC 5280 §5), one a municipality: made from the record on request when something changed. */
import { createCrl, crlDistributionPointName } from '@kazashi/pki'
import { noteSignature } from '@kazashi/serve'
import { outOfUse } from '../database/certificates.ts'
import {
  type CrlList,
  currentList,
  lastList,
  lockShard,
  type Shard,
  storeList,
} from '../database/crl-shards.ts'
import { municipalityOf } from '../database/people.ts'
import { transact } from '../database/transaction.ts'
import { crlPath } from '../issuing/locations.ts'
import { AuthorityError } from '../problems.ts'
import type { Published } from './published.ts'

/** A list is good for a day, and made anew when half of it is over. */
const crlHours = 24

/** The sandbox clock may have been moved since: a list from the future is not given out. */
function isFresh({ thisUpdate, nextUpdate }: CrlList, now: Date): boolean {
  const half = (thisUpdate.getTime() + nextUpdate.getTime()) / 2
  return thisUpdate <= now && now.getTime() < half
}

/** The list may name certificates until its CA ends, and no longer. */
const earlier = (a: Date, b: Date): Date => (a < b ? a : b)

/**
 * Of a generation that has ended the last list stays, as no key signs after its end.
 * @throws {AuthorityError} NOT_FOUND for a municipality that has issued nothing, and for a generation that has not begun,
 *   has ended without a list or was never made
 */
export async function crlOf(records: Published, shard: Shard): Promise<CrlList> {
  const { db, clock, authorities, serials, origins } = records
  const municipality = await municipalityOf(db, shard.municipality)
  const authority = await authorities.find(shard.kind, shard.generation)
  if (!authority) throw new AuthorityError('NOT_FOUND')
  const { certificate, signer } = authority
  const { notBefore, notAfter } = certificate.validity
  const known = await currentList(db, shard)
  const now = clock.now()
  if (known && isFresh(known, now)) return known
  if (now < notBefore || now > notAfter) {
    const last = await lastList(db, shard)
    if (last && last.thisUpdate <= now) return last
    throw new AuthorityError('NOT_FOUND')
  }
  return transact(records, async (unit) => {
    const { number, revision } = await lockShard(unit.trx, shard)
    const meanwhile = await currentList(unit.trx, shard)
    if (meanwhile && isFresh(meanwhile, unit.now)) return meanwhile
    const thisUpdate = new Date(unit.now)
    thisUpdate.setUTCMilliseconds(0)
    const later = new Date(thisUpdate.getTime() + crlHours * 60 * 60_000)
    const nextUpdate = earlier(later, notAfter)
    const entries = await outOfUse(unit.trx, shard, unit.now)
    const list = await createCrl({
      issuer: certificate,
      signer,
      number,
      thisUpdate,
      nextUpdate,
      distributionPoint: {
        directoryName: crlDistributionPointName(certificate, municipality),
        uri: `${origins.repository}${crlPath(shard.kind, shard.generation, shard.municipality)}`,
      },
      entries: entries.map(({ series, index, since, reason }) => ({
        serialNumber: serials.encode(series, index),
        // As recorded, also where the sandbox clock has gone back behind it: see `statusOf` in ocsp.ts.
        revokedAt: since,
        reason,
      })),
    })
    const made = { number, list, thisUpdate, nextUpdate }
    unit.afterCommit(() => noteSignature('crl', list))
    await storeList(unit, shard, { ...made, revision })
    return made
  })
}
