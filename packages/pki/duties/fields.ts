/** The basic fields of a certificate (RFC 5280 §4.1): version, serial number, algorithms, key and unique identifiers. */
import * as der from '../der.ts'
import { oids } from '../oids.ts'
import { type LooseAlgorithm, type LooseCertificate, readable } from './reading.ts'
import type { Note } from './table.ts'

const serialOctets = 20

export function judgeFields(certificate: LooseCertificate, note: Note): void {
  const { version, serialNumber, uniqueIds, extensions, algorithms, key } = certificate
  if (extensions.length > 0 && version !== 3) note('VERSION_EXTENSIONS', 'version')
  if (uniqueIds > 0) note('UNIQUE_ID', 'uniqueIdentifiers')
  if (uniqueIds > 0 && version === 1) note('VERSION_UNIQUE_ID', 'version')
  if ((serialNumber[0] ?? 0) >= 0x80 || serialNumber.every((octet) => octet === 0))
    note('SERIAL_NOT_POSITIVE', 'serialNumber')
  if (serialNumber.length > serialOctets) note('SERIAL_TOO_LONG', 'serialNumber')
  judgeAlgorithms(algorithms, note)
  if (key.algorithm.oid === oids.rsaEncryption)
    readable(note, 'subjectPublicKeyInfo', () => judgeRsaKey(key, note))
}

/** Of a certificate or a CRL. */
export function judgeAlgorithms(
  [inner, outer]: readonly [LooseAlgorithm, LooseAlgorithm],
  note: Note,
): void {
  const octets = ({ whole }: LooseAlgorithm): string => whole.join()
  if (octets(inner) !== octets(outer)) note('ALGORITHMS_DIFFER', 'signatureAlgorithm')
  for (const [at, { oid, parameters }] of [
    ['signature', inner],
    ['signatureAlgorithm', outer],
  ] as const) {
    // RSA PKCS #1 v1.5 with any digest; not PSS, whose parameters say something.
    const isRsa = /^1\.2\.840\.113549\.1\.1\.([2-5]|1[1-6])$/.test(oid)
    const isEcdsa = oid.startsWith('1.2.840.10045.4.')
    if ((isRsa && !isNull(parameters)) || (isEcdsa && parameters !== undefined))
      note('SIGNATURE_PARAMETERS', at)
  }
}

const isNull = (parameters: der.Element | undefined): boolean =>
  parameters?.tag === der.tags.null && parameters.content.length === 0

function judgeRsaKey({ algorithm, bits }: LooseCertificate['key'], note: Note): void {
  const at = 'subjectPublicKeyInfo'
  if (!isNull(algorithm.parameters)) note('KEY_PARAMETERS', at)
  const key = new der.Reader(der.readDer(der.readBitOctets(bits), der.tags.sequence))
  key.next(der.tags.integer)
  const { content: exponent } = key.next(der.tags.integer)
  if ((exponent[0] ?? 0) >= 0x80 || exponent.every((octet) => octet === 0)) note('KEY_EXPONENT', at)
}
