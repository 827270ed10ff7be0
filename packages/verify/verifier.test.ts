import {
  answerOcspRequest,
  type Certificate,
  createSignedData,
  type OcspCertStatus,
} from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import {
  attributes,
  cardEnd,
  newCa,
  newHolder,
  newSigner,
  now,
  type TestCa,
  type TestHolder,
} from '@kazashi/pki/test-chain'
import { caExtensions, clientAuth, forge, keyUsage, nameAlone } from '@kazashi/pki/test-forge'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import type { DocumentToSign } from './documents.ts'
import { createLoginStatement, type LoginStatement } from './login-statement.ts'
import { createVerifier, type VerifierOptions } from './verifier.ts'

const algorithm = 'ES384'
const cas = {} as { signing: TestCa; authentication: TestCa; other: TestCa }
const responders = new Map<string, { ca: TestCa; responder: TestHolder }>()
let phone: TestHolder
let card: TestHolder
let signing: TestHolder

const addresses = {
  signing: 'http://localhost:8080/pki/ocsp/signing',
  authentication: 'http://localhost:8080/pki/ocsp/authentication',
}
const expected = {
  audience: 'http://portal.kazashi.localhost:8080',
  nonce: 'n'.repeat(43),
  code: '47',
  relyingParty: 'かざし市ポータル',
  purpose: 'ログイン',
}
const statement: LoginStatement = { type: 'kazashi-login', ...expected, time: now.toISOString() }

beforeAll(async () => {
  cas.signing = await newCa('signing', { algorithm })
  cas.authentication = await newCa('authentication', { algorithm })
  cas.other = await newCa('authentication', { algorithm })
  for (const kind of ['signing', 'authentication'] as const) {
    const ca = cas[kind]
    responders.set(addresses[kind], {
      ca,
      responder: await newHolder('ocspResponder', ca, { algorithm }),
    })
  }
  const pointers = {
    ocsp: addresses.authentication,
    caIssuers: 'http://localhost:8080/c',
    crl: 'http://localhost:8080/l',
  }
  phone = await newHolder('phoneAuthentication', cas.authentication, {
    algorithm,
    locations: pointers,
  })
  card = await newHolder('cardSigning', cas.signing, { algorithm })
  signing = await newHolder('phoneSigning', cas.signing, { algorithm })
})

let clock: Date
let status: OcspCertStatus
/** Where it is another one for signing certificates. */
let signingStatus: OcspCertStatus | undefined
let asked: string[]
/** Milliseconds the responder lets an answer be kept. */
let keepable: number
/** Done by the network in place of an answer. */
let broken: (() => Response) | undefined
beforeEach(() => {
  clock = now
  status = { status: 'good' }
  signingStatus = undefined
  asked = []
  keepable = 3600_000
  broken = undefined
})

/** The network: two responders. */
const network: typeof globalThis.fetch = async (input, init) => {
  const url = String(input)
  asked.push(url)
  if (broken) return broken()
  const at = responders.get(url)
  if (!at || !(init?.body instanceof Uint8Array)) return new Response(null, { status: 404 })
  const answer = await answerOcspRequest({
    request: init.body,
    issuer: at.ca.certificate,
    signer: at.responder.signer,
    responderCertificate: at.responder.certificate,
    now: clock,
    nextUpdate: new Date(clock.getTime() + keepable),
    statusOf: () => (url === addresses.signing ? (signingStatus ?? status) : status),
  })
  return new Response(new Uint8Array(answer))
}

const verifier = (change: Partial<VerifierOptions> = {}) =>
  createVerifier({
    anchors: [
      { kind: 'signing', certificate: cas.signing.certificate.der, ocsp: addresses.signing },
      { kind: 'authentication', certificate: cas.authentication.certificate.der },
    ],
    fetch: network,
    now: () => clock,
    ...change,
  })
const sign = (holder: TestHolder, content: Uint8Array): Promise<Uint8Array> =>
  createSignedData({
    content,
    certificate: holder.certificate,
    signer: holder.signer,
    signingTime: clock,
  })
const login = (change: Partial<LoginStatement> = {}, holder = phone): Promise<Uint8Array> =>
  sign(holder, createLoginStatement({ ...statement, ...change }))
const verify = async (
  response: Promise<Uint8Array> | Uint8Array,
  change?: Partial<VerifierOptions>,
) => verifier(change).verifyLogin({ response: await response, expected })

describe('a login', () => {
  test('login: the phone’s certificate is accepted after its own responder said good', async () => {
    const accepted = await verify(login())
    expect(accepted).toMatchObject({
      serialNumber: phone.certificate.serialNumber,
      subject: phone.certificate.subject.text,
      notAfter: cardEnd,
      statusCheckedAt: now,
      statusResponder: addresses.authentication,
      statement,
    })
    expect(asked).toEqual([addresses.authentication])
  })

  test('RFC 6960 §2.2 the certificate of a login is judged anew, and its status asked for again', async () => {
    const { certificate } = await verify(login())
    const again = () => verifier().verifyCertificate(certificate, 'authentication')
    expect(await again()).toEqual({
      status: 'good',
      statusAsOf: now,
      statusCheckedAt: now,
      statusResponder: addresses.authentication,
    })
    expect(asked).toHaveLength(2)
    const other = verifier().verifyCertificate(certificate, 'signing')
    expect(await codeOf(other)).toBe('KEY_USAGE')
    status = { status: 'revoked', revokedAt: now }
    expect(await codeOf(again())).toBe('CERTIFICATE_REVOKED')
    clock = new Date(cardEnd.getTime() + 1000)
    expect(await codeOf(again())).toBe('CERTIFICATE_EXPIRED')
  })

  test('RFC 5280 §4.2.1.1 a CA of the same name with a new key is asked for once, then known', async () => {
    let lists = 0
    const newAnchors = async () => {
      lists += 1
      return [cas.other, cas.authentication].map(({ certificate }) => ({
        kind: 'authentication' as const,
        certificate: certificate.der,
      }))
    }
    const old = { kind: 'authentication', certificate: cas.other.certificate.der } as const
    const asking = verifier({ anchors: [old], newAnchors })
    const response = await login()
    await asking.verifyLogin({ response, expected })
    await asking.verifyLogin({ response, expected })
    expect(lists).toBe(1)
    expect(await codeOf(verify(response, { anchors: [old] }))).toBe('CHAIN_INVALID')
    const still = async () => [old]
    expect(await codeOf(verify(response, { anchors: [old], newAnchors: still }))).toBe(
      'CHAIN_INVALID',
    )
  })

  test('RFC 5280 §4.2.1.1 new anchors are asked for where none issued the certificate, and for no other reason', async () => {
    let lists = 0
    const newAnchors = async () => {
      lists += 1
      return []
    }
    clock = new Date(cardEnd.getTime() + 1000)
    expect(await codeOf(verify(login({ time: clock.toISOString() }), { newAnchors }))).toBe(
      'CERTIFICATE_EXPIRED',
    )
    expect(lists).toBe(0)
  })

  test('RFC 6960 §4.1.1 the status under an intermediate CA is asked of that CA', async () => {
    const { signer } = await newSigner(algorithm)
    const root = cas.authentication
    const middle = await forge({
      subject: [['CN', 'middle']],
      issuer: { name: root.certificate.subject.der, signer: root.signer },
      signer,
      extensions: caExtensions(),
    })
    const { signer: own, privateKey } = await newSigner(algorithm)
    const certificate = await forge({
      subject: [['CN', 'below']],
      issuer: { name: middle.subject.der, signer },
      signer: own,
      extensions: [keyUsage('digitalSignature'), clientAuth],
    })
    const url = 'http://localhost:8080/pki/ocsp/middle'
    const ca = { signer, certificate: middle }
    responders.set(url, { ca, responder: { ...ca, privateKey } })
    const ocspUrl = ({ issuer }: Certificate) =>
      issuer.text === middle.subject.text ? url : addresses.authentication
    const response = await createSignedData({
      content: createLoginStatement(statement),
      certificate,
      signer: own,
      signingTime: now,
      certificates: [middle],
    })
    expect(await verdictOf(verify(response, { ocspUrl }))).toBe('accepted')
    expect(asked).toEqual([addresses.authentication, url])
  })

  test('login: a configured responder is asked instead of the certificate’s', async () => {
    const ocspUrl = () => 'http://localhost:9/nobody'
    expect(await codeOf(verify(login(), { ocspUrl }))).toBe('STATUS_UNAVAILABLE')
    expect(asked).toEqual(['http://localhost:9/nobody'])
  })

  test.each<[string, OcspCertStatus, string]>([
    [
      'revoked',
      { status: 'revoked', revokedAt: now, reason: 'cessationOfOperation' },
      'CERTIFICATE_REVOKED',
    ],
    ['revoked without a reason', { status: 'revoked', revokedAt: now }, 'CERTIFICATE_REVOKED'],
    [
      'suspended',
      { status: 'revoked', revokedAt: now, reason: 'certificateHold' },
      'CERTIFICATE_SUSPENDED',
    ],
    ['not known', { status: 'unknown' }, 'STATUS_UNKNOWN'],
  ])('login: a certificate that is %s is refused as such', async (_, answer, code) => {
    status = answer
    expect(await codeOf(verify(login()))).toBe(code)
  })

  test.each<[string, () => Response]>([
    ['nothing but an error', () => new Response(null, { status: 500 })],
    ['octets that are no OCSP', () => new Response('<html>')],
    ['tryLater', () => new Response(Uint8Array.of(0x30, 3, 0x0a, 1, 3))],
    ['a hundred thousand octets', () => new Response(new Uint8Array(100_000))],
    [
      'nothing at all',
      () => {
        throw new TypeError('fetch failed')
      },
    ],
  ])('login: where the responder gives %s, nobody is let in', async (_, answer) => {
    broken = answer
    expect(await codeOf(verify(login()))).toBe('STATUS_UNAVAILABLE')
  })

  test('RFC 9654 §1 an answer to somebody else’s question is not taken', async () => {
    const first = await new Promise<Response>((resolve) => {
      const recorder: typeof globalThis.fetch = async (input, init) => {
        const reply = await network(input, init)
        resolve(reply.clone())
        return reply
      }
      void verify(login(), { fetch: recorder })
    })
    broken = () => first
    expect(await codeOf(verify(login()))).toBe('STATUS_UNAVAILABLE')
  })

  test.each<[string, Partial<LoginStatement>]>([
    ['relying party’s address', { audience: 'http://evil.kazashi.localhost:8080' }],
    ['request', { nonce: 'm'.repeat(43) }],
    ['name', { relyingParty: '別の市' }],
    ['purpose', { purpose: '送金' }],
  ])('login: an answer for another %s is refused before anyone is asked', async (_, change) => {
    expect(await codeOf(verify(login(change)))).toBe('STATEMENT_MISMATCH')
    expect(asked).toEqual([])
  })

  test('login: a wrong code is one of a phone that the authority knows, and no status is asked for', async () => {
    expect(await codeOf(verify(login({ code: '48' })))).toBe('CODE_WRONG')
    const stranger = await newHolder('phoneAuthentication', cas.other, { algorithm })
    expect(await codeOf(verify(login({ code: '48' }, stranger)))).toBe('CHAIN_INVALID')
    expect(asked).toEqual([])
    expect(await verify(login())).toMatchObject({ returns: false })
    clock = new Date(cardEnd.getTime() + 1000)
    const time = clock.toISOString()
    expect(await codeOf(verify(login({ code: '48', time })))).toBe('CODE_WRONG')
    expect(await codeOf(verify(login({ time })))).toBe('CERTIFICATE_EXPIRED')
  })

  test('login: an answer without a code is taken only where the browser will come back', async () => {
    const response = await login({ code: undefined })
    expect(await codeOf(verify(response))).toBe('STATEMENT_MISMATCH')
    expect(asked).toEqual([])
    const returning = { ...expected, mayReturn: true }
    const back = await verifier().verifyLogin({ response, expected: returning })
    expect(back).toMatchObject({ returns: true, statement: { nonce: expected.nonce } })
    const typed = verifier().verifyLogin({ response: await login(), expected: returning })
    expect(await typed).toMatchObject({ returns: false })
    status = { status: 'revoked', revokedAt: now }
    const revoked = verifier().verifyLogin({ response, expected: returning })
    expect(await codeOf(revoked)).toBe('CERTIFICATE_REVOKED')
  })

  test('login: an answer signed too long ago, or in the future, is refused', async () => {
    const at = (minutes: number) =>
      login({ time: new Date(now.getTime() + minutes * 60_000).toISOString() })
    expect(await codeOf(verify(at(-11)))).toBe('STATEMENT_EXPIRED')
    expect(await verdictOf(verify(at(-9)))).toBe('accepted')
    expect(await verdictOf(verify(at(4)))).toBe('accepted')
    expect(await codeOf(verify(at(6)))).toBe('STATEMENT_EXPIRED')
  })

  test('login: ten minutes after signing, and five before, are the last moments', async () => {
    const response = await login()
    const signedAgo = (milliseconds: number) => {
      clock = new Date(now.getTime() + milliseconds)
      return verdictOf(verify(response))
    }
    expect(await signedAgo(600_000)).toBe('accepted')
    expect(await signedAgo(600_001)).toBe('STATEMENT_EXPIRED')
    expect(await signedAgo(-300_000)).toBe('accepted')
    expect(await signedAgo(-300_001)).toBe('STATEMENT_EXPIRED')
  })

  test('RFC 5280 §4.2.1.3 a signing certificate does not log in, of card or phone', async () => {
    expect(await codeOf(verify(login({}, signing)))).toMatch(/KEY_USAGE|CHAIN_INVALID/)
    expect(await codeOf(verify(login({}, card)))).toMatch(/KEY_USAGE|CHAIN_INVALID/)
  })

  test('RFC 5280 §4.2.1.3 nor does it where its CA is trusted for logins by mistake', async () => {
    const anchors = [{ kind: 'authentication' as const, certificate: cas.signing.certificate.der }]
    const mistaken = verifier({ anchors })
    const response = await login({}, signing)
    const answer = mistaken.verifyLogin({ response, expected })
    expect(await codeOf(answer)).toBe('KEY_USAGE')
  })

  test('RFC 5280 §6.1 a certificate of a CA of the same name, but not the anchor, is refused', async () => {
    const stranger = await newHolder('phoneAuthentication', cas.other, { algorithm })
    expect(await codeOf(verify(login({}, stranger)))).toBe('CHAIN_INVALID')
    expect(asked).toEqual([])
  })

  test('RFC 5280 §6.1.3 (a)(2) after its end, and before its beginning, the certificate is refused', async () => {
    clock = new Date(cardEnd.getTime() + 1000)
    expect(await codeOf(verify(login({ time: clock.toISOString() })))).toBe('CERTIFICATE_EXPIRED')
    clock = new Date('2026-08-31T00:00:00Z')
    expect(await codeOf(verify(login({ time: clock.toISOString() })))).toBe(
      'CERTIFICATE_NOT_YET_VALID',
    )
  })

  test('RFC 5652 §5.6 a changed signature, and octets that are no CMS, are refused', async () => {
    const response = await login()
    const changed = response.slice()
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
    expect(await codeOf(verify(changed))).toBe('SIGNATURE_INVALID')
    expect(await codeOf(verify(Uint8Array.of(1, 2, 3)))).toBe('RESPONSE_MALFORMED')
  })

  test('RFC 5652 §5.3 an answer without its signer’s certificate, and one with a broken certificate, are malformed', async () => {
    const cms = await login()
    const enclosing = (certificates: readonly Uint8Array[]) => {
      const [type, explicit] = der.elements(der.readDer(cms, der.tags.sequence))
      if (type === undefined || explicit === undefined) throw new Error('ContentInfo has two parts')
      const parts = der
        .elements(der.readDer(explicit.content, der.tags.sequence))
        .map(({ tag, whole }) =>
          tag === der.context(0, true) ? der.implicit(0, der.setOf(...certificates)) : whole,
        )
      return der.sequence(type.whole, der.explicit(0, der.sequence(...parts)))
    }
    expect(await verdictOf(verify(enclosing([phone.certificate.der])))).toBe('accepted')
    expect(await codeOf(verify(enclosing([card.certificate.der])))).toBe('RESPONSE_MALFORMED')
    const broken = der.sequence(der.integer(1))
    expect(await codeOf(verify(enclosing([phone.certificate.der, broken])))).toBe(
      'RESPONSE_MALFORMED',
    )
  })

  test('login: policies can be asked for', async () => {
    expect(await verdictOf(verify(login(), { policies: ['1.2.392.200149.8.5.1.0.50'] }))).toBe(
      'accepted',
    )
    expect(await codeOf(verify(login(), { policies: ['1.2.392.200149.8.5.1.3.30'] }))).toBe(
      'CHAIN_INVALID',
    )
  })
})

describe('keeping a status', () => {
  const twice = async (later: number, keepStatusFor?: number): Promise<number> => {
    const one = verifier(keepStatusFor === undefined ? {} : { keepStatusFor })
    await one.verifyLogin({ response: await login(), expected })
    clock = new Date(now.getTime() + later)
    await one.verifyLogin({
      response: await login({ time: clock.toISOString() }),
      expected,
    })
    return asked.length
  }

  test('RFC 6960 §4.2.2.1 unless told to, it is asked every time', async () => {
    expect(await twice(0)).toBe(2)
  })
  test('RFC 6960 §4.2.2.1 told to, it is kept that long', async () => {
    expect(await twice(59_999, 60_000)).toBe(1)
  })
  test('RFC 6960 §4.2.2.1 and not a moment longer', async () => {
    expect(await twice(60_000, 60_000)).toBe(2)
  })
  test('RFC 6960 §4.2.2.1 never beyond nextUpdate', async () => {
    keepable = 30_000
    expect(await twice(30_000, 3600_000)).toBe(2)
  })
  test('RFC 6960 §4.2.2.1 a clock moved back asks anew', async () => {
    expect(await twice(-1, 60_000)).toBe(2)
  })
})

describe('a signed document', () => {
  const content = new TextEncoder().encode('申請書')

  test('RFC 5652 §5.6 a card’s signature: the anchor’s responder is asked, the four attributes come back', async () => {
    const accepted = await verifier().verifySigned(await sign(card, content))
    expect(accepted).toMatchObject({ content, attributes, signingTime: now, statusCheckedAt: now })
    expect(asked).toEqual([addresses.signing])
    expect(card.certificate.ocsp).toEqual([])
  })

  test('RFC 5652 §5.6 a phone’s signature: its own responder is asked', async () => {
    const accepted = await verifier().verifySigned(await sign(signing, content))
    expect(accepted.attributes).toEqual(attributes)
  })

  test('RFC 5280 §4.2.1.3 an authentication certificate signs no documents', async () => {
    expect(await codeOf(verifier().verifySigned(await sign(phone, content)))).toMatch(
      /KEY_USAGE|CHAIN_INVALID/,
    )
  })

  test('RFC 5280 §6.1.1 a CA that is trusted for logins is not trusted for documents', async () => {
    const elsewhere = await newHolder('phoneSigning', cas.authentication, { algorithm })
    expect(await codeOf(verifier().verifySigned(await sign(elsewhere, content)))).toBe(
      'CHAIN_INVALID',
    )
    expect(asked).toEqual([])
  })

  test.each([
    ['names nobody', []],
    ['has a name alone', [nameAlone('見本　花子')]],
  ])('RFC 5280 §4.2.1.6 a signing certificate that %s is refused', async (_, names) => {
    const { signer, privateKey } = await newSigner(algorithm)
    const { certificate: issuer, signer: issuing } = cas.signing
    const certificate = await forge({
      subject: [['CN', 'nobody']],
      issuer: { name: issuer.subject.der, signer: issuing },
      signer,
      extensions: [keyUsage('nonRepudiation'), ...names],
    })
    const cms = await sign({ certificate, signer, privateKey }, content)
    expect(await codeOf(verifier().verifySigned(cms))).toBe('ATTRIBUTES_MISSING')
  })

  test('RFC 6960 §3.2 without any responder nothing is accepted', async () => {
    const anchors = [{ kind: 'signing' as const, certificate: cas.signing.certificate.der }]
    expect(await codeOf(verifier({ anchors }).verifySigned(await sign(card, content)))).toBe(
      'STATUS_UNAVAILABLE',
    )
    expect(asked).toEqual([])
  })

  test('RFC 5652 §5.2 a detached signature takes its content apart', async () => {
    const { certificate, signer } = card
    const cms = await createSignedData({
      content,
      certificate,
      signer,
      signingTime: now,
      detached: true,
    })
    expect((await verifier().verifySigned(cms, { content })).content).toEqual(content)
    expect(await codeOf(verifier().verifySigned(cms, { content: Uint8Array.of(1) }))).toBe(
      'SIGNATURE_INVALID',
    )
  })
})

describe('documents signed with a login', () => {
  const contents = ['一通目', '二通目'].map((text) => new TextEncoder().encode(text))
  let signer: TestHolder
  let stranger: TestHolder
  let documents: readonly DocumentToSign[]
  let digests: readonly Uint8Array[]
  beforeAll(async () => {
    // SHA-256, as the phone's keys sign.
    signer = await newHolder('phoneSigning', cas.signing)
    stranger = await newHolder('phoneSigning', cas.signing)
    digests = await Promise.all(
      contents.map(async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))),
    )
    documents = digests.map((digest, at) => ({
      title: `${at}`,
      hash: Buffer.from(digest).toString('base64'),
    }))
  })
  const signed = (digest: Uint8Array, by = signer) =>
    createSignedData({
      digest,
      certificate: by.certificate,
      signer: by.signer,
      signingTime: clock,
    })
  const all = () => Promise.all(digests.map((digest) => signed(digest)))
  const verifyAll = async (
    signatures: readonly Uint8Array[] | undefined,
    stated: readonly DocumentToSign[] | undefined = documents,
  ) => {
    const response = await login(stated.length > 0 ? { documents: [...stated] } : {})
    return verifier().verifyLogin({ response, signatures, expected: { ...expected, documents } })
  }

  test('login: each under its signature, all by one certificate, whose status is asked for', async () => {
    const { signedBy } = await verifyAll(await all())
    expect(signedBy?.serialNumber).toBe(signer.certificate.serialNumber)
    expect(asked).toEqual([addresses.authentication, addresses.signing])
  })

  test('login: others than those that were asked for, one missing, exchanged, or by two people are refused', async () => {
    const [first = new Uint8Array(), second = new Uint8Array()] = await all()
    const [digest = new Uint8Array()] = digests
    const verdicts = [
      verifyAll(undefined),
      verifyAll([first]),
      verifyAll([second, first]),
      verifyAll([await signed(digest, stranger), second]),
      verifyAll([first, second], documents.slice(1)),
      verifyAll([first, second], documents.toReversed()),
      verifyAll([first, second], []),
    ]
    expect(await Promise.all(verdicts.map((one) => codeOf(one)))).toEqual([
      'STATEMENT_MISMATCH',
      'STATEMENT_MISMATCH',
      'SIGNATURE_INVALID',
      'STATEMENT_MISMATCH',
      'STATEMENT_MISMATCH',
      'STATEMENT_MISMATCH',
      'STATEMENT_MISMATCH',
    ])
  })

  test('5-A4 after a move, which ends the signing certificate alone, nothing is signed though a login would be good', async () => {
    signingStatus = { status: 'revoked', revokedAt: now, reason: 'affiliationChanged' }
    expect(await codeOf(verifyAll(await all()))).toBe('CERTIFICATE_REVOKED')
    expect(await verdictOf(verify(login()))).toBe('accepted')
  })
})
