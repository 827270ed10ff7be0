import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import type { Certificate } from './certificate.ts'
import { type CrlEntry, createCrl } from './crl.ts'
import { extendedKeyUsage } from './extensions.ts'
import { createCertId } from './ocsp-request.ts'
import { createOcspResponse, type OcspCertStatus } from './ocsp-response.ts'
import { oids } from './oids.ts'
import { type Path, validatePath } from './path.ts'
import { pathStatus } from './path-status.ts'
import { newCa, newHolder, newSigner, now, type TestCa, type TestHolder } from './test-chain.ts'
import { forge, keyUsage } from './test-forge.ts'

const algorithm = 'ES384'
const minute = 60_000
const at = (minutes: number) => new Date(now.getTime() + minutes * minute)
let ca: TestCa
let phone: TestHolder
let responder: TestHolder
let path: Path
beforeAll(async () => {
  ca = await newCa('authentication', { algorithm })
  phone = await newHolder('phoneAuthentication', ca, { algorithm })
  responder = await newHolder('ocspResponder', ca, { algorithm })
  path = await validatePath({ certificate: phone.certificate, anchors: [ca.certificate], now })
})

const held = { status: 'revoked', revokedAt: at(-90), reason: 'certificateHold' } as const
const ended = { status: 'revoked', revokedAt: at(-90), reason: 'keyCompromise' } as const

/** @param from minutes @param until minutes */
async function answer(
  status: OcspCertStatus,
  { from = 0, until = 60, by = responder }: { from?: number; until?: number; by?: TestHolder } = {},
) {
  const certId = createCertId(phone.certificate, ca.certificate)
  const response = await createOcspResponse({
    signer: by.signer,
    responderCertificate: by.certificate,
    producedAt: at(from),
    thisUpdate: at(from),
    nextUpdate: at(until),
    responses: [{ certId, ...status }],
  })
  return { response }
}

const list = (entries: readonly CrlEntry[] = [], from = -60, until = 60) =>
  createCrl({
    issuer: ca.certificate,
    signer: ca.signer,
    number: 1,
    thisUpdate: at(from),
    nextUpdate: at(until),
    entries,
  })
const entry = (reason: 'certificateHold' | 'keyCompromise'): CrlEntry => ({
  serialNumber: phone.certificate.serialNumber,
  revokedAt: at(-90),
  reason,
})

const statusBy = async (evidence: Partial<Parameters<typeof pathStatus>[0]>) =>
  (await pathStatus({ path, now, ...evidence }))[0]
const good = { status: 'good' } as const

test('RFC 6960 §2.2 an answer decides alone, and nothing is undetermined', async () => {
  expect(await statusBy({ answers: [await answer(good)] })).toEqual({
    status: 'good',
    asOf: now,
    until: at(60),
  })
  expect(await statusBy({ answers: [await answer(held)] })).toMatchObject(held)
  expect(await statusBy({ answers: [await answer({ status: 'unknown' })] })).toEqual({
    status: 'unknown',
  })
  expect(await statusBy({})).toEqual({ status: 'undetermined', reasons: [] })
  const broken = await statusBy({ answers: [{ response: Uint8Array.of(0x30) }] })
  expect(broken).toMatchObject({ status: 'undetermined', reasons: [{ code: 'OCSP_MALFORMED' }] })
})

test('RFC 6960 §3.2 of a suspension the newest word counts, an end is final wherever it stands', async () => {
  const newer = await answer(good)
  expect(
    await statusBy({ answers: [newer], crls: [await list([entry('certificateHold')])] }),
  ).toMatchObject(good)
  const older = await answer(good, { from: -120 })
  expect(
    await statusBy({ answers: [older], crls: [await list([entry('certificateHold')])] }),
  ).toMatchObject(held)
  const same = await answer(held)
  expect(await statusBy({ answers: [newer, same] })).toMatchObject(held)
  expect(
    await statusBy({ answers: [newer], crls: [await list([entry('keyCompromise')])] }),
  ).toMatchObject(ended)
  expect(await statusBy({ answers: [await answer(ended, { from: -30 }), newer] })).toMatchObject(
    ended,
  )
})

test('RFC 6960 §2.2 what the responder does not know no list makes good', async () => {
  const unknown = await answer({ status: 'unknown' })
  expect(await statusBy({ answers: [unknown], crls: [await list()] })).toEqual({
    status: 'unknown',
  })
  expect(
    await statusBy({ answers: [unknown], crls: [await list([entry('keyCompromise')])] }),
  ).toMatchObject(ended)
})

test('RFC 6960 §4.2.2.1 what is over is stale and tells what it was and as of when, by its own end or by the oldest that is taken', async () => {
  const over = { from: -120, until: -30 }
  expect(await statusBy({ answers: [await answer(good, over)] })).toEqual({
    status: 'stale',
    was: 'good',
    asOf: at(-120),
  })
  expect(await statusBy({ answers: [await answer(good, over), await answer(held, over)] })).toEqual(
    { status: 'stale', was: 'revoked', asOf: at(-120) },
  )
  expect(await statusBy({ answers: [await answer({ status: 'unknown' }, over)] })).toMatchObject({
    status: 'undetermined',
  })
  const recent = await answer(good, { from: -20 })
  expect(await statusBy({ answers: [recent], oldest: 10 * minute })).toEqual({
    status: 'stale',
    was: 'good',
    asOf: at(-20),
  })
  expect(await statusBy({ answers: [recent], oldest: 20 * minute })).toMatchObject(good)
  expect(await statusBy({ crls: [await list([entry('certificateHold')], -60, -1)] })).toEqual({
    status: 'stale',
    was: 'revoked',
    asOf: at(-60),
  })
  expect(await statusBy({ crls: [await list([], -60)], oldest: 59 * minute })).toEqual({
    status: 'stale',
    was: 'good',
    asOf: at(-60),
  })
  expect(await statusBy({ crls: [await list([], 1)] })).toMatchObject({ status: 'undetermined' })
})

test('RFC 6960 §4.2.2.2.1 a delegate that does not forbid the question is good by a list, or says nothing', async () => {
  const { signer, privateKey } = await newSigner(algorithm)
  const delegate = async (serialNumber: string): Promise<TestHolder> => ({
    signer,
    privateKey,
    certificate: await forge({
      subject: [['CN', 'responder']],
      issuer: { name: ca.certificate.subject.der, signer: ca.signer },
      signer,
      serialNumber,
      extensions: [
        keyUsage('digitalSignature'),
        {
          oid: oids.extendedKeyUsage,
          critical: false,
          value: extendedKeyUsage.encode([oids.ocspSigning]),
        },
      ],
    }),
  })
  const by = await delegate('21')
  const answers = [await answer(good, { by })]
  expect(await statusBy({ answers })).toMatchObject({
    status: 'undetermined',
    reasons: [{ code: 'OCSP_RESPONDER_UNAUTHORIZED' }],
  })
  expect(await statusBy({ answers, crls: [await list()] })).toMatchObject(good)
  const gone = await list([{ serialNumber: '21', revokedAt: at(-90), reason: 'keyCompromise' }])
  const said = await statusBy({ answers: [await answer(held, { by })], crls: [gone] })
  // The list alone speaks: of the phone it says nothing bad.
  expect(said).toMatchObject(good)
})

test('RFC 6960 §3.2 an answer for another issuer of the same key is about another certificate', async () => {
  const other: Certificate = await forge({
    subject: [['CN', 'other']],
    issuer: { name: ca.certificate.subject.der, signer: ca.signer },
    signer: ca.signer,
  })
  const twin = await forge({
    subject: [['CN', 'twin']],
    issuer: { name: other.subject.der, signer: ca.signer },
    signer: phone.signer,
    serialNumber: phone.certificate.serialNumber,
  })
  const certId = createCertId(twin, other)
  const response = await createOcspResponse({
    signer: responder.signer,
    responderCertificate: responder.certificate,
    producedAt: now,
    thisUpdate: now,
    nextUpdate: at(60),
    responses: [{ certId, status: 'good' }],
  })
  expect(await statusBy({ answers: [{ response }] })).toMatchObject({
    status: 'undetermined',
    reasons: [{ code: 'OCSP_NOT_COVERED' }],
  })
})

test('PATH_WORK_LIMIT more answers than a hundred are not looked at', async () => {
  const answers = Array.from({ length: 101 }, () => ({ response: Uint8Array.of(0x30) }))
  expect(await codeOf(pathStatus({ path, answers, now }))).toBe('PATH_WORK_LIMIT')
})
