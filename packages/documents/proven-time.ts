/** What time stamps prove of a signature (RFC 3161 §4). */
import { PkiError, parseCertificate, validatePath, verifyTimeStamp } from '@kazashi/pki'
import { VerifyError } from '@kazashi/verify'
import type { DocumentOptions, Found } from './findings.ts'

export interface Stamped {
  /** By an authority that is believed; undefined: none stamped it. */
  readonly provenTime: Date | undefined
  /** Of stamps that prove nothing: anybody can add one. */
  readonly stampErrors: readonly VerifyError[]
}

/** Of one signature: each costs two. */
const mostStamps = 10

/**
 * The earliest time that an authority which is believed has stamped on the signature's value. Its certificate has to hold at the time that it
 * stamped and now, or whoever has its old key could date back; its own status is not asked for.
 */
export async function stampedAt(
  { stamps, value }: Found,
  { timeStampAnchors = [] }: DocumentOptions,
  now: Date,
): Promise<Stamped> {
  const anchors = timeStampAnchors.map((one) => parseCertificate(one))
  const times: number[] = []
  const stampErrors: VerifyError[] = []
  for (const token of anchors.length > 0 ? stamps.slice(0, mostStamps) : [])
    try {
      const { certificate, certificates, time, accuracy } = await verifyTimeStamp(token, {
        of: value,
      })
      if (time > now) throw new VerifyError('TIME_STAMP_INVALID', 'it is from the future')
      for (const at of [time, now])
        await validatePath({ certificate, anchors, intermediates: certificates, now: at })
      times.push(time.getTime() + accuracy)
    } catch (cause) {
      if (cause instanceof VerifyError) stampErrors.push(cause)
      else if (cause instanceof PkiError)
        stampErrors.push(new VerifyError('TIME_STAMP_INVALID', { detail: cause.message, cause }))
      else throw cause
    }
  return { provenTime: times.length > 0 ? new Date(Math.min(...times)) : undefined, stampErrors }
}
