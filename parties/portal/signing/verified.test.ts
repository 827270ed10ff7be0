import { trustOf } from '@kazashi/login'
import { expect, test } from 'vitest'
import { verdictOf } from '../../../tools/code-of.ts'
import { smallAuthority } from '../../../tools/small-authority.ts'
import { forms } from '../applications/forms/index.ts'
import { documentOf } from '../documents/render.ts'
import { prepared } from './prepared.ts'
import { verified } from './verified.ts'

const start = '2026-11-28T03:00:00Z'
const at = new Date(start)
const answers = { name: '例示　太郎', salary: '5000000' }

test('1-B① SIGNED_INVALID a document without a signature, and one that was changed after it, is not taken; a certificate that ended is told', async () => {
  const authority = await smallAuthority(start)
  const trust = trustOf({
    authority: { trust: async () => undefined, now: async () => authority.now },
    fixed: authority.anchors,
    fetch: authority.fetch,
  })
  const form = forms['tax-return']
  const document = await documentOf({ form, answers, files: [], at })
  expect(await verdictOf(verified(trust, document))).toBe('SIGNED_INVALID')
  const { document: order, finish } = await prepared(form, document, at)
  const { signer, certificate } = authority.signingKey()
  const signed = finish(await signer.sign(order.content ?? new Uint8Array()), certificate)
  expect(await verified(trust, signed)).toMatchObject({
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  const changed = Buffer.from(signed).toString().replace('5000000', '9000000')
  expect(await verdictOf(verified(trust, Buffer.from(changed)))).toBe('SIGNED_INVALID')
  authority.status = { status: 'revoked', reason: 'certificateHold', revokedAt: at }
  expect(await verdictOf(verified(trust, signed))).toBe('SIGN_CERTIFICATE_ENDED')
})
