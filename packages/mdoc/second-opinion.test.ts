/** Somebody else's verifier on mdocs issued here. */
import { newIaca, now } from '@kazashi/pki/test-chain'
import { expect, test } from 'vitest'
import { checksOfIssuer } from './test-other-library.ts'
import { issueForTest } from './testing.ts'

async function checks(...given: Parameters<typeof checksOfIssuer>): Promise<readonly string[]> {
  const { passed, failed } = await checksOfIssuer(...given)
  expect(passed + failed.length).toBe(26)
  return failed
}

test.for(['ES256', 'ES384'] as const)(
  'ISO/IEC 18013-5 §9.3.1 the library passes every check on an mdoc signed by %s: country, chain, signature, dates, 18 digests',
  async (algorithm) => {
    const { iaca, bytes } = await issueForTest(algorithm)
    expect(await checks(iaca.certificate.der, bytes, now)).toEqual([])
  },
)

test('ISO/IEC 18013-5 §9.3.1 the library refuses what we refuse: another IACA, another year', async () => {
  const { iaca, bytes } = await issueForTest()
  const other = await newIaca()
  expect(await checks(other.certificate.der, bytes, now)).toEqual([
    'Issuer certificate must be valid',
  ])
  const late = new Date('2028-11-23T01:00:00Z')
  expect(await checks(iaca.certificate.der, bytes, late)).toEqual([
    'The MSO must be valid at the time of verification',
  ])
})
