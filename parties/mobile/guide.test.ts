/** The programs of docs/integrate/shop.md as they stand there, with a phone in memory and a small authority. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CardTransport } from '@kazashi/card'
import { contractPdf } from '@kazashi/site'
import { createVerifier, type Verifier } from '@kazashi/verify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { type SmallAuthority, smallAuthority } from '../../tools/small-authority.ts'
import { contractOf } from './contract.ts'
import { adult, minor, orderOf, password, phoneOf, start } from './tests/running-shop.ts'

interface Prepared {
  readonly digest: Uint8Array
  readonly accept: (
    verifier: Verifier,
    cms: Uint8Array,
  ) => Promise<{ readonly signed: Uint8Array; readonly who: { readonly name: string } }>
}
interface Guide {
  readonly prepareContract: (
    pdf: Uint8Array,
    wanted: { signer: string; reason: string },
  ) => Promise<Prepared>
  readonly signAtTheReader: (
    transport: CardTransport,
    digest: Uint8Array,
    password: string,
  ) => Promise<Uint8Array>
}

const root = resolve(import.meta.dirname, '../..')
/** Below the project, where its packages are found. */
const folder = join(root, 'test-results/shop-guide')
let guide: Guide
let authority: SmallAuthority
let verifier: Verifier
beforeAll(async () => {
  const page = await readFile(join(root, 'docs/integrate/shop.md'), 'utf8')
  await mkdir(folder, { recursive: true })
  const parts: object[] = []
  for (const [, name = '', code = ''] of page.matchAll(/`(\w+\.mjs)`\n\n```js\n(.*?)```/gs)) {
    await writeFile(join(folder, name), code)
    parts.push(await import(pathToFileURL(join(folder, name)).href))
  }
  expect(parts).toHaveLength(2)
  guide = Object.assign({}, ...parts)
  authority = await smallAuthority(start)
  verifier = createVerifier({
    anchors: authority.anchors,
    fetch: authority.fetch,
    now: async () => authority.now,
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('1-B② docs/integrate/shop.md word for word: prepared, signed at the reader by two, accepted, and an end of the certificate is refused', async () => {
  const pdf = await contractPdf(contractOf(orderOf(adult), 'M1', new Date(start)))
  const [own, hers] = [await phoneOf(authority, minor), await phoneOf(authority, adult)]
  const first = await guide.prepareContract(pdf, { signer: 'Customer', reason: '申し込み' })
  const cms = await guide.signAtTheReader(own.transport, first.digest, password)
  const { signed, who } = await first.accept(verifier, cms)
  expect(who.name).toBe(minor.name)
  const second = await guide.prepareContract(signed, { signer: 'Guardian', reason: '同意' })
  const consent = await guide.signAtTheReader(hers.transport, second.digest, password)
  expect((await second.accept(verifier, consent)).who.name).toBe(adult.name)
  expect(await codeOf(second.accept(verifier, cms))).toBe('SIGNATURE_INVALID')
  const revokedAt = new Date(start)
  authority.status = { status: 'revoked', revokedAt, reason: 'certificateHold' }
  expect(await codeOf(second.accept(verifier, consent))).toBe('CERTIFICATE_SUSPENDED')
})
