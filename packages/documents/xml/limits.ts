/** How much work a document may make. Each limit has a code of its own; the numbers are ours. */
export const limits = {
  /** Octets of one document, and of one external one: XML_TOO_LARGE. */
  octets: 8 * 1024 * 1024,
  /** Signature elements: XML_TOO_MANY_SIGNATURES. */
  signatures: 16,
  /** Of one Signature: XML_TOO_MANY_REFERENCES. */
  references: 64,
  /** Of one Reference: XML_TOO_MANY_TRANSFORMS. */
  transforms: 4,
  /** Of one Signature: XML_TOO_MANY_CERTIFICATES. */
  certificates: 16,
  /** Of one element: libxml2 sorts them in quadratic time. XML_WORK_LIMIT */
  attributes: 256,
  /** Elements with text beside comments or CDATA sections. XML_WORK_LIMIT */
  mixed: 1000,
  /** For one call: octets read, and tags times the square of the prefixes, which libxml2 compares pair by pair. XML_WORK_LIMIT */
  work: 2 ** 27,
} as const
