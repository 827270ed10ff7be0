import { answerTimeStampQuery, createSignedData, verifyCms } from '@kazashi/pki'
import { newCa, newHolder, now, type TestHolder } from '@kazashi/pki/test-chain'
import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { signPdf } from './pdf/sign.ts'
import { newPdf } from './pdf/test-pdfs.ts'
import { verifyPdf } from './pdf/verify.ts'
import { stamperOf } from './stamper.ts'

let person: TestHolder
let tsa: TestHolder
beforeAll(async () => {
  const ca = await newCa('signing', { algorithm: 'ES384' })
  person = await newHolder('phoneSigning', ca, { algorithm: 'ES384' })
  tsa = await newHolder('timeStamping', ca, { algorithm: 'ES384' })
})
const url = 'http://repository.example/pki/tsa'
const honest: typeof globalThis.fetch = async (address, init) => {
  expect(String(address)).toBe(url)
  expect(init).toMatchObject({ method: 'POST', redirect: 'error' })
  const request = init?.body instanceof Uint8Array ? init.body : new Uint8Array()
  const authority = { ...tsa, policy: '1.2.3', serialNumber: () => Uint8Array.of(1) }
  return new Response(new Uint8Array(await answerTimeStampQuery(request, authority, now)))
}
const cms = () => createSignedData({ content: new Uint8Array(5), signingTime: now, ...person })

test('RFC 3161 §3.4 a signature is stamped over HTTP, in CMS and in a PDF', async () => {
  const stamp = stamperOf({ url, fetch: honest })
  const { signers } = await verifyCms(await stamp(await cms()))
  expect(signers[0].timeStamps).toHaveLength(1)
  const pdf = await signPdf(await newPdf(), { signingTime: now, ...person, stamp })
  const [verdict] = await verifyPdf(pdf)
  expect(verdict?.outcome).toMatchObject({
    cms: { signers: [{ timeStamps: [expect.anything()] }] },
  })
})

test('TIME_STAMP_REFUSED TIME_STAMP_MISMATCH nobody answers, an error, too much, and an answer to somebody else', async () => {
  const by = async (fetch: typeof globalThis.fetch) => stamperOf({ url, fetch })(await cms())
  const gone = by(async () => {
    throw new TypeError('connect')
  })
  await expect(gone).rejects.toThrow('TIME_STAMP_REFUSED: nobody answers')
  const failing = by(async () => new Response(null, { status: 503 }))
  await expect(failing).rejects.toThrow('TIME_STAMP_REFUSED: status 503')
  expect(await codeOf(by(async () => new Response(new Uint8Array(70_000))))).toBe(
    'TIME_STAMP_REFUSED',
  )
  let first: Response | undefined
  const recorded: typeof globalThis.fetch = async (address, init) => {
    first ??= await honest(address, init)
    return first.clone()
  }
  await by(recorded)
  expect(await codeOf(by(recorded))).toBe('TIME_STAMP_MISMATCH')
})
