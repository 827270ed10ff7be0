/** The status of a whole path: a CA between the anchor and the person, by responders and lists of a network. */
import { answerOcspRequest, type Certificate, createCrl, type OcspCertStatus } from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import { newCa, newSigner, now, type TestCa } from '@kazashi/pki/test-chain'
import { clientAuth, forge, keyUsage, points } from '@kazashi/pki/test-forge'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import type { StatusPolicy } from './status.ts'
import { createVerifier } from './verifier.ts'

const algorithm = 'ES384'
const addresses = {
  rootList: 'http://pki.example/root.crl',
  middleResponder: 'http://pki.example/ocsp/middle',
  middleList: 'http://pki.example/middle.crl',
}
let root: TestCa
let middle: TestCa
/** Like `middle`, and names no list. */
let silent: Certificate
let person: Certificate
beforeAll(async () => {
  root = await newCa('authentication', { algorithm })
  const { signer } = await newSigner(algorithm)
  const ca = (more: readonly string[], serialNumber: string) =>
    forge({
      subject: [['CN', 'middle']],
      issuer: { name: root.certificate.subject.der, signer: root.signer },
      signer,
      serialNumber,
      extensions: points({ ca: true, lists: more, keyOf: signer.publicKey }),
    })
  middle = { signer, certificate: await ca([addresses.rootList], '31') }
  silent = await ca([], '32')
  const own = await newSigner(algorithm)
  person = await forge({
    subject: [['CN', 'person']],
    issuer: { name: silent.subject.der, signer },
    signer: own.signer,
    serialNumber: '33',
    extensions: [
      keyUsage('digitalSignature'),
      clientAuth,
      ...points({ lists: [addresses.middleList] }),
    ],
  })
})

interface World {
  readonly middle: OcspCertStatus | 'gone'
  /** Reasons by serial number. */
  readonly rootList: Readonly<Record<string, 'keyCompromise' | 'certificateHold'>> | 'gone'
  readonly middleList: Readonly<Record<string, 'keyCompromise' | 'certificateHold'>> | 'gone'
  /** Milliseconds that what is said has been over. */
  readonly overFor: number
}
let world: World
let asked: string[]
beforeEach(() => {
  world = { middle: { status: 'good' }, rootList: {}, middleList: {}, overFor: 0 }
  asked = []
})

const hour = 3600_000
const encodeTwin = der.sequence(der.setOf(der.sequence(der.oid('2.5.4.3'), der.utf8String('twin'))))
const times = () => ({
  thisUpdate: new Date(now.getTime() - hour - world.overFor),
  nextUpdate: new Date(now.getTime() + hour - (world.overFor && hour + world.overFor)),
})
async function listed(ca: TestCa, list: World['rootList']): Promise<Response> {
  if (list === 'gone') return new Response(null, { status: 503 })
  const entries = Object.entries(list).map(([serialNumber, reason]) => ({
    serialNumber,
    reason,
    revokedAt: new Date(now.getTime() - 2 * hour),
  }))
  const { signer, certificate: issuer } = ca
  const crl = await createCrl({ issuer, signer, number: 1, ...times(), entries })
  return new Response(new Uint8Array(crl))
}
const network: typeof globalThis.fetch = async (input, init) => {
  const url = String(input)
  asked.push(url)
  if (url === addresses.rootList) return listed(root, world.rootList)
  if (url === addresses.middleList) return listed(middle, world.middleList)
  const { middle: status } = world
  if (status === 'gone' || !(init?.body instanceof Uint8Array)) throw new TypeError('fetch failed')
  const answer = await answerOcspRequest({
    request: init.body,
    issuer: middle.certificate,
    signer: middle.signer,
    responderCertificate: middle.certificate,
    now: times().thisUpdate,
    nextUpdate: times().nextUpdate,
    statusOf: () => status,
  })
  return new Response(new Uint8Array(answer))
}

/** The person's certificate below `middle`, by what the network says. */
const check = (
  status: StatusPolicy = {},
  options: {
    readonly responder?: boolean
    readonly by?: Certificate
    readonly keepFor?: number
  } = {},
) => {
  const { responder = true, by = middle.certificate, keepFor = 0 } = options
  return createVerifier({
    anchors: [{ kind: 'authentication', certificate: root.certificate.der }],
    fetch: network,
    now: () => now,
    ocspUrl: ({ serialNumber }) =>
      responder && serialNumber === '33' ? addresses.middleResponder : undefined,
    status,
    keepStatusFor: keepFor,
  }).verifyCertificate(person, 'authentication', [by])
}

test('RFC 5280 §6.3 a CA between is asked after by its list, before the person is', async () => {
  expect(await check()).toMatchObject({
    status: 'good',
    statusAsOf: times().thisUpdate,
    statusResponder: addresses.middleResponder,
  })
  expect(asked).toEqual([addresses.rootList, addresses.middleResponder])
})

test('ISSUER_REVOKED a CA that is revoked, or suspended, ends what is below it, and nobody asks further', async () => {
  for (const reason of ['keyCompromise', 'certificateHold'] as const) {
    asked = []
    world = { ...world, rootList: { '31': reason } }
    expect(await codeOf(check())).toBe('ISSUER_REVOKED')
    expect(asked).toEqual([addresses.rootList])
  }
})

test('STATUS_UNAVAILABLE a CA that names nothing is taken only where the policy says so', async () => {
  expect(await codeOf(check({}, { by: silent }))).toBe('STATUS_UNAVAILABLE')
  const taken = await check({ authorities: 'where-named' }, { by: silent })
  expect(taken).toMatchObject({ status: 'good' })
  world = { ...world, rootList: 'gone' }
  expect(await codeOf(check({ authorities: 'where-named' }))).toBe('STATUS_UNAVAILABLE')
})

test('RFC 5280 §4.2.1.13 where no responder is named the list speaks', async () => {
  const byList = () => check({}, { responder: false })
  expect(await byList()).toMatchObject({ status: 'good', statusResponder: addresses.middleList })
  world = { ...world, middleList: { '33': 'certificateHold' } }
  expect(await codeOf(byList())).toBe('CERTIFICATE_SUSPENDED')
  world = { ...world, middleList: { '33': 'keyCompromise' } }
  expect(await codeOf(byList())).toBe('CERTIFICATE_REVOKED')
})

test('RFC 6960 §2.7 a line to the responder that is cut leads to no list, unless the policy says so', async () => {
  world = { ...world, middle: 'gone' }
  expect(await codeOf(check())).toBe('STATUS_UNAVAILABLE')
  expect(asked).not.toContain(addresses.middleList)
  const also = { lists: 'also-after-responder' } as const
  expect(await check(also)).toMatchObject({ statusResponder: addresses.middleList })
  world = { ...world, middleList: { '33': 'keyCompromise' } }
  expect(await codeOf(check(also))).toBe('CERTIFICATE_REVOKED')
})

test('STATUS_STALE what is over is refused, or taken as stale where it was good', async () => {
  world = { ...world, overFor: hour }
  expect(await codeOf(check())).toBe('STATUS_STALE')
  expect(await check({ accepts: ['stale'] })).toMatchObject({
    status: 'stale',
    statusAsOf: new Date(now.getTime() - 2 * hour),
  })
  world = { ...world, middle: { status: 'revoked', revokedAt: now } }
  expect(await codeOf(check({ accepts: ['stale', 'unreachable'] }))).toBe('STATUS_STALE')
  world = { ...world, overFor: 0, middle: { status: 'good' } }
  expect(await codeOf(check({ oldest: hour / 2 }))).toBe('STATUS_STALE')
})

test('STATUS_UNAVAILABLE nobody answers: refused, or taken as unreachable; unknown is never taken', async () => {
  world = { ...world, middle: 'gone' }
  const taken = await check({ accepts: ['unreachable'] })
  expect(taken).toMatchObject({ status: 'unreachable', statusResponder: addresses.middleResponder })
  world = { ...world, middle: { status: 'unknown' } }
  expect(await codeOf(check({ accepts: ['stale', 'unreachable'] }))).toBe('STATUS_UNKNOWN')
})

test('RFC 6960 §4.2.2.1 what is kept is of one certificate of one CA, and no older than the policy has it', async () => {
  const twin = await newCa('authentication', { algorithm })
  const holder = await newSigner(algorithm)
  /** Of the same issuer's name and serial numbers, without key identifiers. */
  const pair = async (ca: TestCa) => {
    const subject = [['CN', 'twin']] as const
    const issuer = await forge({
      subject,
      issuer: { name: encodeTwin, signer: ca.signer },
      signer: ca.signer,
      serialNumber: '01',
      extensions: points({ ca: true, lists: [] }),
    })
    const certificate = await forge({
      subject: [['CN', 'one']],
      issuer: { name: issuer.subject.der, signer: ca.signer },
      signer: holder.signer,
      serialNumber: '05',
      extensions: [keyUsage('digitalSignature'), clientAuth],
    })
    return { issuer, certificate, ca }
  }
  const [good, bad] = [await pair(root), await pair(twin)]
  let at = now
  let questions = 0
  const answering: typeof globalThis.fetch = async (url, init) => {
    questions += 1
    const { issuer, ca } = String(url).endsWith('bad') ? bad : good
    const answer = await answerOcspRequest({
      request: init?.body instanceof Uint8Array ? init.body : new Uint8Array(),
      issuer,
      signer: ca.signer,
      responderCertificate: issuer,
      now: at,
      nextUpdate: new Date(at.getTime() + 24 * hour),
      statusOf: () => (ca === twin ? { status: 'revoked', revokedAt: now } : { status: 'good' }),
    })
    return new Response(new Uint8Array(answer))
  }
  const verifier = createVerifier({
    anchors: [good, bad].map(({ issuer }) => ({ kind: 'authentication', certificate: issuer.der })),
    fetch: answering,
    now: () => at,
    ocspUrl: (one) => `http://pki.example/${one === bad.certificate ? 'bad' : 'good'}`,
    keepStatusFor: 24 * hour,
    status: { oldest: hour },
  })
  await verifier.verifyCertificate(good.certificate, 'authentication')
  expect(await codeOf(verifier.verifyCertificate(bad.certificate, 'authentication'))).toBe(
    'CERTIFICATE_REVOKED',
  )
  const before = questions
  at = new Date(now.getTime() + hour / 2)
  await verifier.verifyCertificate(good.certificate, 'authentication')
  expect(questions).toBe(before)
  at = new Date(now.getTime() + hour + 1)
  await verifier.verifyCertificate(good.certificate, 'authentication')
  expect(questions).toBe(before + 1)
})

test('RFC 5280 §4.2.1.13 of many lists that a certificate names four are asked for', async () => {
  const own = await newSigner(algorithm)
  const lists = Array.from({ length: 50 }, (_, at) => `http://pki.example/${at}.crl`)
  const busy = await forge({
    subject: [['CN', 'busy']],
    issuer: { name: root.certificate.subject.der, signer: root.signer },
    signer: own.signer,
    extensions: [keyUsage('digitalSignature'), clientAuth, ...points({ lists })],
  })
  const seen: string[] = []
  const verifier = createVerifier({
    anchors: [{ kind: 'authentication', certificate: root.certificate.der }],
    fetch: async (url) => {
      seen.push(String(url))
      return new Response(null, { status: 404 })
    },
    now: () => now,
  })
  expect(await codeOf(verifier.verifyCertificate(busy, 'authentication'))).toBe(
    'STATUS_UNAVAILABLE',
  )
  expect(seen).toEqual(lists.slice(0, 4))
})

test('RFC 6960 §4.2.2.1 the status of the CA is kept as the person’s is', async () => {
  const verifier = createVerifier({
    anchors: [{ kind: 'authentication', certificate: root.certificate.der }],
    fetch: network,
    now: () => now,
    ocspUrl: ({ serialNumber }) => (serialNumber === '33' ? addresses.middleResponder : undefined),
    keepStatusFor: hour,
  })
  for (let times = 0; times < 2; times += 1)
    await verifier.verifyCertificate(person, 'authentication', [middle.certificate])
  expect(asked).toHaveLength(2)
})
