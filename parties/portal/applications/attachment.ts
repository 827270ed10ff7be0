/** Papers beside an application: PDF, JPEG or PNG, told by what is in them and not by what they are called. */

export const attachmentTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type AttachmentType = (typeof attachmentTypes)[number]

export const attachmentLimits = {
  /** Octets of one. */
  size: 3 * 1024 * 1024,
  /** Of an application. */
  most: 5,
  /** Characters of its name. */
  name: 120,
} as const

const startsWith = (bytes: Uint8Array, octets: readonly number[]): boolean =>
  octets.every((octet, at) => bytes[at] === octet)
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** How much of the end is looked at (ISO 32000-1 §7.5.5, Annex H of Adobe's: within the last 1024 octets). */
const tail = 1024

/** ISO 32000-1 §7.5.2; ITU-T T.81 B.1.1.3; PNG (ISO/IEC 15948) §5.2, §11.2.5: begin and end. @returns undefined: none of the three */
export function attachmentTypeOf(bytes: Uint8Array): AttachmentType | undefined {
  const end = latin1(bytes.subarray(-tail))
  if (latin1(bytes.subarray(0, 5)) === '%PDF-')
    return /%%EOF\s*$/.test(end) ? 'application/pdf' : undefined
  if (startsWith(bytes, [0xff, 0xd8, 0xff]))
    return end.endsWith('\xff\xd9') ? 'image/jpeg' : undefined
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return end.endsWith('IEND\xae\x42\x60\x82') ? 'image/png' : undefined
  return undefined
}
