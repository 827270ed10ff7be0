import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { assemble, type Certificate, encodeSerial } from './certificate.ts'
import { pathStatusByCrls } from './crl-status.ts'
import * as der from './der.ts'
import { type Extension, encodeExtension } from './extensions.ts'
import { encodeName } from './name.ts'
import { oids } from './oids.ts'
import { type Path, validatePath } from './path.ts'
import { encodeReason, type RevocationReason } from './revocation.ts'
import { encodeSignatureAlgorithm } from './signature-algorithms.ts'
import type { Signer } from './signer.ts'
import { newSigner } from './test-chain.ts'
import { caExtensions, forge, keyUsage } from './test-forge.ts'

const now = new Date('2026-11-28T00:00:00Z')
const name = encodeName([['CN', 'ca']])
let signer: Signer
let path: Path
let other: Certificate
beforeAll(async () => {
  const [ca, leaf, stranger] = await Promise.all([0, 1, 2].map(() => newSigner('ES256')))
  if (!ca || !leaf || !stranger) throw new Error('three keys')
  signer = ca.signer
  const [, constraints] = caExtensions()
  const both = constraints ? [keyUsage('keyCertSign', 'cRLSign'), constraints] : []
  const issuer = { name, signer }
  const anchor = await forge({ subject: [['CN', 'ca']], issuer, signer, extensions: both })
  const certificate = await forge({
    subject: [['CN', 'end']],
    issuer,
    signer: leaf.signer,
    serialNumber: '07',
  })
  path = await validatePath({ certificate, anchors: [anchor], now })
  const strange = { name, signer: stranger.signer }
  other = await forge({
    subject: [['CN', 'ca']],
    issuer: strange,
    signer: stranger.signer,
    extensions: both,
  })
})

interface Listed {
  readonly number?: number
  readonly entries?: readonly (readonly [serial: string, reason?: RevocationReason])[]
  readonly extensions?: readonly Extension[]
  readonly by?: Signer
  readonly nextUpdate?: string
}

async function list({
  number = 1,
  entries = [],
  extensions = [],
  by = signer,
  nextUpdate = '2026-12-01',
}: Listed = {}) {
  const algorithm = encodeSignatureAlgorithm(by.algorithm)
  const numbered = { oid: oids.cRLNumber, critical: false, value: der.integer(number) }
  const lines = entries.map(([serial, reason]) => {
    const value = reason && { oid: oids.reasonCode, critical: false, value: encodeReason(reason) }
    return der.sequence(
      encodeSerial(serial),
      der.time(new Date('2026-11-20')),
      ...(value ? [der.sequence(encodeExtension(value))] : []),
    )
  })
  const tbs = der.sequence(
    der.integer(1),
    algorithm,
    name,
    der.time(new Date('2026-11-01')),
    der.time(new Date(nextUpdate)),
    ...(lines.length > 0 ? [der.sequence(...lines)] : []),
    der.explicit(0, der.sequence(...[numbered, ...extensions].map(encodeExtension))),
  )
  return assemble(tbs, algorithm, await by.sign(tbs))
}
const delta = (base: number, critical: boolean): Extension => ({
  oid: oids.deltaCRLIndicator,
  critical,
  value: der.integer(base),
})
const statusBy = async (...crls: readonly Uint8Array[]) =>
  (await pathStatusByCrls({ path, crls, certificates: [other], now })).map(({ status }) => status)

test('RFC 5280 §6.3.3 good by a list of its issuer, revoked where it stands there, also by a negative number, unknown without one', async () => {
  expect(await statusBy(await list())).toEqual(['good'])
  expect(await statusBy(await list({ entries: [['-01'], ['07', 'certificateHold']] }))).toEqual([
    'revoked',
  ])
  expect(await statusBy(await list({ entries: [['-01'], ['08']] }))).toEqual(['good'])
  expect(await statusBy()).toEqual(['undetermined'])
  expect(await statusBy(Uint8Array.of(0x30), await list())).toEqual(['good'])
})

test('RFC 5280 §6.1 a certificate that is trusted itself needs no list, as octets neither', async () => {
  const [certificate] = path.chain
  const octets = certificate?.der ?? new Uint8Array()
  const trusted = await validatePath({ certificate: octets, anchors: [octets.slice()], now })
  const statuses = await pathStatusByCrls({ path: trusted, crls: [], now })
  expect(statuses).toMatchObject([{ status: 'good' }])
})

test('RFC 5280 §5.1.2.5 a list that is not of now is stale, not good', async () => {
  expect(await statusBy(await list({ nextUpdate: '2026-11-27' }))).toEqual(['stale'])
})

test.each([true, false])(
  'RFC 5280 §5.2.4 what was added is no list of its own (critical: %s), and counts with the list that it adds to',
  async (critical) => {
    const added = { number: 2, extensions: [delta(1, critical)] }
    expect(await statusBy(await list(added))).toEqual(['undetermined'])
    const revoked = await list({ ...added, entries: [['07']] })
    expect(await statusBy(await list(), revoked)).toEqual(['revoked'])
    const released = await list({ ...added, entries: [['07', 'removeFromCRL']] })
    const held = await list({ entries: [['07', 'certificateHold']] })
    expect(await statusBy(held, released)).toEqual(['good'])
    const later = await list({ number: 9, extensions: [delta(5, critical)], entries: [['07']] })
    expect(await statusBy(await list(), later)).toEqual(['good'])
  },
)

test('RFC 5280 §5.3.1 nothing is taken off a list but by an addition to it', async () => {
  const both = await list({
    entries: [
      ['07', 'keyCompromise'],
      ['07', 'removeFromCRL'],
    ],
  })
  expect(await statusBy(both)).toEqual(['revoked'])
})

test('RFC 5280 §6.3.3 (f) a list by a CA of the same name that the anchor does not know says nothing', async () => {
  const stranger = await newSigner('ES256')
  expect(await statusBy(await list({ by: stranger.signer }))).toEqual(['undetermined'])
})

test('RFC 5280 §5.2 a critical extension that nobody here understands makes a list useless', async () => {
  const unknown = { oid: '1.2.3.4', critical: true, value: der.sequence() }
  expect(await statusBy(await list({ extensions: [unknown] }))).toEqual(['undetermined'])
})

test('RFC 5280 §6.3.3 no time is no time without limits, and lists are looked at five hundred times at most', async () => {
  const crl = await list()
  expect(await codeOf(pathStatusByCrls({ path, crls: [crl], now: new Date('not') }))).toBe(
    'PATH_TIME',
  )
  const strange = await list({ by: (await newSigner('ES256')).signer })
  const crls = Array.from({ length: 501 }, () => strange)
  expect(await codeOf(pathStatusByCrls({ path, crls, now }))).toBe('PATH_WORK_LIMIT')
})
