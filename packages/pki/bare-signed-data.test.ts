import { beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { createBareSignedData, signatureValueOf, verifyBareSignedData } from './bare-signed-data.ts'
import { verifySignature } from './signature.ts'
import { createSignedData, verifySignedData } from './signed-data.ts'
import { newCa, newHolder, newSigner, now, type TestHolder } from './test-chain.ts'

let holder: TestHolder
beforeAll(async () => {
  holder = await newHolder('phoneSigning', await newCa('signing'))
})
const octets = new TextEncoder().encode('<SignedInfo>')

test('RFC 5652 §5.4 without signed attributes the signature is over the octets themselves', async () => {
  const { certificate, signer } = holder
  const bare = await createBareSignedData({ octets, certificate, signer })
  expect((await verifyBareSignedData(bare, octets)).certificate.der).toEqual(certificate.der)
  expect(await verifySignature(signer.publicKey, 'RS256', octets, signatureValueOf(bare))).toBe(
    true,
  )
  const other = new TextEncoder().encode('<SignedInfo >')
  expect(await codeOf(verifyBareSignedData(bare, other))).toBe('CMS_SIGNATURE_INVALID')
  const stranger = { ...(await newSigner()), octets, certificate }
  expect(await codeOf(createBareSignedData(stranger))).toBe('KEY_INVALID')
})

test('RFC 5652 §5.4 neither kind of signature is taken for the other', async () => {
  const { certificate, signer } = holder
  const bare = await createBareSignedData({ octets, certificate, signer })
  expect(await codeOf(verifySignedData(bare, { content: octets }))).toBe('CMS_MALFORMED')
  const usual = { content: octets, certificate, signer, signingTime: now }
  for (const detached of [true, false])
    expect(
      await codeOf(verifyBareSignedData(await createSignedData({ ...usual, detached }), octets)),
    ).toBe('CMS_MALFORMED')
})
