/** Chains over generations of the CA, which share one name: what is issued by which, and by certificates between them. */
import { hex } from '@kazashi/octets'
import type { Certificate, Extension } from '@kazashi/pki'
import { parseCertificate } from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import type { Made, Row, Table } from '../case.ts'
import { oids } from '../oids.ts'
import { changing, lastOctetChanged, replaced, resigned, withExtensions } from '../patch.ts'
import {
  drawSerial,
  type Generation,
  instant,
  kindOf,
  type PersonProfile,
  type World,
} from '../world.ts'

/** By any generation, at any time. */
const under =
  (
    ca: Generation,
    more: Pick<Made, 'at' | 'anchors'> = {},
    profile: PersonProfile = 'phoneSigning',
  ) =>
  async (world: World): Promise<Made> => {
    const { certificate } = await world.holder({ ca, profile })
    return { files: { certificate: certificate.der }, purpose: kindOf(profile), ...more }
  }

const byKey = (certificate: Certificate): Extension => ({
  oid: oids.authorityKeyIdentifier,
  critical: false,
  value: der.sequence(der.implicit(0, der.octetString(hex.decode(certificate.ski ?? '')))),
})
const anyPolicy: Extension = {
  oid: oids.certificatePolicies,
  critical: false,
  value: der.sequence(der.sequence(der.oid(oids.anyPolicy))),
}

interface Link {
  /** Default: a CA's, with any policy. */
  readonly change?: (list: readonly Extension[]) => readonly Extension[]
  readonly to?: string
  readonly after?: (link: Uint8Array) => Uint8Array
}

/** The next generation's key, certified by the current one: both of one name. */
async function linkOf(
  world: World,
  { change = (list) => list, to, after }: Link,
): Promise<Uint8Array> {
  const current = await world.ca('signing')
  const next = await world.ca('signing', 'next')
  const serial = der.integer(hex.decode(drawSerial(world.draw, 'link', 8)))
  const algorithm = der.sequence(der.oid('1.2.840.113549.1.1.11'), der.nothing())
  const validity = der.sequence(
    der.time(next.certificate.validity.notBefore),
    der.time(to === undefined ? current.certificate.validity.notAfter : instant(to)),
  )
  const fields = [
    [[0, 1], serial],
    [[0, 2], algorithm],
    [[0, 4], validity],
    [[1], algorithm],
  ] as const
  const bytes = fields.reduce((one, [place, by]) => replaced(one, place, by), next.certificate.der)
  const extensions = [...next.certificate.extensions, anyPolicy, byKey(current.certificate)]
  const link = parseCertificate(await resigned(bytes, current.signer.sign))
  const signed = await withExtensions(link, current.signer, () => change(extensions))
  return after ? after(signed) : signed
}

/** A person's certificate by the next generation, where the current one alone is trusted. */
const linked =
  (link: Link | undefined, more: Partial<Made['files']> = {}) =>
  async (world: World): Promise<Made> => {
    const { certificate, issuer } = await world.holder({ ca: 'next' })
    const named = changing(oids.authorityKeyIdentifier, byKey(issuer.certificate))
    return {
      files: {
        certificate: await withExtensions(certificate, issuer.signer, named),
        ...(link ? { intermediate: await linkOf(world, link) } : {}),
        ...more,
      },
      anchors: ['signing-current'],
    }
  }

const without = (oid: string) => changing(oid, undefined)
const constraints = (...parts: readonly Uint8Array[]) =>
  changing(oids.basicConstraints, { value: der.sequence(...parts) })
const path = 'RFC 5280 §6.1'

const generations: readonly Row[] = [
  {
    name: 'current-generation',
    clause: path,
    because: 'The current generation issued it, and all four are trusted.',
    ja: '現行世代が発行しました。四世代すべてが信頼されています。',
    make: under('current'),
  },
  {
    name: 'older-generation',
    clause: path,
    because: 'The older generation issued it, which has not expired yet.',
    ja: '旧世代が発行しました。まだ有効期間内です。',
    make: under('older'),
  },
  {
    name: 'next-generation',
    clause: path,
    because: 'The next generation issued it, whose key is of P-384.',
    ja: '次世代が発行しました。鍵はP-384です。',
    make: under('next'),
  },
  {
    name: 'older-generation-of-authentication',
    clause: path,
    because: 'The older generation of the CA for authentication issued it.',
    ja: '利用者証明用の旧世代が発行しました。',
    make: under('older', {}, 'cardAuthentication'),
  },
  {
    name: 'next-generation-of-authentication',
    clause: path,
    because: 'The next generation of the CA for authentication issued it.',
    ja: '利用者証明用の次世代が発行しました。',
    make: under('next', {}, 'cardAuthentication'),
  },
  {
    name: 'ended-generation-in-its-time',
    clause: path,
    because: 'It is judged at a time at which the first generation and the certificate still held.',
    ja: '最初の世代と証明書がまだ有効だった時点で検証されます。',
    make: under('ended', { at: instant('2025-08-01T00:00:00Z') }),
  },
  {
    name: 'alone-trusted',
    clause: path,
    because: 'The generation that issued it is the only one that is trusted.',
    ja: '発行した世代だけが信頼されています。',
    make: under('older', { anchors: ['signing-older'] }),
  },
  {
    name: 'older-generation-not-trusted',
    refused: 'PATH_NOT_FOUND',
    clause: `${path}, §4.2.1.1`,
    because:
      'The older generation issued it, and the current one alone is trusted: of the same name, with another key.',
    ja: '旧世代が発行しましたが、信頼されているのは現行世代だけです。同名で鍵が異なります。',
    make: under('older', { anchors: ['signing-current'] }),
  },
  {
    name: 'newer-generation-not-trusted',
    refused: 'PATH_NOT_FOUND',
    clause: `${path}, §4.2.1.1`,
    because:
      'The current generation issued it, and the older one alone is trusted: of the same name, with another key.',
    ja: '現行世代が発行しましたが、信頼されているのは旧世代だけです。同名で鍵が異なります。',
    make: under('current', { anchors: ['signing-older'] }),
  },
  {
    name: 'other-kind-trusted',
    refused: 'PATH_NOT_FOUND',
    clause: path,
    because: 'Only the CA for authentication is trusted, and the one for signing issued it.',
    ja: '署名用の認証局が発行しましたが、信頼されているのは利用者証明用だけです。',
    make: under('current', { anchors: ['authentication-current'] }),
  },
  {
    name: 'outlives-its-ca',
    refused: 'PATH_EXPIRED',
    clause: 'RFC 5280 §6.1.3 (a)(2)',
    because: 'The certificate would still hold; the generation that issued it has expired.',
    ja: '証明書自体は有効期間内ですが、発行した世代の有効期間が満了しています。',
    make: async (world) => {
      const { certificate, issuer } = await world.holder({ ca: 'ended' })
      const validity = der.sequence(
        der.time(certificate.validity.notBefore),
        der.time(instant('2028-09-01T14:59:59Z')),
      )
      const longer = replaced(certificate.der, [0, 4], validity)
      return { files: { certificate: await resigned(longer, issuer.signer.sign) } }
    },
  },
]

const links: readonly Row[] = [
  {
    name: 'linked',
    clause: `${path}, RFC 4210 §4.4`,
    because:
      'The current generation certified the key of the next one, so a chain of two leads to it.',
    ja: '現行世代が次世代の鍵を認証しているため、二つの証明書でつながります。',
    make: linked({}),
  },
  {
    name: 'link-missing',
    refused: 'PATH_NOT_FOUND',
    clause: path,
    because: 'The next generation is not trusted, and no certificate leads to it.',
    ja: '次世代は信頼されておらず、そこへつながる証明書もありません。',
    make: linked(undefined),
  },
  {
    name: 'linked-with-a-stranger',
    clause: path,
    because: 'Beside the right certificate there is another that leads nowhere.',
    ja: '正しい証明書のほかに、どこにもつながらない証明書があります。',
    make: async (world) =>
      linked(
        {},
        { 'intermediate-2': (await world.ca('signing', 'foreign')).certificate.der },
      )(world),
  },
  {
    name: 'linked-by-an-unreadable-neighbour',
    clause: path,
    because:
      'Beside the right certificate there is one that cannot be read, and is in nobody’s way.',
    ja: '正しい証明書のほかに読めないものがありますが、妨げにはなりません。',
    make: async (world) =>
      linked(
        {},
        { 'intermediate-2': (await world.ca('signing', 'foreign')).certificate.der.slice(0, 100) },
      )(world),
  },
  {
    name: 'link-of-length-zero',
    clause: 'RFC 5280 §4.2.1.9',
    because: 'The link permits no CA below it, and there is none.',
    ja: '下位の認証局を認めない証明書ですが、下位の認証局はありません。',
    make: linked({ change: constraints(der.boolean(true), der.integer(0)) }),
  },
  {
    name: 'link-expired',
    refused: 'PATH_EXPIRED',
    clause: 'RFC 5280 §6.1.3 (a)(2)',
    because: 'The certificate between has expired.',
    ja: '間の証明書の有効期間が満了しています。',
    make: linked({ to: '2026-11-01T14:59:59Z' }),
  },
  {
    name: 'link-without-constraints',
    refused: 'PATH_ISSUER_NOT_CA',
    clause: 'RFC 5280 §6.1.4 (k)',
    because: 'The certificate between does not say that it is a CA.',
    ja: '間の証明書が認証局であることを示していません。',
    make: linked({ change: without(oids.basicConstraints) }),
  },
  {
    name: 'link-that-is-no-ca',
    refused: 'PATH_ISSUER_NOT_CA',
    clause: 'RFC 5280 §6.1.4 (k)',
    because: 'The certificate between says that it is no CA.',
    ja: '間の証明書が認証局ではないことを示しています。',
    make: linked({ change: constraints() }),
  },
  {
    name: 'link-that-may-not-sign',
    refused: 'PATH_ISSUER_NOT_CA',
    clause: 'RFC 5280 §6.1.4 (n)',
    because: 'The key usage between allows lists and no certificates.',
    ja: '間の証明書の鍵用途は失効リストだけで、証明書への署名を認めていません。',
    make: linked({ change: changing(oids.keyUsage, { value: der.namedBits([6]) }) }),
  },
  {
    name: 'link-without-policies',
    refused: 'PATH_POLICY',
    clause: 'RFC 5280 §6.1.3 (e)',
    because: 'The certificate between has no policies, so no policy holds for the whole chain.',
    ja: '間の証明書にポリシーがなく、全体に通じるポリシーがありません。',
    make: linked({ change: without(oids.certificatePolicies) }),
  },
  {
    name: 'link-of-another-policy',
    refused: 'PATH_POLICY',
    clause: 'RFC 5280 §6.1.3 (d)',
    because: 'The certificate between is of another policy than the person’s.',
    ja: '間の証明書のポリシーが、利用者の証明書のものと異なります。',
    make: linked({
      change: changing(oids.certificatePolicies, {
        value: der.sequence(der.sequence(der.oid(oids.unknown))),
      }),
    }),
  },
  {
    name: 'link-with-an-unknown-extension',
    refused: 'PATH_CRITICAL_EXTENSION',
    clause: 'RFC 5280 §6.1.4 (o)',
    because: 'The certificate between has a critical extension that is known to nobody.',
    ja: '間の証明書に、だれも知らないクリティカルな拡張があります。',
    make: linked({
      change: (list) => [...list, { oid: oids.unknown, critical: true, value: der.nothing() }],
    }),
  },
  {
    name: 'link-with-a-changed-signature',
    refused: 'PATH_SIGNATURE_INVALID',
    clause: 'RFC 5280 §6.1.3 (a)(1)',
    because: 'The signature of the certificate between is not right.',
    ja: '間の証明書の署名が正しくありません。',
    make: linked({ after: lastOctetChanged }),
  },
  {
    name: 'person-as-issuer',
    refused: 'PATH_ISSUER_NOT_CA',
    clause: 'RFC 5280 §6.1.4 (k)',
    because: 'A person’s signing key issued a certificate for somebody else.',
    ja: '個人の署名用の鍵が、他人の証明書を発行しています。',
    make: async (world) => {
      const person = await world.holder()
      const other = await world.holder({ ca: 'next', profile: 'cardSigning' })
      const { subject } = person.certificate
      const named = parseCertificate(replaced(other.certificate.der, [0, 3], subject.der))
      const change = changing(oids.authorityKeyIdentifier, byKey(person.certificate))
      const certificate = await withExtensions(named, person.signer, change)
      return { files: { certificate, intermediate: person.certificate.der } }
    },
  },
]

export const chainsTable: Table = { kind: 'chain', rows: [...generations, ...links] }
