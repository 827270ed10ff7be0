/** The CRL that document signers' certificates point to (ISO/IEC 18013-5 annex B.1.4). None was ever revoked: it is empty. */
import { createCrl } from '@kazashi/pki'
import type { Published } from './published.ts'

/** Annex B.2: at most ninety days; a week is long enough to fetch it anew. */
const days = 7
const dayMilliseconds = 86_400_000

const kept = new WeakMap<
  Published,
  { readonly number: number; readonly crl: Promise<Uint8Array> }
>()

/** Made once a minute at most. @returns CertificateList, DER */
export function iacaCrl(records: Published): Promise<Uint8Array> {
  const { documentSigners, clock } = records
  const thisUpdate = clock.now()
  thisUpdate.setUTCSeconds(0, 0)
  const number = thisUpdate.getTime() / 60_000
  const last = kept.get(records)
  if (last?.number === number) return last.crl
  const { certificate, signer } = documentSigners.iaca
  const nextUpdate = new Date(thisUpdate.getTime() + days * dayMilliseconds)
  const crl = createCrl({
    issuer: certificate,
    signer,
    number,
    thisUpdate,
    nextUpdate,
    entries: [],
  })
  kept.set(records, { number, crl })
  return crl
}
