/**
 * The duties of those who issue certificates, CRLs and OCSP answers (RFC 5280 §4, §5, and what it names): a code each, with its clause, whether
 * it is a MUST or a SHOULD, and what was found against it. Codes stay for ever.
 */
export interface Duty {
  readonly clause: string
  readonly level: 'must' | 'should'
  readonly finding: string
}

const must = (clause: string, finding: string): Duty => ({ clause, level: 'must', finding })
const should = (clause: string, finding: string): Duty => ({ clause, level: 'should', finding })

export const duties = {
  // Any structure
  MALFORMED: must('X.690 §10, §11', 'it cannot be read as DER'),
  DEFAULT_WRITTEN: must('X.690 §11.5', 'a FALSE that is the default is written out'),
  EMPTY_LIST: must('RFC 5280 appendix A.2', 'a list that has at least one element is empty'),

  // fields.ts
  VERSION_EXTENSIONS: must(
    'RFC 5280 §4.1.2.9',
    'extensions stand in a version that has no extensions',
  ),
  VERSION_UNIQUE_ID: must('RFC 5280 §4.1.2.8', 'a unique identifier stands in version 1'),
  UNIQUE_ID: must('RFC 5280 §4.1.2.8', 'CAs must not generate unique identifiers'),
  SERIAL_NOT_POSITIVE: must('RFC 5280 §4.1.2.2', 'the serial number is not positive'),
  SERIAL_TOO_LONG: must('RFC 5280 §4.1.2.2', 'the serial number has more than 20 octets'),
  ALGORITHMS_DIFFER: must('RFC 5280 §4.1.1.2', 'the two signature algorithms differ'),
  SIGNATURE_PARAMETERS: must(
    'RFC 4055 §5, RFC 5758 §3.2',
    'the parameters of the signature algorithm are not NULL for RSA, or not absent for ECDSA',
  ),
  KEY_PARAMETERS: must('RFC 4055 §1.2', 'the parameters of an RSA key are not NULL'),
  KEY_EXPONENT: must('RFC 8017 §3.1', 'the exponent of an RSA key is not positive'),

  // times.ts
  UTC_TIME_WITHOUT_SECONDS: must('RFC 5280 §4.1.2.5.1', 'a UTCTime has no seconds'),
  UTC_TIME_NOT_ZULU: must('RFC 5280 §4.1.2.5.1', 'a UTCTime is not in Greenwich Mean Time'),
  GENERALIZED_TIME_NOT_ZULU: must(
    'RFC 5280 §4.1.2.5.2',
    'a GeneralizedTime is not in Greenwich Mean Time',
  ),
  GENERALIZED_TIME_FORM: must(
    'RFC 5280 §4.1.2.5.2',
    'a GeneralizedTime has no seconds, or fractions of them',
  ),
  TIME_BEFORE_2050: must('RFC 5280 §4.1.2.5', 'a time through 2049 is no UTCTime'),
  ENDS_BEFORE_BEGIN: must('RFC 5280 §4.1.2.5', 'the validity ends before it begins'),

  // names.ts
  NAME_EMPTY: must('RFC 5280 §4.1.2.4, §4.1.2.6', 'a CA’s or an issuer’s name is empty'),
  NAMELESS: must('RFC 5280 §4.1.2.6', 'neither a subject nor an alternative name is there'),
  ATTRIBUTE_TOO_LONG: must(
    'RFC 5280 appendix A.1, X.520',
    'an attribute of the name is longer than its upper bound',
  ),
  ATTRIBUTE_TYPE: must(
    'RFC 5280 appendix A.1',
    'an attribute of the name has another string type than is defined for it',
  ),
  ATTRIBUTE_CONTROL: must(
    'RFC 5280 appendix A.1',
    'an attribute of the name has control characters',
  ),
  ATTRIBUTE_OLD_TYPE: should(
    'RFC 5280 §4.1.2.4',
    'an attribute of the name is neither a PrintableString nor a UTF8String',
  ),
  EMAIL_NOT_ALTERNATIVE: must(
    'RFC 5280 §4.1.2.6',
    'an electronic mail address of the subject is not among the alternative names',
  ),

  // alternative-names.ts
  GENERAL_NAME_EMPTY: must('RFC 5280 §4.2.1.6', 'an alternative name is empty'),
  GENERAL_NAME_NOT_IA5: must('RFC 5280 §4.2.1.6', 'an alternative name is no IA5String'),
  EMAIL_FORM: must('RFC 5280 §4.2.1.6', 'an electronic mail address is no mailbox'),
  DNS_BLANK: must('RFC 5280 §4.2.1.6', 'a DNS name is a space'),
  DNS_TOO_LONG: must('RFC 1034 §3.1', 'a DNS name has more than 253 characters'),
  DNS_EMPTY_LABEL: must('RFC 1034 §3.5', 'a DNS name has an empty label'),
  DNS_LABEL_TOO_LONG: must('RFC 1034 §3.5', 'a label of a DNS name has more than 63 characters'),
  DNS_HYPHEN: must('RFC 1034 §3.5', 'a label of a DNS name begins or ends with a hyphen'),
  DNS_UNDERSCORE: must('RFC 1034 §3.5', 'a DNS name has an underscore'),
  DNS_WILDCARD: must('RFC 6125 §6.4.3', 'a wildcard is not the whole first label of several'),
  DNS_CHARACTERS: must(
    'RFC 1034 §3.5, RFC 1123 §2.1',
    'a DNS name has other characters than letters, digits and hyphens, or is an address',
  ),
  URI_RELATIVE: must('RFC 5280 §4.2.1.6', 'a URI has no scheme'),
  URI_EMPTY: must('RFC 5280 §4.2.1.6', 'a URI has nothing after its scheme'),
  URI_HOST: must(
    'RFC 5280 §4.2.1.6',
    'the host of a URI is neither a fully qualified domain name nor an address',
  ),
  ALTERNATIVE_NOT_CRITICAL: must(
    'RFC 5280 §4.2.1.6',
    'the subject is empty, and its alternative names are not critical',
  ),

  // extensions.ts
  EXTENSION_TWICE: must('RFC 5280 §4.2', 'an extension comes twice'),
  MUST_BE_CRITICAL: must('RFC 5280 §4.2', 'an extension is not critical, and must be'),
  SHOULD_BE_CRITICAL: should('RFC 5280 §4.2', 'an extension is not critical, and should be'),
  MUST_NOT_BE_CRITICAL: must('RFC 5280 §4.2', 'an extension is critical, and must not be'),
  SHOULD_NOT_BE_CRITICAL: should('RFC 5280 §4.2', 'an extension is critical, and should not be'),
  AUTHORITY_KEY_MISSING: must(
    'RFC 5280 §4.2.1.1, §5.2.1',
    'the key identifier of the issuer is missing',
  ),
  CA_KEY_IDENTIFIER_MISSING: must('RFC 5280 §4.2.1.2', 'a CA has no subject key identifier'),
  KEY_IDENTIFIER_MISSING: should(
    'RFC 5280 §4.2.1.2',
    'an end entity has no subject key identifier',
  ),

  // key-usage.ts
  KEY_USAGE_EMPTY: must('RFC 5280 §4.2.1.3', 'no bit of the key usage is set'),
  KEY_USAGE_UNKNOWN: must('RFC 5280 §4.2.1.3', 'the key usage has more than nine bits'),
  KEY_USAGE_TRAILING_ZEROS: must(
    'X.690 §11.2.2',
    'the key usage ends with bits that are zero, or counts unused bits wrongly',
  ),
  KEY_USAGE_TRAILING_OCTETS: must('X.690 §11.2.2', 'the key usage ends with an octet of zeros'),
  CERT_SIGN_WITHOUT_CA: must(
    'RFC 5280 §4.2.1.3, §4.2.1.9',
    'the key may sign certificates, and is no CA’s',
  ),
  RSA_KEY_USAGE: must('RFC 3279 §2.3.1', 'a usage that an RSA key of its kind must not have'),
  RSA_CA_ENCIPHERMENT: should(
    'RFC 3279 §2.3.1',
    'the RSA key of a CA signs certificates or lists, and enciphers',
  ),
  EC_ENCIPHERMENT: must('RFC 8813 §3', 'a key of an elliptic curve is for encipherment'),
  EC_KEY_USAGE: must(
    'RFC 5480 §3',
    'an end entity’s key of an elliptic curve has another usage than to sign or to agree',
  ),
  PURPOSES_INCONSISTENT: must(
    'RFC 5280 §4.2.1.12',
    'a key usage that suits none of the extended key usages',
  ),
  ANY_PURPOSE_CRITICAL: should(
    'RFC 5280 §4.2.1.12',
    'an extended key usage with anyExtendedKeyUsage is critical',
  ),

  // constraints.ts
  PATH_LENGTH_NOT_CA: must(
    'RFC 5280 §4.2.1.9',
    'there is a path length, and it is no CA’s that may sign certificates',
  ),
  PATH_LENGTH_NEGATIVE: must('RFC 5280 §4.2.1.9', 'the path length is negative'),
  NAME_CONSTRAINTS_NOT_CA: must('RFC 5280 §4.2.1.10', 'there are name constraints, and no CA'),
  SUBTREE_MINIMUM: must('RFC 5280 §4.2.1.10', 'the minimum of a subtree is not zero'),
  SUBTREE_MAXIMUM: must('RFC 5280 §4.2.1.10', 'a subtree has a maximum'),
  SUBTREE_URI: must(
    'RFC 5280 §4.2.1.10',
    'the constraint of a URI is no fully qualified domain name',
  ),
  SUBTREE_KIND: should(
    'RFC 5280 §4.2.1.10',
    'a constraint of an X.400 address, an EDI party or a registered identifier',
  ),

  // policies.ts
  POLICY_TWICE: must('RFC 5280 §4.2.1.4', 'a policy comes twice'),
  ANY_POLICY_QUALIFIER: must(
    'RFC 5280 §4.2.1.4',
    'anyPolicy has a qualifier other than CPS pointer and user notice',
  ),
  NOTICE_REFERENCE: should('RFC 5280 §4.2.1.4', 'a user notice has a noticeRef'),
  NOTICE_TOO_LONG: must('RFC 6818 §3', 'an explicitText has more than 200 characters'),
  NOTICE_IA5: must('RFC 6818 §3', 'an explicitText is an IA5String'),
  NOTICE_NOT_UTF8: should('RFC 6818 §3', 'an explicitText is no UTF8String'),
  NOTICE_CONTROL: should('RFC 6818 §3', 'an explicitText has control characters'),
  NOTICE_NOT_NORMAL: should('RFC 6818 §3', 'an explicitText is not in the normal form C'),
  ANY_POLICY_MAPPED: must('RFC 5280 §4.2.1.5', 'a policy is mapped to or from anyPolicy'),
  MAPPED_POLICY_MISSING: should(
    'RFC 5280 §4.2.1.5',
    'a policy that is mapped is none of the certificate’s',
  ),

  // pointers.ts
  POINT_INCOMPLETE: must(
    'RFC 5280 §4.2.1.13',
    'a distribution point has neither a name nor an issuer',
  ),
  POINT_WITHOUT_URI: should(
    'RFC 5280 §4.2.1.13',
    'a distribution point has no HTTP or LDAP address',
  ),
  CA_ISSUERS_WITHOUT_URI: should(
    'RFC 5280 §4.2.2.1',
    'the issuer’s certificate is at no HTTP or LDAP address',
  ),

  // crl.ts
  CRL_VERSION: must('RFC 5280 §5.1.2.1', 'the CRL is not of version 2'),
  CRL_EMPTY_LIST: must('RFC 5280 §5.1.2.6', 'a list of revoked certificates is there and is empty'),
  CRL_NEXT_UPDATE_MISSING: must(
    'RFC 5280 §5.1.2.5',
    'the CRL does not say when the next one comes',
  ),
  CRL_NUMBER_MISSING: must('RFC 5280 §5.2.3', 'the CRL has no number'),
  CRL_NUMBER_TOO_LONG: must('RFC 5280 §5.2.3', 'the number of the CRL has more than 20 octets'),
  ENTRY_TWICE: must('RFC 5280 §5.1.2.6', 'a certificate is listed twice'),
  ENTRY_AFTER_LIST: must(
    'RFC 5280 §5.1.2.4, §5.1.2.6',
    'a certificate was revoked later than the CRL was made',
  ),
  ENTRY_BEFORE_UTC_TIME: must(
    'RFC 5280 §5.1.2.6, §4.1.2.5',
    'a certificate was revoked before 1950, which no UTCTime can say',
  ),
  REASON_UNSPECIFIED: should('RFC 5280 §5.3.1', 'the reason is unspecified, and is written out'),
  REASON_UNKNOWN: must('RFC 5280 §5.3.1', 'the reason is none of those that are defined'),

  // ocsp.ts
  STATUS_AFTER_ANSWER: must(
    'RFC 6960 §4.2.2.1',
    'a status is said as of a moment after the answer was made',
  ),
} as const satisfies Record<string, Duty>

export type DutyCode = keyof typeof duties

/** What was found against a duty. */
export interface Finding {
  readonly code: DutyCode
  /** Where, by the names of RFC 5280: `subjectAltName`, `subject.commonName`. */
  readonly at: string
  readonly clause: string
  readonly level: Duty['level']
  /** A sentence. */
  readonly text: string
}

/** Notes a finding, once for a place. */
export type Note = (code: DutyCode, at: string) => void

/** @param read notes what it finds, and may ask what was found by then */
export function findings(read: (note: Note, found: () => Finding[]) => void): Finding[] {
  const noted = new Map<string, Finding>()
  const note: Note = (code, at) => {
    const { clause, level, finding } = duties[code]
    noted.set(`${code} ${at}`, { code, at, clause, level, text: `${at}: ${finding}` })
  }
  const found = (): Finding[] => [...noted.values()]
  read(note, found)
  return found()
}
