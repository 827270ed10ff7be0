/** A contract as it comes back: signed by the phone of a small authority, changed, not signed at all, or by a certificate that has ended. */
import { createSignedData } from '@kazashi/pki'
import { createVerifier } from '@kazashi/verify'
import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../../tools/code-of.ts'
import { type SmallAuthority, smallAuthority } from '../../../tools/small-authority.ts'
import { pdfOrder } from '../signing/pdf.ts'
import { contractPdf } from './pdf.ts'
import { verifyContract } from './verify.ts'

const at = new Date('2026-11-23T01:00:00.000Z')
let authority: SmallAuthority
let plain: Uint8Array
beforeAll(async () => {
  authority = await smallAuthority(at.toISOString())
  plain = await contractPdf({
    title: '契約書',
    issuer: '架空銀行',
    number: 'B1',
    madeAt: at,
    rows: [['お名前', '𠮷田　太郎']],
    sections: [{ title: 'だいじな点', lines: ['・手数料はかかりません。'] }],
    closing: 'ここに署名',
  })
})

const order = () => pdfOrder(plain, { title: '契約書', reason: '承諾', signingTime: at })
const verifier = () =>
  createVerifier({
    anchors: authority.anchors,
    fetch: authority.fetch,
    now: async () => authority.now,
  })
async function signed(): Promise<Uint8Array> {
  const { document, finish } = await order()
  return finish(await createSignedData({ digest: document.hash, ...authority.signingKey() }))
}
const judge = async (pdf: Uint8Array) => verifyContract(verifier(), pdf)

test('ISO 32000-2 §12.8.1 the same contract and time give the same order, whose content is what is signed', async () => {
  const [one, again] = [await order(), await order()]
  expect(again.document.hash).toEqual(one.document.hash)
  const { content = new Uint8Array() } = one.document
  expect(new Uint8Array(await crypto.subtle.digest('SHA-256', content.slice()))).toEqual(
    new Uint8Array(one.document.hash),
  )
})

test('1-B② a contract that the phone signed tells the attributes of its certificate', async () => {
  const { attributes, serialNumber } = await judge(await signed())
  expect(attributes.name).not.toBe('')
  expect(serialNumber).not.toBe('')
})

test('1-B② SIGNED_INVALID: not signed, changed in one octet, added to, or by a certificate that was revoked', async () => {
  const good = await signed()
  const changed = good.slice()
  changed[200] = (changed[200] ?? 0) ^ 1
  const longer = new Uint8Array([...good, ...new TextEncoder().encode('\n% more\n')])
  for (const pdf of [plain, changed, longer, new Uint8Array(10)])
    expect(await codeOf(judge(pdf))).toBe('SIGNED_INVALID')
  authority.status = { status: 'revoked', revokedAt: at, reason: 'keyCompromise' }
  await expect(judge(good)).rejects.toMatchObject({ members: { reason: 'CERTIFICATE_REVOKED' } })
})

test('1-B② SIGNED_INVALID: a CMS around the contract is a signature, and no signed contract', async () => {
  authority.status = { status: 'good' }
  const around = await createSignedData({ content: plain, ...authority.signingKey() })
  await expect(judge(around)).rejects.toMatchObject({
    code: 'SIGNED_INVALID',
    members: { reason: 'DOCUMENT_CHANGED' },
  })
})

test('ISO 32000-2 §12.8.1 a second signer signs what the first one signed; where one is wanted, two are a change', async () => {
  const first = await signed()
  const words = { title: '契約書', reason: '同意', signingTime: at, field: 'Guardian' }
  const { document, finish } = await pdfOrder(first, words)
  const cms = await createSignedData({ digest: document.hash, ...authority.signingKey() })
  const both = finish(cms)
  authority.status = { status: 'good' }
  expect((await verifyContract(verifier(), both, 2)).attributes.name).not.toBe('')
  await expect(judge(both)).rejects.toMatchObject({ members: { reason: 'DOCUMENT_CHANGED' } })
})
