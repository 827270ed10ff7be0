/** The two halves meet: a phone answers what a site asks, each by its own package, and nothing else passes between them. */

import {
  createPresentationRequest,
  verifyPresentation,
  wantedAge,
  wantedNameAndAddress,
} from '@kazashi/mdoc/asking'
import { base64 } from '@kazashi/octets'
import {
  agreeTo,
  answerPresentation,
  keyOf,
  matchQuery,
  openHeldCard,
  openPresentation,
  questionsOf,
  refusePresentation,
} from '@kazashi/phone/presentation'
import { newIaca, newSigner } from '@kazashi/pki/test-chain'
import { forge, keyUsage } from '@kazashi/pki/test-forge'
import { exportJWK, importPKCS8 } from 'jose'
import { expect, test } from 'vitest'
import {
  mdocIssuer,
  now,
  random,
  smallAuthority,
  smallCard,
} from '../packages/phone/test-builders.ts'
import { registeredIphone } from '../packages/phone/test-courses.ts'
import { codeOf } from './code-of.ts'

const responseUri = 'http://shop.kazashi.localhost:8080/answers/7'
const requestUri = 'http://shop.kazashi.localhost:8080/requests/7'
const wallet = 'http://app.kazashi.localhost:8080/present'

async function newShop() {
  const { signer, privateKey } = await newSigner('ES256')
  const ca = await newIaca()
  const certificate = await forge({
    subject: [
      ['O', '見本酒店'],
      ['CN', 'shop.kazashi.localhost'],
    ],
    issuer: { name: ca.certificate.subject.der, signer: ca.signer },
    signer,
    extensions: [keyUsage('digitalSignature')],
  })
  const pem = `-----BEGIN PRIVATE KEY-----\n${base64.encode(privateKey)}\n-----END PRIVATE KEY-----`
  const key = await importPKCS8(pem, 'ES256', { extractable: true })
  return { certificates: [certificate.der] as const, privateKey: await exportJWK(key) }
}

test('1-A②.age OpenID4VP 1.0 a shop asks over 20 and learns that alone; an optional name is left out, a refusal is told, another shop’s answer is nobody’s', async () => {
  const authority = await smallAuthority()
  const phone = await registeredIphone(authority, await smallCard(authority))
  const anchors = [(await mdocIssuer()).iaca.der]
  const name = wantedNameAndAddress.map((one) => ({ ...one, optional: true }))
  const asker = await newShop()
  const ask = () =>
    createPresentationRequest({ asker, responseUri, wanted: [...wantedAge(20), ...name], now })
  const { request, kept, link } = await ask()
  const asked = await openPresentation(link(wallet, requestUri), {
    fetch: async () => new Response(request),
    now,
    random,
    readerCas: [],
  })
  const card = await openHeldCard(phone)
  const parts = matchQuery(asked.query, card)
  const chosen = questionsOf(parts).filter(({ identifier }) => identifier === 'age_over_20')
  const agreed = agreeTo(parts, new Set(chosen.map(keyOf)))
  const form = new URLSearchParams({ response: await answerPresentation(asked, agreed, card) })
  const { elements, leftOut } = await verifyPresentation({ form, kept, anchors, now })
  expect([...elements]).toEqual([['org.iso.23220.1', new Map([['age_over_20', true]])]])
  expect(leftOut).toEqual(['full_name_unicode', 'resident_address_unicode'])
  const next = await ask()
  expect(await codeOf(verifyPresentation({ form, kept: next.kept, anchors, now }))).toBe(
    'ANSWER_UNREADABLE',
  )
  let posted = ''
  await refusePresentation(asked, async (_, init) => {
    posted = String(init?.body)
    return Response.json({})
  })
  const refused = { form: new URLSearchParams(posted), kept, anchors, now }
  expect(await codeOf(verifyPresentation(refused))).toBe('ANSWER_DECLINED')
})
