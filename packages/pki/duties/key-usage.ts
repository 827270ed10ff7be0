/** Key usage (RFC 5280 §4.2.1.3) against the kind of key (RFC 3279, RFC 5480, RFC 8813), the CA flag and the extended key usage (§4.2.1.12). */
import * as der from '../der.ts'
import { oids } from '../oids.ts'
import { type LooseCertificate, listOf, readable } from './reading.ts'
import type { Note } from './table.ts'

const bit = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  dataEncipherment: 3,
  keyAgreement: 4,
  keyCertSign: 5,
  cRLSign: 6,
  encipherOnly: 7,
  decipherOnly: 8,
} as const

const rsaUsages: readonly number[] = [0, 1, 2, 3]
const signsAsCa: readonly number[] = [bit.keyCertSign, bit.cRLSign]
const enciphers: readonly number[] = [bit.keyEncipherment, bit.dataEncipherment]
const ecUsages: readonly number[] = [0, 1, bit.keyAgreement, bit.encipherOnly, bit.decipherOnly]

/** Usages that suit a purpose, by RFC 5280 §4.2.1.12. */
const suits: Readonly<Record<string, readonly number[]>> = {
  '1.3.6.1.5.5.7.3.1': [bit.digitalSignature, bit.keyEncipherment, bit.keyAgreement],
  [oids.clientAuth]: [bit.digitalSignature, bit.keyAgreement],
  '1.3.6.1.5.5.7.3.3': [bit.digitalSignature],
  '1.3.6.1.5.5.7.3.4': [0, 1, bit.keyEncipherment, bit.keyAgreement],
  [oids.timeStamping]: [bit.digitalSignature, bit.nonRepudiation],
  [oids.ocspSigning]: [bit.digitalSignature, bit.nonRepudiation],
}

const at = 'keyUsage'

export function judgeKeyUsage(certificate: LooseCertificate, note: Note): void {
  const { extensions, key, isCa } = certificate
  const find = (sought: string) => extensions.find(({ oid }) => oid === sought)
  const extended = find(oids.extendedKeyUsage)
  readable(note, 'extendedKeyUsage', () => {
    const purposes = extended ? listOf(extended.value).map((one) => der.readOid(one)) : []
    if (extended?.critical && purposes.includes(oids.anyExtendedKeyUsage))
      note('ANY_PURPOSE_CRITICAL', 'extendedKeyUsage')
    const value = find(oids.keyUsage)?.value
    if (value === undefined) return
    readable(note, at, () => {
      const usages = readBits(value, note)
      if (usages.includes(bit.keyCertSign) && !isCa) note('CERT_SIGN_WITHOUT_CA', at)
      judgeKind(usages, key.algorithm.oid, isCa, note)
      judgePurposes(usages, purposes, note)
    })
  })
}

/** @returns positions of the ones */
function readBits(value: Uint8Array, note: Note): number[] {
  const [unused = 0, ...octets] = der.readDer(value, der.tags.bitString).content
  const last = octets.at(-1)
  if (last === 0) note('KEY_USAGE_TRAILING_OCTETS', at)
  if (unused > 7 || (last !== undefined && ((last >> unused) & 1) === 0))
    note('KEY_USAGE_TRAILING_ZEROS', at)
  const positions = octets.flatMap((octet, i) =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((j) => ((octet & (0x80 >> j)) === 0 ? [] : [i * 8 + j])),
  )
  if (positions.length === 0) note('KEY_USAGE_EMPTY', at)
  if (octets.length * 8 - unused > Object.keys(bit).length) note('KEY_USAGE_UNKNOWN', at)
  return positions
}

function judgeKind(usages: readonly number[], algorithm: string, isCa: boolean, note: Note): void {
  const has = (some: readonly number[]): boolean => some.some((one) => usages.includes(one))
  if (algorithm === oids.rsaEncryption) {
    const allowed = isCa ? [...rsaUsages, ...signsAsCa] : rsaUsages
    if (usages.some((one) => !allowed.includes(one))) note('RSA_KEY_USAGE', at)
    if (isCa && has(signsAsCa) && has(enciphers)) note('RSA_CA_ENCIPHERMENT', at)
  }
  if (algorithm === oids.ecPublicKey) {
    if (has(enciphers)) note('EC_ENCIPHERMENT', at)
    if (!isCa && usages.some((one) => !ecUsages.includes(one))) note('EC_KEY_USAGE', at)
  }
}

/** Nothing is said of a purpose that RFC 5280 does not list. */
function judgePurposes(usages: readonly number[], purposes: readonly string[], note: Note): void {
  if (purposes.length === 0 || !purposes.every((one) => Object.hasOwn(suits, one))) return
  const suitable = purposes.flatMap((one) => suits[one] ?? [])
  if (usages.some((one) => !suitable.includes(one) && !signsAsCa.includes(one)))
    note('PURPOSES_INCONSISTENT', 'extendedKeyUsage')
}
