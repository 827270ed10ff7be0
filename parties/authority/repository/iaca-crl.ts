/** The CRL that document signers' certificates point to (ISO/IEC 18013-5 annex B.1.4). None was ever revoked: it is empty. */

import type { Clock } from '@kazashi/lifecycle'
import { createCrl } from '@kazashi/pki'
import type { Iaca } from '../issuing/iacas.ts'

/** Annex B.2: at most ninety days; a week is long enough to fetch it anew. */
const days = 7
const dayMilliseconds = 86_400_000

const kept = new WeakMap<Iaca, { readonly number: number; readonly crl: Promise<Uint8Array> }>()

/** Made once a minute at most. @returns CertificateList, DER; undefined before and after the IACA's years */
export async function iacaCrl(iaca: Iaca, clock: Clock): Promise<Uint8Array | undefined> {
  const thisUpdate = clock.now()
  thisUpdate.setUTCSeconds(0, 0)
  const { certificate, signer } = iaca
  const { notBefore, notAfter } = certificate.validity
  if (thisUpdate < notBefore || thisUpdate > notAfter) return undefined
  const number = thisUpdate.getTime() / 60_000
  const last = kept.get(iaca)
  if (last?.number === number) return last.crl
  const nextUpdate = new Date(thisUpdate.getTime() + days * dayMilliseconds)
  const crl = createCrl({
    issuer: certificate,
    signer,
    number,
    thisUpdate,
    nextUpdate,
    entries: [],
  })
  kept.set(iaca, { number, crl })
  return crl
}
