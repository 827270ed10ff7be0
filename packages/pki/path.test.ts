import type { CertificateKind } from '@kazashi/lifecycle'
import { beforeAll, describe, expect, test } from 'vitest'
import { verdictOf } from '../../tools/code-of.ts'
import { keyIdentifier } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import * as der from './der.ts'
import * as extensions from './extensions.ts'
import { type DistinguishedName, encodeName } from './name.ts'
import { oids } from './oids.ts'
import { type PathPurpose, validatePath } from './path.ts'
import type { Signer } from './signer.ts'
import {
  cardEnd,
  newCa,
  newHolder,
  newSigner,
  now,
  type TestCa,
  type TestHolder,
} from './test-chain.ts'
import { caExtensions, forge, keyUsage } from './test-forge.ts'

let ca: TestCa
let signing: TestHolder
let authentication: TestHolder
beforeAll(async () => {
  ca = await newCa('signing', { algorithm: 'ES384' })
  signing = await newHolder('cardSigning', ca, { algorithm: 'ES384' })
  authentication = await newHolder('phoneAuthentication', ca, { algorithm: 'ES384' })
})

const judge = (options: Parameters<typeof validatePath>[0]) => verdictOf(validatePath(options))

describe('a path of one tier', () => {
  test('RFC 5280 §6.1 a certificate of the anchor is accepted, with its policy', async () => {
    const path = await validatePath({
      certificate: signing.certificate,
      anchors: [ca.certificate],
      now,
      purpose: 'signing',
      policies: ['1.2.392.200149.8.5.1.0.20'],
    })
    expect(path.anchor).toBe(ca.certificate)
    expect(path.chain).toEqual([signing.certificate])
    expect(path.policies).toEqual(['1.2.392.200149.8.5.1.0.20'])
  })

  test('RFC 5280 §4.2.1.1 of two anchors with one name the key identifier chooses', async () => {
    const older = await newCa('signing', { serialNumber: '01', algorithm: 'ES384' })
    const anchors = [older.certificate, ca.certificate]
    expect(older.certificate.subject.text).toBe(ca.certificate.subject.text)
    const path = await validatePath({ certificate: signing.certificate, anchors, now })
    expect(path.anchor.ski).toBe(ca.certificate.ski)
    expect(
      await judge({ certificate: signing.certificate, anchors: [older.certificate], now }),
    ).toBe('PATH_NOT_FOUND')
  })

  test('RFC 5280 §6.1.3 (a)(2) it holds from the first second through the last', async () => {
    const at = (now: Date) =>
      judge({ certificate: signing.certificate, anchors: [ca.certificate], now })
    const { notBefore } = signing.certificate.validity
    expect(await at(new Date(notBefore.getTime() - 1))).toBe('PATH_NOT_YET_VALID')
    expect(await at(notBefore)).toBe('accepted')
    expect(await at(new Date(cardEnd.getTime() + 999))).toBe('accepted')
    expect(await at(new Date(cardEnd.getTime() + 1000))).toBe('PATH_EXPIRED')
  })

  test('RFC 5280 §6.1.3 (a)(1) a changed octet is refused', async () => {
    const bytes = signing.certificate.der.slice()
    const at = bytes.length - 200
    // In the key identifiers or the distribution point: still a certificate.
    const changed = Array.from({ length: 100 }, (_, i) => {
      const copy = bytes.slice()
      copy[at + i] = (copy[at + i] ?? 0) ^ 1
      return copy
    })
    const codes = await Promise.all(
      changed.map((certificate) => judge({ certificate, anchors: [ca.certificate], now })),
    )
    expect(codes).not.toContain('accepted')
    expect(codes).toContain('PATH_SIGNATURE_INVALID')
  })

  test.each<[PathPurpose, CertificateKind, string]>([
    ['signing', 'signing', 'accepted'],
    ['authentication', 'authentication', 'accepted'],
    ['signing', 'authentication', 'PATH_KEY_USAGE'],
    ['authentication', 'signing', 'PATH_KEY_USAGE'],
    ['ocsp-signing', 'signing', 'PATH_KEY_USAGE'],
    ['crl-signing', 'signing', 'PATH_KEY_USAGE'],
  ])('RFC 5280 §4.2.1.3 for %s, a certificate for %s: %s', async (purpose, kind, code) => {
    const { certificate } = kind === 'signing' ? signing : authentication
    expect(await judge({ certificate, anchors: [ca.certificate], now, purpose })).toBe(code)
  })

  test('RFC 5280 §6.1 a certificate that is trusted itself needs no issuer', async () => {
    const { certificate } = signing
    const path = await validatePath({
      certificate,
      anchors: [authentication.certificate, certificate],
      now,
    })
    expect(path).toMatchObject({ anchor: certificate, chain: [certificate] })
    const anchors = [authentication.certificate]
    expect(await judge({ certificate, anchors, now })).toBe('PATH_NOT_FOUND')
  })

  test('RFC 5280 §6.1.3 (a)(1) a signature of a kind that is not used here is refused as such', async () => {
    const { signer } = await newSigner('ES256')
    const issuer = { name: ca.certificate.subject.der, signer: ca.signer }
    const { der: whole } = await forge({ subject: [['CN', 'x']], issuer, signer })
    // ecdsa-with-SHA384 becomes ecdsa-with-SHA224, in both places.
    const [used, other] = ['06082a8648ce3d040303', '06082a8648ce3d040301']
    const text = Buffer.from(whole).toString('hex')
    expect(text.split(used).length).toBe(3)
    const certificate = new Uint8Array(Buffer.from(text.replaceAll(used, other), 'hex'))
    expect(await judge({ certificate, anchors: [ca.certificate], now })).toBe(
      'ALGORITHM_UNSUPPORTED',
    )
  })

  test('RFC 5280 §4.2.1.9 a CA’s certificate signs CRLs and nothing that a person signs', async () => {
    const own = { certificate: ca.certificate, anchors: [ca.certificate], now }
    expect(await judge({ ...own, purpose: 'crl-signing' })).toBe('accepted')
    const [, constraints] = caExtensions()
    const certificate = await forge({
      subject: [['CN', 'x']],
      issuer: { name: ca.certificate.subject.der, signer: ca.signer },
      signer: (await newSigner('ES256')).signer,
      extensions: [keyUsage('nonRepudiation'), ...(constraints ? [constraints] : [])],
    })
    const options = { certificate, anchors: [ca.certificate], now }
    expect(await judge(options)).toBe('accepted')
    expect(await judge({ ...options, purpose: 'signing' })).toBe('PATH_KEY_USAGE')
  })

  test('RFC 5280 §6.1.5 (g) a policy that is not acceptable is refused', async () => {
    const options = { certificate: signing.certificate, anchors: [ca.certificate], now }
    expect(await judge({ ...options, policies: ['1.2.3'] })).toBe('PATH_POLICY')
  })

  test('RFC 5280 §6.1.5 (f) an unknown critical extension is refused, one that is not critical passes', async () => {
    const { signer } = await newSigner('ES256')
    const issuer = { name: ca.certificate.subject.der, signer: ca.signer }
    const subject: DistinguishedName = [['CN', 'x']]
    const extension = { oid: '1.2.3.4', critical: true, value: der.nothing() }
    const critical = await forge({ subject, issuer, signer, extensions: [extension] })
    const plain = await forge({
      subject,
      issuer,
      signer,
      extensions: [{ ...extension, critical: false }],
    })
    expect(await judge({ certificate: critical, anchors: [ca.certificate], now })).toBe(
      'PATH_CRITICAL_EXTENSION',
    )
    expect(await judge({ certificate: plain, anchors: [ca.certificate], now })).toBe('accepted')
  })
})

test('SP 800-131A §3 a certificate with an RSA key of 1024 bits is refused', async () => {
  const { publicKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 1024,
      publicExponent: Uint8Array.of(1, 0, 1),
    },
    true,
    ['sign', 'verify'],
  )
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
  const issuer = { name: ca.certificate.subject.der, signer: ca.signer }
  const signer = { ...ca.signer, publicKey: spki }
  const certificate = await forge({ subject: [['CN', 'x']], issuer, signer })
  expect(await judge({ certificate, anchors: [ca.certificate], now })).toBe('ALGORITHM_UNSUPPORTED')
})

describe('a path over intermediates', () => {
  const name = (cn: string): DistinguishedName => [
    ['C', 'JP'],
    ['CN', cn],
  ]
  const build = async (
    middle: readonly extensions.Extension[],
    lower = caExtensions(),
    end: readonly extensions.Extension[] = [],
  ) => {
    const keys = await Promise.all([newSigner('ES256'), newSigner('ES256'), newSigner('ES256')])
    const [one, two, leaf] = keys.map(({ signer }) => signer)
    if (!one || !two || !leaf) throw new Error('three keys')
    const root = { name: ca.certificate.subject.der, signer: ca.signer }
    const upper = await forge({
      subject: name('one'),
      issuer: root,
      signer: one,
      extensions: middle,
    })
    const issuing = await forge({
      subject: name('two'),
      issuer: { name: upper.subject.der, signer: one },
      signer: two,
      extensions: lower,
    })
    const certificate = await forge({
      subject: name('leaf'),
      issuer: { name: issuing.subject.der, signer: two },
      signer: leaf,
      extensions: end,
    })
    return { certificate, intermediates: [issuing, upper], anchors: [ca.certificate], now }
  }

  test('RFC 5280 §6.1 they are found in any order', async () => {
    const path = await validatePath(await build(caExtensions()))
    expect(path.chain.map(({ subject }) => subject.text)).toEqual([
      'CN=one,C=JP',
      'CN=two,C=JP',
      'CN=leaf,C=JP',
    ])
  })

  test('RFC 5280 §6.1.4 (l) a path length of 0 leaves no room for another CA', async () => {
    expect(await judge(await build(caExtensions(0)))).toBe('PATH_TOO_LONG')
    expect(await judge(await build(caExtensions(1)))).toBe('accepted')
  })

  test('RFC 5280 §6.1.4 (k), (n) one that is no CA, or may not sign certificates, is refused', async () => {
    expect(await judge(await build([]))).toBe('PATH_ISSUER_NOT_CA')
    const [, constraints] = caExtensions()
    const usage = {
      oid: oids.keyUsage,
      critical: true,
      value: extensions.keyUsage.encode(['cRLSign']),
    }
    expect(await judge(await build(constraints ? [usage, constraints] : []))).toBe(
      'PATH_ISSUER_NOT_CA',
    )
  })

  test('RFC 5280 §4.2.1 a critical extension that is not understood is refused', async () => {
    const unknown = { oid: '1.2.3.4', critical: true, value: der.sequence() }
    expect(await judge(await build([...caExtensions(), unknown]))).toBe('PATH_CRITICAL_EXTENSION')
  })

  test('RFC 5280 §6.1.1 (b) no time is no time without limits', async () => {
    const options = await build(caExtensions())
    expect(await judge({ ...options, now: new Date('not') })).toBe('PATH_TIME')
  })

  test('RFC 5280 §6.1 what cannot be read among anchors and intermediates stands in the way of nothing', async () => {
    const { intermediates, anchors, ...options } = await build(caExtensions())
    const junk = Uint8Array.of(0x30, 0x03, 0x02, 0x01)
    const all = { intermediates: [junk, ...intermediates], anchors: [junk, ...anchors] }
    expect(await judge({ ...options, ...all })).toBe('accepted')
    expect(await judge({ ...options, intermediates, anchors: [junk] })).toBe('PATH_NOT_FOUND')
  })

  const policies = (...named: string[]) => ({
    oid: oids.certificatePolicies,
    critical: false,
    value: extensions.certificatePolicies.encode(named.map((oid) => ({ oid, qualifiers: [] }))),
  })

  test('RFC 5280 §6.1.3 (d) policies hold only where every CA names them', async () => {
    const options = await build(
      [...caExtensions(), policies('1.2.3')],
      [...caExtensions(), policies('1.2.4')],
    )
    expect((await validatePath(options)).policies).toEqual([])
    expect(await judge({ ...options, policies: ['1.2.3'] })).toBe('PATH_POLICY')
  })

  const any = oids.anyPolicy
  test.each<[string, string[], string[], string[], string[]]>([
    ['what all three name', ['1.2.3', '1.2.4'], ['1.2.4', '1.2.5'], ['1.2.4', '1.2.5'], ['1.2.4']],
    ['what the end names', [any], [any], ['1.2.3'], ['1.2.3']],
    ['what the upper CA names', ['1.2.3'], [any], [any], ['1.2.3']],
    ['what the end names besides', [any], [any], ['1.2.3', any], [any, '1.2.3']],
    ['what the upper CA names besides', ['1.2.3', any], [any], [any], ['1.2.3', any]],
    ['what both CAs name besides', ['1.2.3', any], ['1.2.4', any], [any], ['1.2.3', any, '1.2.4']],
    ['what the end names of those', ['1.2.3', any], [any], ['1.2.3', '1.2.4'], ['1.2.3', '1.2.4']],
    ['no more than the upper CA names', ['1.2.3'], ['1.2.4', any], [any], ['1.2.3']],
    ['anything', [any], [any], [any], [any]],
  ])(
    'RFC 5280 §6.1.3 (d) with anyPolicy %s holds: %j, %j, %j: %j',
    async (_, upper, lower, end, valid) => {
      const ca = (named: string[]) => [...caExtensions(), policies(...named)]
      const options = await build(ca(upper), ca(lower), [policies(...end)])
      expect((await validatePath(options)).policies.toSorted()).toEqual(valid.toSorted())
    },
  )

  test('RFC 5280 §6.1 two CAs that certified each other end quickly', async () => {
    const [a, b, leaf] = (
      await Promise.all([newSigner('ES256'), newSigner('ES256'), newSigner('ES256')])
    ).map(({ signer }) => signer)
    if (!a || !b || !leaf) throw new Error('three keys')
    const names = [encodeName(name('a')), encodeName(name('b'))] as const
    const loop = [
      await forge({
        subject: name('a'),
        issuer: { name: names[1], signer: b },
        signer: a,
        extensions: caExtensions(),
      }),
      await forge({
        subject: name('b'),
        issuer: { name: names[0], signer: a },
        signer: b,
        extensions: caExtensions(),
      }),
    ]
    const certificate = await forge({
      subject: name('leaf'),
      issuer: { name: names[0], signer: a },
      signer: leaf,
    })
    expect(await judge({ certificate, intermediates: loop, anchors: [ca.certificate], now })).toBe(
      'PATH_NOT_FOUND',
    )
  })

  const root = () => ({ name: ca.certificate.subject.der, signer: ca.signer })
  const below = async (issuer: Certificate, signer: Signer, more: extensions.Extension[] = []) =>
    forge({
      subject: name('end'),
      issuer: { name: issuer.subject.der, signer },
      signer: (await newSigner('ES256')).signer,
      extensions: more,
    })
  const authority = (subject: string, issuer: ReturnType<typeof root>, signer: Signer) =>
    forge({ subject: name(subject), issuer, signer, extensions: caExtensions() })

  test('RFC 5280 §3.2 a CA may change its name and keep its key, or change its key and keep its name', async () => {
    const [first, second] = [(await newSigner('ES256')).signer, (await newSigner('ES256')).signer]
    const old = await authority('old', root(), first)
    const own = { name: old.subject.der, signer: first }
    for (const issuing of [
      { certificate: await authority('new', own, first), signer: first },
      { certificate: await authority('old', own, second), signer: second },
    ]) {
      const certificate = await below(issuing.certificate, issuing.signer)
      const intermediates = [issuing.certificate, old]
      const path = await validatePath({
        certificate,
        intermediates,
        anchors: [ca.certificate],
        now,
      })
      expect(path.chain).toEqual([old, issuing.certificate, certificate])
    }
  })

  test('RFC 5280 §6.1 a way that ends nowhere is left for another one', async () => {
    const { signer } = await newSigner('ES256')
    const stranger = {
      name: encodeName(name('stranger')),
      signer: (await newSigner('ES256')).signer,
    }
    const deadEnd = await authority('issuing', stranger, signer)
    const issuing = await authority('issuing', root(), signer)
    const certificate = await below(issuing, signer)
    const intermediates = [deadEnd, issuing]
    const path = await validatePath({ certificate, intermediates, anchors: [ca.certificate], now })
    expect(path.chain).toEqual([issuing, certificate])
  })

  test('RFC 5280 §4.2.1.1 a key identifier that is not the issuer’s is refused, though the signature holds', async () => {
    const { signer } = await newSigner('ES256')
    const identifier = keyIdentifier(signer.publicKey)
    const issuing = await forge({
      subject: name('issuing'),
      issuer: root(),
      signer,
      extensions: [
        ...caExtensions(),
        {
          oid: oids.subjectKeyIdentifier,
          critical: false,
          value: extensions.subjectKeyIdentifier.encode(identifier),
        },
      ],
    })
    const verdict = async (keyIdentifier: Uint8Array) => {
      const aki = {
        oid: oids.authorityKeyIdentifier,
        critical: false,
        value: extensions.authorityKeyIdentifier.encode({
          keyIdentifier,
          issuer: undefined,
          serialNumber: undefined,
        }),
      }
      const certificate = await below(issuing, signer, [aki])
      return judge({ certificate, intermediates: [issuing], anchors: [ca.certificate], now })
    }
    expect(await verdict(identifier)).toBe('accepted')
    expect(await verdict(identifier.toReversed())).toBe('PATH_NOT_FOUND')
  })

  test('RFC 5280 §4.2.1.2 keys are named by the SHA-1 of their bits', () => {
    expect(Buffer.from(keyIdentifier(ca.certificate.spki)).toString('hex')).toBe(ca.certificate.ski)
  })
})

describe('demands on every certificate of the path', () => {
  const under = (cn: string): DistinguishedName => [['CN', cn]]
  const root = () => ({ name: ca.certificate.subject.der, signer: ca.signer })
  const extended = (...uses: string[]) => ({
    oid: oids.extendedKeyUsage,
    critical: false,
    value: extensions.extendedKeyUsage.encode(uses),
  })
  const holder = async (more: readonly extensions.Extension[], issuer = root()) =>
    forge({
      subject: under('holder'),
      issuer,
      signer: (await newSigner('ES256')).signer,
      extensions: more,
    })

  test('RFC 5280 §6.1.3 (a)(2) a CA that has ended ends the certificates it issued, as intermediate and as anchor', async () => {
    const { signer } = await newSigner('ES256')
    const notAfter = new Date(now.getTime() - 2000)
    const issuing = await forge({
      subject: under('ended'),
      issuer: root(),
      signer,
      extensions: caExtensions(),
      notAfter,
    })
    const certificate = await holder([], { name: issuing.subject.der, signer })
    const anchors = [ca.certificate]
    const before = new Date(notAfter.getTime() - 1000)
    expect(await judge({ certificate, intermediates: [issuing], anchors, now: before })).toBe(
      'accepted',
    )
    expect(await judge({ certificate, intermediates: [issuing], anchors, now })).toBe(
      'PATH_EXPIRED',
    )
    expect(await judge({ certificate, anchors: [issuing], now })).toBe('PATH_EXPIRED')
  })

  test('SP 800-131A §3 a CA with an RSA key of 1024 bits is refused, though its signature holds', async () => {
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    const { privateKey, publicKey } = await crypto.subtle.generateKey(
      { ...algorithm, modulusLength: 1024, publicExponent: Uint8Array.of(1, 0, 1) },
      true,
      ['sign', 'verify'],
    )
    const signer: Signer = {
      algorithm: 'RS256',
      publicKey: new Uint8Array(await crypto.subtle.exportKey('spki', publicKey)),
      sign: async (data) =>
        new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, data.slice())),
    }
    const weak = await forge({
      subject: under('weak'),
      issuer: root(),
      signer,
      extensions: caExtensions(),
    })
    const certificate = await holder([], { name: weak.subject.der, signer })
    const options = { certificate, intermediates: [weak], anchors: [ca.certificate], now }
    expect(await judge(options)).toBe('ALGORITHM_UNSUPPORTED')
  })

  test('RFC 5280 §4.2.1.1 issuer and serial number of the authority key decide where they are given, both of them', async () => {
    const aki = (issuer: Uint8Array, serialNumber: number) => ({
      oid: oids.authorityKeyIdentifier,
      critical: false,
      value: extensions.authorityKeyIdentifier.encode({
        keyIdentifier: undefined,
        issuer: [{ kind: 'directoryName', name: issuer }],
        serialNumber: Uint8Array.of(serialNumber),
      }),
    })
    const { signer } = await newSigner('ES256')
    const issuing = await forge({
      subject: under('issuing'),
      issuer: root(),
      signer,
      extensions: caExtensions(),
      serialNumber: '07',
    })
    const verdict = async (issuer: Uint8Array, serialNumber: number) => {
      const issued = { name: issuing.subject.der, signer }
      const certificate = await holder([aki(issuer, serialNumber)], issued)
      return judge({ certificate, intermediates: [issuing], anchors: [ca.certificate], now })
    }
    const rightName = ca.certificate.subject.der
    expect(await verdict(rightName, 7)).toBe('accepted')
    expect(await verdict(rightName, 8)).toBe('PATH_NOT_FOUND')
    expect(await verdict(issuing.subject.der, 7)).toBe('PATH_NOT_FOUND')
  })

  test('RFC 5280 §6.1 eight certificates make a path, nine are too many', async () => {
    const intermediates: Certificate[] = []
    let issuer = root()
    const leaves: Certificate[] = []
    for (let depth = 1; depth <= 8; depth++) {
      const { signer } = await newSigner('ES256')
      const made = await forge({
        subject: under(`${depth}`),
        issuer,
        signer,
        extensions: caExtensions(),
      })
      intermediates.push(made)
      issuer = { name: made.subject.der, signer }
      leaves.push(await holder([], issuer))
    }
    const under7 = leaves[6]
    const under8 = leaves[7]
    if (!under7 || !under8) throw new Error('eight of them')
    const anchors = [ca.certificate]
    expect(await judge({ certificate: under7, intermediates, anchors, now })).toBe('accepted')
    expect(await judge({ certificate: under8, intermediates, anchors, now })).toBe(
      'PATH_WORK_LIMIT',
    )
  })

  test('RFC 5280 §6.1 no more than a hundred signatures are checked for one answer', async () => {
    const { signer } = await newSigner('ES256')
    const certificate = await holder([], { name: encodeName(under('many')), signer })
    const stranger = (await newSigner('ES256')).signer
    const namesake = (serialNumber: string, by: Signer) =>
      forge({
        subject: under('many'),
        issuer: root(),
        signer: by,
        extensions: caExtensions(),
        serialNumber,
      })
    const wrong = await Promise.all(
      Array.from({ length: 99 }, (_, i) => namesake(`10${(i + 16).toString(16)}`, stranger)),
    )
    const right = await namesake('07', signer)
    const anchors = [right]
    // The anchors come first: 99 that did not sign, then the one that did, is the hundredth signature.
    expect(await judge({ certificate, anchors: [...wrong, right], now })).toBe('accepted')
    const more = await namesake('2000', stranger)
    expect(await judge({ certificate, anchors: [...wrong, more, ...anchors], now })).toBe(
      'PATH_WORK_LIMIT',
    )
  })

  test.each<[string, PathPurpose, () => extensions.Extension[], string]>([
    [
      'all that is asked',
      'authentication',
      () => [keyUsage('digitalSignature'), extended(oids.clientAuth)],
      'accepted',
    ],
    [
      'nonRepudiation besides',
      'authentication',
      () => [keyUsage('digitalSignature', 'nonRepudiation'), extended(oids.clientAuth)],
      'PATH_KEY_USAGE',
    ],
    [
      'nonRepudiation instead',
      'authentication',
      () => [keyUsage('nonRepudiation'), extended(oids.clientAuth)],
      'PATH_KEY_USAGE',
    ],
    [
      'no use for signatures',
      'authentication',
      () => [keyUsage('keyAgreement'), extended(oids.clientAuth)],
      'PATH_KEY_USAGE',
    ],
    [
      'no clientAuth',
      'authentication',
      () => [keyUsage('digitalSignature'), extended(oids.ocspSigning)],
      'PATH_KEY_USAGE',
    ],
    ['no extended use', 'authentication', () => [keyUsage('digitalSignature')], 'PATH_KEY_USAGE'],
    [
      'the delegation and no key usage',
      'ocsp-signing',
      () => [extended(oids.ocspSigning)],
      'accepted',
    ],
    [
      'the delegation and its use',
      'ocsp-signing',
      () => [keyUsage('digitalSignature'), extended(oids.ocspSigning)],
      'accepted',
    ],
    [
      'another use of the key',
      'ocsp-signing',
      () => [keyUsage('nonRepudiation'), extended(oids.ocspSigning)],
      'PATH_KEY_USAGE',
    ],
    [
      'all that is asked',
      'mdoc-signing',
      () => [keyUsage('digitalSignature'), extended(oids.mdocDocumentSigner)],
      'accepted',
    ],
    [
      'another use of the key',
      'mdoc-signing',
      () => [keyUsage('nonRepudiation'), extended(oids.mdocDocumentSigner)],
      'PATH_KEY_USAGE',
    ],
    ['no key usage', 'mdoc-signing', () => [extended(oids.mdocDocumentSigner)], 'PATH_KEY_USAGE'],
    ['no extended use', 'mdoc-signing', () => [keyUsage('digitalSignature')], 'PATH_KEY_USAGE'],
    ['cRLSign', 'crl-signing', () => [keyUsage('cRLSign')], 'accepted'],
    ['nothing said', 'crl-signing', () => [], 'accepted'],
    [
      'any extended use',
      'crl-signing',
      () => [keyUsage('cRLSign'), extended(oids.anyExtendedKeyUsage)],
      'accepted',
    ],
    [
      'another extended use',
      'crl-signing',
      () => [keyUsage('cRLSign'), extended(oids.clientAuth)],
      'PATH_KEY_USAGE',
    ],
  ])('RFC 5280 §4.2.1.12 with %s, for %s', async (_, purpose, more, code) => {
    const certificate = await holder(more())
    expect(await judge({ certificate, anchors: [ca.certificate], now, purpose })).toBe(code)
  })

  test('RFC 5280 §6.1.5 (g) one acceptable policy of several is enough', async () => {
    const policies = ['1.2.3', '1.2.392.200149.8.5.1.0.20']
    const options = { certificate: signing.certificate, anchors: [ca.certificate], now }
    expect(await judge({ ...options, policies })).toBe('accepted')
  })
})
