/** Every duty broken once, in a certificate or a CRL that breaks no other: it is found there, as what it is and nothing else. */
import { hex } from '@kazashi/octets'
import { beforeAll, expect, test } from 'vitest'
import * as der from '../der.ts'
import { encodeName } from '../name.ts'
import { oids } from '../oids.ts'
import { newSigner } from '../test-chain.ts'
import { certificateDuties, crlDuties, duties } from './index.ts'

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const bytes = (value: string): Uint8Array => hex.parse(value.replaceAll(' ', '')) ?? der.nothing()
const extension = (oid: string, value: Uint8Array, critical = false): Uint8Array =>
  der.sequence(der.oid(oid), ...(critical ? [der.boolean(true)] : []), der.octetString(value))
const utc = (value: string): Uint8Array => der.tlv(der.tags.utcTime, text(value))
const generalized = (value: string): Uint8Array => der.tlv(der.tags.generalizedTime, text(value))
const attribute = (oid: string, value: Uint8Array): Uint8Array =>
  der.sequence(der.setOf(der.sequence(der.oid(oid), value)))
const algorithm = (oid: string, ...parameters: readonly Uint8Array[]): Uint8Array =>
  der.sequence(der.oid(oid), ...parameters)
const names = (...list: readonly Uint8Array[]): Uint8Array => der.sequence(...list)
const dns = (value: string): Uint8Array => der.tlv(0x82, text(value))
const email = (value: string): Uint8Array => der.tlv(0x81, text(value))
const uri = (value: string): Uint8Array => der.tlv(0x86, text(value))

const san = (list: Uint8Array, critical = false) => extension(oids.subjectAltName, list, critical)
const ski = extension(oids.subjectKeyIdentifier, der.octetString(bytes('01 02 03')))
const aki = extension(oids.authorityKeyIdentifier, bytes('30 05 80 03 01 02 03'))
const usage = (value: string, critical = true) => extension(oids.keyUsage, bytes(value), critical)
const signs = usage('03 02 07 80')
const issues = usage('03 02 01 06')
const ca = extension(oids.basicConstraints, bytes('30 03 01 01 ff'), true)
const ofCa = [ski, aki, issues, ca]

const policy = (oid: string, ...qualifiers: readonly Uint8Array[]): Uint8Array =>
  der.sequence(der.oid(oid), ...(qualifiers.length > 0 ? [der.sequence(...qualifiers)] : []))
const policies = (...list: readonly Uint8Array[]): Uint8Array =>
  extension(oids.certificatePolicies, der.sequence(...list))
const notice = (...parts: readonly Uint8Array[]): Uint8Array =>
  policies(policy('1.2.3', der.sequence(der.oid(oids.userNotice), der.sequence(...parts))))
const mapping = (issuer: string, subject: string, critical = true): Uint8Array =>
  extension(
    oids.policyMappings,
    der.sequence(der.sequence(der.oid(issuer), der.oid(subject))),
    critical,
  )
const purposes = (critical: boolean, ...list: readonly string[]): Uint8Array =>
  extension(oids.extendedKeyUsage, der.sequenceOf(list.map(der.oid)), critical)
const subtrees = (...list: readonly Uint8Array[]): Uint8Array =>
  extension(oids.nameConstraints, der.sequence(der.implicit(0, der.sequence(...list))), true)
const point = (...parts: readonly Uint8Array[]): Uint8Array =>
  extension(oids.cRLDistributionPoints, der.sequence(der.sequence(...parts)))
const fullName = (name: Uint8Array): Uint8Array =>
  der.explicit(0, der.implicit(0, der.sequence(name)))

const ecdsa = algorithm(oids.ecdsaWithSHA256)
const sha256 = oids.sha256WithRSAEncryption
const subject = encodeName([['CN', 'somebody']])
const fields = {
  version: der.explicit(0, der.integer(2)),
  serialNumber: der.integer(7),
  inner: ecdsa,
  issuer: encodeName([['CN', 'a CA']]),
  validity: der.sequence(utc('260101000000Z'), utc('300101000000Z')),
  subject,
  key: der.nothing(),
  uniqueIds: new Uint8Array(),
  outer: ecdsa,
}
type Fields = Readonly<Record<keyof typeof fields, Uint8Array>>
let ecKey: Uint8Array
let rsaKey: Uint8Array
beforeAll(async () => {
  ecKey = (await newSigner('ES256')).signer.publicKey
  rsaKey = (await newSigner('RS256')).signer.publicKey
})

const signed = (tbs: readonly Uint8Array[], outer: Uint8Array): Uint8Array =>
  der.sequence(der.sequence(...tbs), outer, der.bitString(new Uint8Array(64)))

/** With an end entity's extensions if none are given. */
function certificate(
  change: Partial<Fields> = {},
  extensions: readonly Uint8Array[] = [ski, aki, signs],
): Uint8Array {
  const { outer, ...tbs } = { ...fields, key: ecKey, ...change }
  const list = extensions.length > 0 ? [der.explicit(3, der.sequence(...extensions))] : []
  return signed([...Object.values(tbs), ...list], outer)
}
const having = (...more: readonly Uint8Array[]) => certificate({}, [ski, aki, signs, ...more])
const below = (...more: readonly Uint8Array[]) => certificate({}, [...ofCa, ...more])
const withAttribute = (oid: string, value: Uint8Array) =>
  certificate({ subject: attribute(oid, value) })

const number = extension(oids.cRLNumber, der.integer(1))
const entry = (...parts: readonly Uint8Array[]): Uint8Array =>
  der.sequence(der.integer(9), ...(parts.length > 0 ? parts : [utc('260101000000Z')]))
const ofList = {
  version: der.integer(1),
  inner: ecdsa,
  issuer: fields.issuer,
  thisUpdate: utc('260201000000Z'),
  nextUpdate: utc('260301000000Z'),
  entries: der.sequence(entry()),
}
function crl(
  change: Partial<Record<keyof typeof ofList, Uint8Array>> = {},
  extensions: readonly Uint8Array[] = [aki, number],
): Uint8Array {
  return signed(
    [...Object.values({ ...ofList, ...change }), der.explicit(0, der.sequence(...extensions))],
    ecdsa,
  )
}
const listing = (...entries: readonly Uint8Array[]) => crl({ entries: der.sequence(...entries) })
const because = (reason: number) =>
  entry(utc('260101000000Z'), der.sequence(extension(oids.reasonCode, der.enumerated(reason))))
/** SubjectPublicKeyInfo with the same bits. */
const rekeyed = (algorithmIdentifier: Uint8Array) => {
  const reader = new der.Reader(der.readDer(rsaKey))
  reader.any()
  return der.sequence(algorithmIdentifier, reader.any().whole)
}

/** What is found: its code and place; what has it; and what comes with it. Lazy, as keys are drawn first. */
const cases: readonly (readonly [string, () => Uint8Array, ...string[]])[] = [
  ['MALFORMED certificate', () => bytes('30 00')],
  [
    'MALFORMED inhibitAnyPolicy',
    () => having(extension(oids.inhibitAnyPolicy, bytes('02 01'), true)),
  ],
  ['MALFORMED subjectAltName.ip', () => having(san(names(der.tlv(0x87, bytes('0a 00 01')))))],
  [
    'MALFORMED notAfter',
    () => certificate({ validity: der.sequence(utc('260101000000Z'), utc('soon')) }),
  ],
  [
    'DEFAULT_WRITTEN subjectKeyIdentifier.critical',
    () =>
      certificate({}, [bytes('30 0f 06 03 55 1d 0e 01 01 00 04 05 04 03 01 02 03'), aki, signs]),
  ],
  [
    'DEFAULT_WRITTEN basicConstraints.cA',
    () => having(extension(oids.basicConstraints, bytes('30 03 01 01 00'), true)),
  ],
  ['EMPTY_LIST extendedKeyUsage', () => having(purposes(false))],
  [
    'EMPTY_LIST certificatePolicies.policyQualifiers',
    () => having(policies(der.sequence(der.oid('1.2.3'), der.sequence()))),
  ],

  ['VERSION_EXTENSIONS version', () => certificate({ version: der.explicit(0, der.integer(1)) })],
  ['UNIQUE_ID uniqueIdentifiers', () => certificate({ uniqueIds: bytes('81 02 00 01') })],
  [
    'VERSION_UNIQUE_ID version',
    () => certificate({ version: new Uint8Array(), uniqueIds: bytes('82 02 00 01') }, []),
    'UNIQUE_ID uniqueIdentifiers',
    'KEY_IDENTIFIER_MISSING subjectKeyIdentifier',
    'AUTHORITY_KEY_MISSING authorityKeyIdentifier',
  ],
  ['SERIAL_NOT_POSITIVE serialNumber', () => certificate({ serialNumber: der.integer(0) })],
  ['SERIAL_NOT_POSITIVE serialNumber', () => certificate({ serialNumber: bytes('02 01 80') })],
  [
    'SERIAL_TOO_LONG serialNumber',
    () => certificate({ serialNumber: der.integer(new Uint8Array(21).fill(1)) }),
  ],
  [
    'SERIAL_TOO_LONG serialNumber',
    () => certificate({ serialNumber: der.integer(new Uint8Array(20).fill(0x80)) }),
  ],
  [
    'ALGORITHMS_DIFFER signatureAlgorithm',
    () => certificate({ outer: algorithm(oids.ecdsaWithSHA384) }),
  ],
  [
    'SIGNATURE_PARAMETERS signature',
    () => certificate({ inner: algorithm(sha256), outer: algorithm(sha256) }),
    'SIGNATURE_PARAMETERS signatureAlgorithm',
  ],
  [
    'SIGNATURE_PARAMETERS signature',
    () => certificate({ inner: algorithm(oids.ecdsaWithSHA256, der.nothing()) }),
    'ALGORITHMS_DIFFER signatureAlgorithm',
  ],
  [
    'KEY_PARAMETERS subjectPublicKeyInfo',
    () => certificate({ key: rekeyed(algorithm(oids.rsaEncryption)) }),
  ],
  [
    'KEY_EXPONENT subjectPublicKeyInfo',
    () =>
      certificate({
        key: der.sequence(
          algorithm(oids.rsaEncryption, der.nothing()),
          der.bitString(bytes('30 06 02 01 15 02 01 fd')),
        ),
      }),
  ],

  [
    'UTC_TIME_WITHOUT_SECONDS notBefore',
    () => certificate({ validity: der.sequence(utc('2601010000Z'), utc('300101000000Z')) }),
  ],
  [
    'UTC_TIME_NOT_ZULU notAfter',
    () => certificate({ validity: der.sequence(utc('260101000000Z'), utc('300101000000+0900')) }),
  ],
  [
    'GENERALIZED_TIME_NOT_ZULU notAfter',
    () =>
      certificate({
        validity: der.sequence(utc('260101000000Z'), generalized('20510101000000+0900')),
      }),
  ],
  [
    'GENERALIZED_TIME_FORM notAfter',
    () =>
      certificate({
        validity: der.sequence(utc('260101000000Z'), generalized('20510101000000.5Z')),
      }),
  ],
  [
    'GENERALIZED_TIME_FORM notAfter',
    () =>
      certificate({ validity: der.sequence(utc('260101000000Z'), generalized('205101010000Z')) }),
  ],
  [
    'TIME_BEFORE_2050 notAfter',
    () =>
      certificate({ validity: der.sequence(utc('260101000000Z'), generalized('20491231235959Z')) }),
  ],
  [
    'ENDS_BEFORE_BEGIN validity',
    () => certificate({ validity: der.sequence(utc('300101000001Z'), utc('300101000000Z')) }),
  ],

  ['NAME_EMPTY issuer', () => certificate({ issuer: der.sequence() })],
  [
    'NAME_EMPTY subject',
    () => certificate({ subject: der.sequence() }, [...ofCa, san(names(dns('a.example')), true)]),
  ],
  ['NAMELESS subject', () => certificate({ subject: der.sequence() })],
  [
    'ATTRIBUTE_TOO_LONG subject.commonName',
    () => withAttribute('2.5.4.3', der.utf8String('a'.repeat(65))),
  ],
  [
    'ATTRIBUTE_TOO_LONG subject.localityName',
    () => withAttribute('2.5.4.7', der.utf8String('見'.repeat(129))),
  ],
  ['ATTRIBUTE_TYPE subject.countryName', () => withAttribute('2.5.4.6', der.utf8String('JP'))],
  [
    'ATTRIBUTE_TYPE issuer.countryName',
    () => certificate({ issuer: attribute('2.5.4.6', der.utf8String('JP')) }),
  ],
  [
    'ATTRIBUTE_CONTROL subject.commonName',
    () => withAttribute('2.5.4.3', der.utf8String('a\u0007')),
  ],
  [
    'ATTRIBUTE_OLD_TYPE subject.commonName',
    () => withAttribute('2.5.4.3', der.tlv(der.tags.teletexString, text('a'))),
  ],
  [
    'EMAIL_NOT_ALTERNATIVE subject',
    () =>
      certificate({ subject: encodeName([['emailAddress', 'a@b.example']]) }, [
        ski,
        aki,
        signs,
        san(names(email('c@b.example'))),
      ]),
  ],

  ['GENERAL_NAME_EMPTY subjectAltName', () => having(san(names(dns(''))))],
  ['GENERAL_NAME_EMPTY subjectAltName', () => having(san(names(der.explicit(4, der.sequence()))))],
  ['GENERAL_NAME_NOT_IA5 subjectAltName.dns', () => having(san(names(dns('見本.example'))))],
  ['EMAIL_FORM subjectAltName.email', () => having(san(names(email('Hanako <a@b.example>'))))],
  [
    'EMAIL_FORM issuerAltName.email',
    () => having(extension(oids.issuerAltName, names(email('a@b.example (home)')))),
  ],
  ['DNS_BLANK subjectAltName.dns', () => having(san(names(dns(' '))))],
  ['DNS_TOO_LONG subjectAltName.dns', () => having(san(names(dns(`${'abcdefgh.'.repeat(28)}ab`))))],
  ['DNS_EMPTY_LABEL subjectAltName.dns', () => having(san(names(dns('.b.example'))))],
  [
    'DNS_LABEL_TOO_LONG subjectAltName.dns',
    () => having(san(names(dns(`${'a'.repeat(64)}.example`)))),
  ],
  ['DNS_HYPHEN subjectAltName.dns', () => having(san(names(dns('a-.example'))))],
  ['DNS_UNDERSCORE subjectAltName.dns', () => having(san(names(dns('a_b.example'))))],
  ['DNS_WILDCARD subjectAltName.dns', () => having(san(names(dns('www.*.example'))))],
  ['DNS_WILDCARD subjectAltName.dns', () => having(san(names(dns('*'))))],
  ['DNS_CHARACTERS subjectAltName.dns', () => having(san(names(dns('a\0.example'))))],
  ['DNS_CHARACTERS subjectAltName.dns', () => having(san(names(dns('10.0.0.1'))))],
  ['URI_RELATIVE subjectAltName.uri', () => having(san(names(uri('www.b.example/a'))))],
  ['URI_EMPTY subjectAltName.uri', () => having(san(names(uri('https://'))))],
  ['URI_HOST subjectAltName.uri', () => having(san(names(uri('https://b/'))))],
  ['URI_HOST subjectAltName.uri', () => having(san(names(uri('https://me@*.*.example:1/'))))],
  ['URI_HOST subjectAltName.uri', () => having(san(names(uri('https://300.0.0.1/'))))],
  [
    'ALTERNATIVE_NOT_CRITICAL subjectAltName',
    () => certificate({ subject: der.sequence() }, [ski, aki, signs, san(names(dns('a.example')))]),
  ],

  ['EXTENSION_TWICE subjectKeyIdentifier', () => having(ski)],
  [
    'MUST_BE_CRITICAL basicConstraints',
    () =>
      certificate({}, [
        ski,
        aki,
        issues,
        extension(oids.basicConstraints, bytes('30 03 01 01 ff')),
      ]),
  ],
  [
    'MUST_BE_CRITICAL inhibitAnyPolicy',
    () => below(extension(oids.inhibitAnyPolicy, der.integer(0))),
  ],
  [
    'MUST_NOT_BE_CRITICAL authorityInfoAccess',
    () =>
      having(
        extension(
          oids.authorityInfoAccess,
          der.sequence(der.sequence(der.oid(oids.ocsp), uri('http://b.example'))),
          true,
        ),
      ),
  ],
  ['SHOULD_BE_CRITICAL keyUsage', () => certificate({}, [ski, aki, usage('03 02 07 80', false)])],
  [
    'SHOULD_NOT_BE_CRITICAL issuerAltName',
    () => having(extension(oids.issuerAltName, names(dns('b.example')), true)),
  ],
  ['SHOULD_NOT_BE_CRITICAL subjectAltName', () => having(san(names(dns('b.example')), true))],
  ['AUTHORITY_KEY_MISSING authorityKeyIdentifier', () => certificate({}, [ski, signs])],
  [
    'AUTHORITY_KEY_MISSING authorityKeyIdentifier',
    () => certificate({}, [ski, signs, extension(oids.authorityKeyIdentifier, bytes('30 00'))]),
  ],
  ['CA_KEY_IDENTIFIER_MISSING subjectKeyIdentifier', () => certificate({}, [aki, issues, ca])],
  ['KEY_IDENTIFIER_MISSING subjectKeyIdentifier', () => certificate({}, [aki, signs])],

  ['KEY_USAGE_EMPTY keyUsage', () => certificate({}, [ski, aki, usage('03 01 00')])],
  [
    'KEY_USAGE_UNKNOWN keyUsage',
    () =>
      certificate(
        { key: der.sequence(algorithm('1.3.101.112'), der.bitString(new Uint8Array(32))) },
        [ski, aki, usage('03 03 06 80 40')],
      ),
  ],
  ['KEY_USAGE_TRAILING_ZEROS keyUsage', () => certificate({}, [ski, aki, usage('03 02 00 80')])],
  [
    'KEY_USAGE_TRAILING_OCTETS keyUsage',
    () => certificate({}, [ski, aki, usage('03 03 07 80 00')]),
    'KEY_USAGE_TRAILING_ZEROS keyUsage',
  ],
  [
    'CERT_SIGN_WITHOUT_CA keyUsage',
    () => certificate({ key: rsaKey }, [ski, aki, usage('03 02 02 04')]),
    'RSA_KEY_USAGE keyUsage',
  ],
  ['RSA_KEY_USAGE keyUsage', () => certificate({ key: rsaKey }, [ski, aki, usage('03 02 03 88')])],
  [
    'RSA_KEY_USAGE keyUsage',
    () => certificate({ key: rsaKey }, [ski, aki, ca, usage('03 02 02 0c')]),
  ],
  [
    'RSA_CA_ENCIPHERMENT keyUsage',
    () => certificate({ key: rsaKey }, [ski, aki, ca, usage('03 02 02 24')]),
  ],
  [
    'EC_ENCIPHERMENT keyUsage',
    () => certificate({}, [ski, aki, usage('03 02 05 20')]),
    'EC_KEY_USAGE keyUsage',
  ],
  ['EC_ENCIPHERMENT keyUsage', () => certificate({}, [ski, aki, ca, usage('03 02 04 10')])],
  ['EC_KEY_USAGE keyUsage', () => certificate({}, [ski, aki, usage('03 02 01 82')])],
  [
    'PURPOSES_INCONSISTENT extendedKeyUsage',
    () => certificate({}, [ski, aki, usage('03 02 06 c0'), purposes(false, oids.clientAuth)]),
  ],
  ['ANY_PURPOSE_CRITICAL extendedKeyUsage', () => having(purposes(true, oids.anyExtendedKeyUsage))],

  [
    'PATH_LENGTH_NOT_CA basicConstraints',
    () => having(extension(oids.basicConstraints, bytes('30 03 02 01 00'), true)),
  ],
  [
    'PATH_LENGTH_NOT_CA basicConstraints',
    () =>
      certificate({}, [
        ski,
        aki,
        signs,
        extension(oids.basicConstraints, bytes('30 06 01 01 ff 02 01 00'), true),
      ]),
  ],
  [
    'PATH_LENGTH_NEGATIVE basicConstraints',
    () =>
      certificate({}, [
        ski,
        aki,
        issues,
        extension(oids.basicConstraints, bytes('30 06 01 01 ff 02 01 ff'), true),
      ]),
  ],
  ['NAME_CONSTRAINTS_NOT_CA nameConstraints', () => having(subtrees(der.sequence(dns('example'))))],
  [
    'SUBTREE_MINIMUM nameConstraints',
    () => below(subtrees(der.sequence(dns('example'), bytes('80 01 01')))),
  ],
  [
    'SUBTREE_MAXIMUM nameConstraints',
    () => below(subtrees(der.sequence(dns('example'), bytes('81 01 01')))),
  ],
  ['SUBTREE_URI nameConstraints', () => below(subtrees(der.sequence(uri('http://b.example'))))],
  [
    'SUBTREE_KIND nameConstraints.registeredId',
    () => below(subtrees(der.sequence(bytes('88 02 2a 03')))),
  ],

  [
    'POLICY_TWICE certificatePolicies',
    () => having(policies(policy('1.2.3'), policy('1.2.4'), policy('1.2.3'))),
  ],
  [
    'ANY_POLICY_QUALIFIER certificatePolicies',
    () => having(policies(policy(oids.anyPolicy, der.sequence(der.oid('1.2.3'), der.nothing())))),
  ],
  [
    'NOTICE_REFERENCE certificatePolicies.userNotice',
    () => having(notice(der.sequence(der.utf8String('us'), der.sequence(der.integer(1))))),
  ],
  [
    'NOTICE_TOO_LONG certificatePolicies.userNotice',
    () => having(notice(der.utf8String('a'.repeat(201)))),
  ],
  [
    'NOTICE_IA5 certificatePolicies.userNotice',
    () => having(notice(der.ia5String('a'))),
    'NOTICE_NOT_UTF8 certificatePolicies.userNotice',
  ],
  [
    'NOTICE_NOT_UTF8 certificatePolicies.userNotice',
    () => having(notice(der.tlv(der.tags.bmpString, bytes('00 61')))),
  ],
  [
    'NOTICE_CONTROL certificatePolicies.userNotice',
    () => having(notice(der.utf8String('a\u0088'))),
  ],
  [
    'NOTICE_NOT_NORMAL certificatePolicies.userNotice',
    () => having(notice(der.utf8String('a\u0300'))),
  ],
  [
    'ANY_POLICY_MAPPED policyMappings',
    () => below(policies(policy('1.2.3')), mapping('1.2.3', oids.anyPolicy)),
  ],
  [
    'MAPPED_POLICY_MISSING policyMappings',
    () => below(policies(policy('1.2.3')), mapping('1.2.4', '1.2.3')),
  ],
  [
    'SHOULD_BE_CRITICAL policyMappings',
    () => below(policies(policy('1.2.3')), mapping('1.2.3', '1.2.4', false)),
  ],

  ['POINT_INCOMPLETE cRLDistributionPoints', () => having(point(bytes('81 02 06 40')))],
  [
    'POINT_WITHOUT_URI cRLDistributionPoints',
    () => having(point(fullName(der.explicit(4, subject)))),
  ],
  [
    'CA_ISSUERS_WITHOUT_URI authorityInfoAccess',
    () =>
      having(
        extension(
          oids.authorityInfoAccess,
          der.sequence(der.sequence(der.oid(oids.caIssuers), dns('b.example'))),
        ),
      ),
  ],
]

const ofCrls: readonly (readonly [string, () => Uint8Array, ...string[]])[] = [
  ['MALFORMED crl', () => bytes('30 00')],
  ['CRL_VERSION version', () => crl({ version: new Uint8Array() })],
  ['CRL_NEXT_UPDATE_MISSING nextUpdate', () => crl({ nextUpdate: new Uint8Array() })],
  ['TIME_BEFORE_2050 thisUpdate', () => crl({ thisUpdate: generalized('20260201000000Z') })],
  ['ALGORITHMS_DIFFER signatureAlgorithm', () => crl({ inner: algorithm(oids.ecdsaWithSHA384) })],
  ['CRL_NUMBER_MISSING cRLNumber', () => crl({}, [aki])],
  [
    'CRL_NUMBER_TOO_LONG cRLNumber',
    () => crl({}, [aki, extension(oids.cRLNumber, der.integer(new Uint8Array(21).fill(1)))]),
  ],
  [
    'MUST_NOT_BE_CRITICAL cRLNumber',
    () => crl({}, [aki, extension(oids.cRLNumber, der.integer(1), true)]),
  ],
  [
    'MUST_BE_CRITICAL issuingDistributionPoint',
    () => crl({}, [aki, number, extension(oids.issuingDistributionPoint, bytes('30 03 81 01 ff'))]),
  ],
  ['AUTHORITY_KEY_MISSING authorityKeyIdentifier', () => crl({}, [number])],
  ['EXTENSION_TWICE cRLNumber', () => crl({}, [aki, number, number])],
  ['CRL_EMPTY_LIST revokedCertificates', () => listing()],
  ['ENTRY_TWICE revokedCertificates', () => listing(entry(), entry(utc('260102000000Z')))],
  ['ENTRY_AFTER_LIST revokedCertificates', () => listing(entry(utc('260201000001Z')))],
  [
    'ENTRY_BEFORE_UTC_TIME revokedCertificates',
    () => listing(entry(generalized('19491231235959Z'))),
  ],
  ['REASON_UNSPECIFIED revokedCertificates.reasonCode', () => listing(because(0))],
  ['REASON_UNKNOWN revokedCertificates.reasonCode', () => listing(because(7))],
  ['REASON_UNKNOWN revokedCertificates.reasonCode', () => listing(because(11))],
]

const found = (list: ReturnType<typeof crlDuties>): string[] =>
  list.map(({ code, at }) => `${code} ${at}`).toSorted()

const row = ([wanted, make, ...more]: (typeof cases)[number]) => ({ wanted, make, more })

test.each(cases.map(row))(
  'RFC 5280 §4 $wanted is found, and nothing else',
  ({ wanted, make, more }) => {
    expect(found(certificateDuties(make()))).toEqual([wanted, ...more].toSorted())
  },
)

test.each(ofCrls.map(row))(
  'RFC 5280 §5 $wanted is found in a CRL, and nothing else',
  ({ wanted, make }) => {
    expect(found(crlDuties(make()))).toEqual([wanted])
  },
)

test('RFC 5280 §4, §5 nothing is found where no duty is broken, up to the bounds', () => {
  const good = [
    certificate(),
    certificate({ serialNumber: der.integer(new Uint8Array(20).fill(0x7f)) }),
    certificate({ validity: der.sequence(utc('260101000000Z'), generalized('20500101000000Z')) }),
    withAttribute('2.5.4.3', der.utf8String('見'.repeat(64))),
    having(san(names(dns('*.b.example'), email('a@b.example'), uri('http://localhost:1/')))),
    having(san(names(uri('urn:b:c'), uri('https://10.0.0.1/'), uri('https://[::1]/')))),
    having(notice(der.utf8String('a'.repeat(200)))),
    certificate({ key: rsaKey }, [ski, aki, usage('03 02 04 f0')]),
    below(subtrees(der.sequence(uri('.b.example')))),
    having(point(fullName(uri('ldap://b.example/')))),
    // Its own issuer needs no identifier of the key above.
    certificate({ issuer: subject }, [ski, issues, ca]),
  ]
  expect(good.flatMap(certificateDuties)).toEqual([])
  // The same number of another issuer, in an indirect CRL.
  const other = extension(oids.certificateIssuer, names(der.explicit(4, subject)), true)
  const indirect = listing(entry(), entry(utc('260101000000Z'), der.sequence(other)))
  expect([crl(), crl({ entries: new Uint8Array() }), indirect].flatMap(crlDuties)).toEqual([])
})

test('RFC 5280 §4 several faults are all found, each once, with clause and sentence', () => {
  const faulty = certificate({ serialNumber: der.integer(0) }, [
    aki,
    san(names(dns('a_'), dns('b_'))),
  ])
  expect(
    certificateDuties(faulty).map(({ level, clause, text: said }) => [level, clause, said]),
  ).toEqual([
    ['must', 'RFC 5280 §4.1.2.2', 'serialNumber: the serial number is not positive'],
    [
      'should',
      'RFC 5280 §4.2.1.2',
      'subjectKeyIdentifier: an end entity has no subject key identifier',
    ],
    ['must', 'RFC 1034 §3.5', 'subjectAltName.dns: a DNS name has an underscore'],
  ])
})

test('RFC 5280 §4, §5 every duty is broken here', () => {
  const broken = [...cases, ...ofCrls].map(([wanted]) => wanted.split(' ')[0])
  // By an OCSP answer: duties of what we issue.
  expect(Object.keys(duties).filter((code) => !broken.includes(code))).toEqual([
    'STATUS_AFTER_ANSWER',
  ])
})

/** By OID: RFC 5280 §4.2.1, §4.2.2, §5.2, §5.3. */
test.each([
  ['2.5.29.35', 'MUST_NOT_BE_CRITICAL authorityKeyIdentifier'],
  ['2.5.29.14', 'MUST_NOT_BE_CRITICAL subjectKeyIdentifier'],
  ['2.5.29.9', 'MUST_NOT_BE_CRITICAL subjectDirectoryAttributes'],
  ['2.5.29.46', 'MUST_NOT_BE_CRITICAL freshestCRL'],
  ['1.3.6.1.5.5.7.1.1', 'MUST_NOT_BE_CRITICAL authorityInfoAccess'],
  ['1.3.6.1.5.5.7.1.11', 'MUST_NOT_BE_CRITICAL subjectInfoAccess'],
  ['2.5.29.20', 'MUST_NOT_BE_CRITICAL cRLNumber'],
  ['2.5.29.21', 'MUST_NOT_BE_CRITICAL reasonCode'],
  ['2.5.29.24', 'MUST_NOT_BE_CRITICAL invalidityDate'],
  ['2.5.29.18', 'SHOULD_NOT_BE_CRITICAL issuerAltName'],
  ['2.5.29.31', 'SHOULD_NOT_BE_CRITICAL cRLDistributionPoints'],
  ['2.5.29.30', 'MUST_BE_CRITICAL nameConstraints'],
  ['2.5.29.36', 'MUST_BE_CRITICAL policyConstraints'],
  ['2.5.29.54', 'MUST_BE_CRITICAL inhibitAnyPolicy'],
  ['2.5.29.28', 'MUST_BE_CRITICAL issuingDistributionPoint'],
  ['2.5.29.27', 'MUST_BE_CRITICAL deltaCRLIndicator'],
  ['2.5.29.29', 'MUST_BE_CRITICAL certificateIssuer'],
  ['2.5.29.15', 'SHOULD_BE_CRITICAL keyUsage'],
  ['2.5.29.33', 'SHOULD_BE_CRITICAL policyMappings'],
])('RFC 5280 §4.2 %s the wrong way: %s', (oid, wanted) => {
  const isWrong = wanted.includes('_NOT_BE_')
  const marked = (critical: boolean) =>
    found(certificateDuties(certificate({}, [extension(oid, der.sequence(), critical)])))
  expect(marked(isWrong)).toContain(wanted)
  expect(marked(!isWrong)).not.toContain(wanted)
})

test.each([
  ['2.5.29.17', 'subjectAltName'],
  ['2.5.29.18', 'issuerAltName'],
  ['2.5.29.37', 'extendedKeyUsage'],
  ['2.5.29.32', 'certificatePolicies'],
  ['2.5.29.33', 'policyMappings'],
  ['2.5.29.36', 'policyConstraints'],
  ['2.5.29.30', 'nameConstraints'],
  ['1.3.6.1.5.5.7.1.1', 'authorityInfoAccess'],
  ['1.3.6.1.5.5.7.1.11', 'subjectInfoAccess'],
  ['2.5.29.9', 'subjectDirectoryAttributes'],
  ['2.5.29.31', 'cRLDistributionPoints'],
  ['2.5.29.46', 'freshestCRL'],
])('RFC 5280 appendix A.2 %s without an element: EMPTY_LIST %s', (oid, name) => {
  const empty = certificate({}, [extension(oid, der.sequence())])
  expect(found(certificateDuties(empty))).toContain(`EMPTY_LIST ${name}`)
})

test.each([
  ['2.5.4.3', 'commonName', 64],
  ['2.5.4.4', 'surname', 32_768],
  ['2.5.4.5', 'serialNumber', 64],
  ['2.5.4.6', 'countryName', 2],
  ['2.5.4.7', 'localityName', 128],
  ['2.5.4.8', 'stateOrProvinceName', 128],
  ['2.5.4.9', 'streetAddress', 128],
  ['2.5.4.10', 'organizationName', 64],
  ['2.5.4.11', 'organizationalUnitName', 64],
  ['2.5.4.12', 'title', 64],
  ['2.5.4.17', 'postalCode', 16],
  ['2.5.4.41', 'name', 32_768],
  ['2.5.4.42', 'givenName', 32_768],
  ['2.5.4.43', 'initials', 32_768],
  ['2.5.4.44', 'generationQualifier', 32_768],
  ['2.5.4.65', 'pseudonym', 128],
  ['1.2.840.113549.1.9.1', 'emailAddress', 255],
])('RFC 5280 appendix A.1 %s: %s has at most %i characters', (oid, name, most) => {
  const fault = `ATTRIBUTE_TOO_LONG subject.${name}`
  const of = (length: number) =>
    found(certificateDuties(withAttribute(oid, der.printableString('a'.repeat(length)))))
  expect(of(most)).not.toContain(fault)
  expect(of(most + 1)).toContain(fault)
})

test.each([
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'countryName'],
  ['2.5.4.46', 'dnQualifier'],
  ['0.9.2342.19200300.100.1.25', 'domainComponent'],
  ['1.2.840.113549.1.9.1', 'emailAddress'],
])('RFC 5280 appendix A.1 %s: %s is no UTF8String', (oid, name) => {
  const other = withAttribute(oid, der.utf8String('a'))
  expect(found(certificateDuties(other))).toContain(`ATTRIBUTE_TYPE subject.${name}`)
})

test('RFC 5280 §4 each duty has a clause and a finding; all but these are a MUST', () => {
  for (const { clause, finding } of Object.values(duties)) {
    expect(clause).toMatch(/^(?:RFC \d{4}|X\.690) (?:§|appendix )\w/)
    expect(finding.split(' ').length).toBeGreaterThan(2)
  }
  const should = Object.entries(duties).filter(([, { level }]) => level === 'should')
  expect(should.map(([code]) => code)).toEqual([
    'ATTRIBUTE_OLD_TYPE',
    'SHOULD_BE_CRITICAL',
    'SHOULD_NOT_BE_CRITICAL',
    'KEY_IDENTIFIER_MISSING',
    'RSA_CA_ENCIPHERMENT',
    'ANY_PURPOSE_CRITICAL',
    'SUBTREE_KIND',
    'NOTICE_REFERENCE',
    'NOTICE_NOT_UTF8',
    'NOTICE_CONTROL',
    'NOTICE_NOT_NORMAL',
    'MAPPED_POLICY_MISSING',
    'POINT_WITHOUT_URI',
    'CA_ISSUERS_WITHOUT_URI',
    'REASON_UNSPECIFIED',
  ])
})
