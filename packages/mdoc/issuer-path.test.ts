import { newIaca, now } from '@kazashi/pki/test-chain'
import { beforeAll, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import { issuerPath } from './issuer-path.ts'
import { issueForTest, type TestIssue } from './testing.ts'

let made: TestIssue
let chain: readonly Uint8Array[]
beforeAll(async () => {
  made = await issueForTest()
  chain = [made.signer.certificate.der]
})

test('ISO/IEC 18013-5 §9.3.3 the second time the path is the very same, for other anchors it is not', async () => {
  const anchors = [made.iaca.certificate]
  const first = await issuerPath(chain, anchors, now)
  expect(await issuerPath([new Uint8Array(chain[0] ?? [])], anchors, now)).toBe(first)
  const other = (await newIaca()).certificate
  expect(await codeOf(() => issuerPath(chain, [other], now))).toBe('ISSUER_UNTRUSTED')
  expect(await issuerPath(chain, [other, made.iaca.certificate], now)).not.toBe(first)
})

test('ISO/IEC 18013-5 §9.3.3 an anchor that was taken out of the list is trusted no longer', async () => {
  const anchors = [made.iaca.certificate]
  await issuerPath(chain, anchors, now)
  anchors[0] = (await newIaca()).certificate
  expect(await codeOf(() => issuerPath(chain, anchors, now))).toBe('ISSUER_UNTRUSTED')
  anchors.length = 0
  expect(await codeOf(() => issuerPath(chain, anchors, now))).toBe('ISSUER_UNTRUSTED')
})

test('RFC 5280 §4.1.2.5 what was good once is judged anew when a certificate of it has ended, or not begun', async () => {
  const anchors = [made.iaca.certificate]
  const { notBefore, notAfter } = made.signer.certificate.validity
  const at = (time: number) => verdictOf(issuerPath(chain, anchors, new Date(time)))
  expect(await at(now.getTime())).toBe('accepted')
  expect(await at(notAfter.getTime() + 1000)).toBe('ISSUER_EXPIRED')
  expect(await at(notBefore.getTime() - 1000)).not.toBe('accepted')
  expect(await at(notAfter.getTime())).toBe('accepted')
})

test('a time that is none is refused, also where the path is remembered', async () => {
  const anchors = [made.iaca.certificate]
  await issuerPath(chain, anchors, now)
  expect(await codeOf(() => issuerPath(chain, anchors, new Date(Number.NaN)))).toBe(
    'ISSUER_UNTRUSTED',
  )
})
