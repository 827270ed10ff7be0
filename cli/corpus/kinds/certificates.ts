/** Certificates by the profile of card and phone, in both algorithms; and what a certificate may be used for, by policy and key usage. */
import type { CertificateKind } from '@kazashi/lifecycle'
import type { Extension } from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import type { Made, Row, Table } from '../case.ts'
import { oids } from '../oids.ts'
import { changing, withExtensions } from '../patch.ts'
import { type HolderOptions, kindOf, type PersonProfile, type World } from '../world.ts'

const made = (certificate: Uint8Array, purpose: CertificateKind = 'signing'): Made => ({
  files: { certificate },
  purpose,
})

/** By the profile, or with other extensions, signed anew by its issuer. */
const issued =
  (
    options: HolderOptions = {},
    change?: (list: readonly Extension[], world: World) => readonly Extension[],
  ) =>
  async (world: World): Promise<Made> => {
    const { certificate, issuer } = await world.holder(options)
    const bytes = change
      ? await withExtensions(certificate, issuer.signer, (list) => change(list, world))
      : certificate.der
    return made(bytes, kindOf(options.profile ?? 'phoneSigning'))
  }
const authentication = { profile: 'phoneAuthentication' } as const

const names: Readonly<Record<PersonProfile, readonly [en: string, ja: string]>> = {
  cardSigning: ['A card’s signing certificate', 'カードの署名用電子証明書'],
  cardAuthentication: ['A card’s authentication certificate', 'カードの利用者証明用電子証明書'],
  phoneSigning: ['A phone’s signing certificate', 'スマートフォンの署名用電子証明書'],
  phoneAuthentication: [
    'A phone’s authentication certificate',
    'スマートフォンの利用者証明用電子証明書',
  ],
}
const algorithms = {
  RS256: ['rsa', 'RSA-2048'],
  ES384: ['p384', 'P-384'],
} as const

const profiles: readonly Row[] = (
  ['cardSigning', 'cardAuthentication', 'phoneSigning', 'phoneAuthentication'] as const
).flatMap((profile) =>
  (['RS256', 'ES384'] as const).map((algorithm): Row => {
    const [short, long] = algorithms[algorithm]
    const [en, ja] = names[profile]
    return {
      name: `${profile.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}-${short}`,
      clause: 'RFC 5280 §6.1',
      because: `${en} of a key of ${long}, as it is issued.`,
      ja: `${ja}です。鍵は${long}で、発行されたままです。`,
      make: issued({ profile, algorithm, ca: algorithm === 'RS256' ? 'current' : 'next' }),
    }
  }),
)

const policies = (...list: readonly string[]): Partial<Extension> => ({
  value: der.sequenceOf(list.map((one) => der.sequence(der.oid(one)))),
})
const qualified = (qualifier: string): Uint8Array =>
  der.sequence(
    der.sequence(
      der.oid('1.2.392.200149.8.5.1.0.40'),
      der.sequence(der.sequence(der.oid(qualifier), der.ia5String('http://corpus.example/'))),
    ),
  )

const byPolicy: readonly Row[] = [
  {
    name: 'policies-missing',
    refused: 'PATH_POLICY',
    clause: 'RFC 5280 §6.1.5 (g)',
    because: 'The certificate has no policies, so none of the acceptable ones.',
    ja: '証明書ポリシーがありません。受け入れられるポリシーに当てはまりません。',
    make: issued({}, changing(oids.certificatePolicies, undefined)),
  },
  {
    name: 'policy-of-another-environment',
    refused: 'PATH_POLICY',
    clause: 'RFC 5280 §6.1.5 (g)',
    because: 'The policy is that of the real signing certificates, and not of this sandbox.',
    ja: 'ポリシーが実在の署名用電子証明書のもので、このサンドボックスのものではありません。',
    make: issued({ policies: ['1.2.392.200149.8.5.1.1.20'] }),
  },
  {
    name: 'policy-of-the-other-kind',
    refused: 'PATH_POLICY',
    clause: 'RFC 5280 §6.1.5 (g)',
    because: 'A signing certificate has the policy of authentication certificates.',
    ja: '署名用電子証明書に利用者証明用のポリシーがあります。',
    make: issued({ policies: ['1.2.392.200149.8.5.1.0.50'] }),
  },
  {
    name: 'policy-of-nobody',
    refused: 'PATH_POLICY',
    clause: 'RFC 5280 §6.1.5 (g)',
    because: 'The policy is of an arc that belongs to nobody.',
    ja: 'ポリシーがだれのものでもない番号です。',
    make: issued(authentication, changing(oids.certificatePolicies, policies(oids.unknown))),
  },
  {
    name: 'policies-one-of-which-is-right',
    clause: 'RFC 5280 §6.1.5 (g)',
    because: 'One of two policies is acceptable, which is enough.',
    ja: '二つのポリシーの一つが受け入れられるもので、それで十分です。',
    make: issued({ policies: ['1.2.392.200149.8.5.1.1.40', '1.2.392.200149.8.5.1.0.40'] }),
  },
  {
    name: 'policy-qualifier-unknown',
    refused: 'PATH_CRITICAL_EXTENSION',
    clause: 'RFC 5280 §4.2.1.4',
    because: 'The policies are critical, and one has a qualifier that no standard has.',
    ja: '証明書ポリシーはクリティカルで、どの標準にもない修飾子があります。',
    make: issued({}, changing(oids.certificatePolicies, { value: qualified(oids.unknown) })),
  },
]

const usage = (...bits: readonly number[]): Partial<Extension> => ({ value: der.namedBits(bits) })
const purposes = (...list: readonly string[]): Partial<Extension> => ({
  value: der.sequenceOf(list.map(der.oid)),
})
const added = (list: readonly Extension[], ...more: readonly Extension[]): Extension[] => [
  ...list,
  ...more,
]
const strange = (critical: boolean): Extension => ({
  oid: oids.unknown,
  critical,
  value: der.nothing(),
})

const byUse: readonly Row[] = [
  {
    name: 'signing-without-non-repudiation',
    refused: 'PATH_KEY_USAGE',
    clause: 'RFC 5280 §4.2.1.3',
    because:
      'The key usage lacks nonRepudiation: the key is for authentication, and signs no document.',
    ja: '鍵用途にnonRepudiationがありません。認証用の鍵であり、文書に署名するものではありません。',
    make: issued({}, changing(oids.keyUsage, usage(0))),
  },
  {
    name: 'signing-without-key-usage',
    refused: 'PATH_KEY_USAGE',
    clause: 'RFC 5280 §4.2.1.3',
    because: 'The certificate does not say what its key is for, and the profile demands it.',
    ja: '鍵用途がありません。プロファイルでは必須です。',
    make: issued({}, changing(oids.keyUsage, undefined)),
  },
  {
    name: 'authentication-with-non-repudiation',
    refused: 'PATH_KEY_USAGE',
    clause: 'RFC 5280 §4.2.1.3',
    because: 'The key usage has nonRepudiation: a key that signs documents does not log in.',
    ja: '鍵用途にnonRepudiationがあります。文書に署名する鍵はログインに使えません。',
    make: issued(authentication, changing(oids.keyUsage, usage(0, 1))),
  },
  {
    name: 'authentication-without-purpose',
    refused: 'PATH_KEY_USAGE',
    clause: 'RFC 5280 §4.2.1.12',
    because: 'The extended key usage with clientAuth is missing.',
    ja: 'clientAuthを示す拡張鍵用途がありません。',
    make: issued(authentication, changing(oids.extendedKeyUsage, undefined)),
  },
  {
    name: 'authentication-of-a-server',
    refused: 'PATH_KEY_USAGE',
    clause: 'RFC 5280 §4.2.1.12',
    because: 'The extended key usage is serverAuth.',
    ja: '拡張鍵用途がserverAuthです。',
    make: issued(authentication, changing(oids.extendedKeyUsage, purposes(oids.serverAuth))),
  },
  {
    name: 'authentication-and-more',
    clause: 'RFC 5280 §4.2.1.12',
    because: 'The extended key usage has clientAuth and one purpose more.',
    ja: '拡張鍵用途にclientAuthともう一つの用途があります。',
    make: issued(
      authentication,
      changing(oids.extendedKeyUsage, purposes(oids.clientAuth, oids.emailProtection)),
    ),
  },
  {
    name: 'ca-as-end-certificate',
    refused: 'PATH_KEY_USAGE',
    clause: 'RFC 5280 §4.2.1.3',
    because: 'It is the certificate of the CA, which signs certificates and no documents.',
    ja: '認証局自身の証明書です。証明書に署名するもので、文書に署名するものではありません。',
    make: async (world) => made((await world.ca('signing')).certificate.der),
  },
  {
    name: 'end-certificate-that-is-a-ca',
    refused: 'PATH_KEY_USAGE',
    clause: 'RFC 5280 §4.2.1.9',
    because: 'The basic constraints of an end certificate say that it is a CA.',
    ja: '利用者の証明書の基本制約が認証局であると示しています。',
    make: issued({}, (list) =>
      added(list, {
        oid: oids.basicConstraints,
        critical: true,
        value: der.sequence(der.boolean(true)),
      }),
    ),
  },
  {
    name: 'responder-as-end-certificate',
    refused: 'PATH_KEY_USAGE',
    clause: 'RFC 5280 §4.2.1.12',
    because: 'It is the certificate of a status responder, which is nobody’s and logs nobody in.',
    ja: 'OCSPレスポンダの証明書です。利用者のものではなく、ログインに使えません。',
    make: async (world) => {
      const { certificate } = await world.responder(await world.ca('authentication'))
      return made(certificate.der, 'authentication')
    },
  },
  {
    name: 'critical-extension-unknown',
    refused: 'PATH_CRITICAL_EXTENSION',
    clause: 'RFC 5280 §6.1.5 (f)',
    because: 'A critical extension is known to nobody.',
    ja: 'だれも知らないクリティカルな拡張があります。',
    make: issued({}, (list) => added(list, strange(true))),
  },
  {
    name: 'extension-unknown',
    clause: 'RFC 5280 §4.2',
    because: 'An extension is known to nobody and not critical, so it is passed over.',
    ja: 'だれも知らない拡張ですが、クリティカルではないため無視されます。',
    make: issued({}, (list) => added(list, strange(false))),
  },
]

export const certificatesTable: Table = {
  kind: 'certificate',
  rows: [...profiles, ...byPolicy, ...byUse],
}
