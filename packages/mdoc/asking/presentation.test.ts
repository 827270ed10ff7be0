/** Answers made by the mdoc package and jose, one deviation each: what holds is taken, everything else has its code. */

import { base64, base64url } from '@kazashi/octets'
import { newDocumentSigner, newIaca, newSigner, now, random } from '@kazashi/pki/test-chain'
import {
  CompactEncrypt,
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
} from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../../tools/code-of.ts'
import {
  type ElementChoice,
  elementsOf,
  namespaces,
  openId4VpTranscript,
  presentMdoc,
} from '../index.ts'
import { issueMdoc, type MdocIssue } from '../issue.ts'
import {
  createPresentationRequest,
  type KeptRequest,
  presentationErrors,
  presentationWords,
  verifyPresentation,
  wantedAge,
  wantedNameAndAddress,
} from './index.ts'

const responseUri = 'https://shop.example/answers/7'
const wanted = [
  ...wantedAge(20),
  { namespace: namespaces.japan, identifier: 'full_name_unicode', optional: true },
]
const age: ElementChoice = new Map([[namespaces.general, ['age_over_20']]])

async function jwkOf(spki: Uint8Array) {
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('spki', new Uint8Array(spki), ecdsa, true, [])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', key)
  return { kty: 'EC', crv: 'P-256', x, y } as const
}

async function newCard() {
  const iaca = await newIaca()
  const documentSigner = await newDocumentSigner(iaca, 'ES256')
  const device = await newSigner('ES256')
  const issue: MdocIssue = {
    elements: elementsOf(
      {
        name: '番号　花子',
        address: '東京都千代田区霞が関二丁目１番２号',
        birthDate: '1971-09-01',
        sex: 'female',
        municipalityCode: '13101',
        myNumber: '123456789018',
        portrait: Uint8Array.of(1, 2, 3),
      },
      now,
    ),
    deviceKey: await jwkOf(device.signer.publicKey),
    signer: documentSigner.signer,
    documentSignerCertificate: documentSigner.certificate,
    validity: { validFrom: now, validUntil: new Date('2027-09-01T14:59:59Z') },
    now,
    random,
  }
  return { iaca, device, issue, issuerSigned: await issueMdoc(issue) }
}

let card: Awaited<ReturnType<typeof newCard>>
let made: Awaited<ReturnType<typeof createPresentationRequest>>
let kept: KeptRequest
const asker = async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  return { privateKey: await exportJWK(privateKey), publicKey }
}
let key: Awaited<ReturnType<typeof asker>>
const certificate = Uint8Array.of(0x30, 1, 2) // who reads it, reads it on the phone
beforeAll(async () => {
  card = await newCard()
  key = await asker()
  made = await createPresentationRequest({
    asker: { certificates: [certificate], privateKey: key.privateKey },
    responseUri,
    wanted,
    now,
  })
  kept = made.kept
})

interface Deviation {
  readonly choice?: ElementChoice
  readonly nonce?: string
  readonly clientId?: string
  readonly state?: string
  readonly issuerSigned?: Uint8Array
  readonly signer?: Parameters<typeof presentMdoc>[0]['signer']
  readonly id?: string
  readonly changed?: (response: Uint8Array) => Uint8Array
  readonly to?: KeptRequest
}

async function answered(deviation: Deviation = {}): Promise<URLSearchParams> {
  const { state = kept.state, nonce = kept.nonce, clientId = kept.clientId } = deviation
  const { kty, crv, x, y } = (deviation.to ?? kept).decryptionKey
  const bare = { kty, crv, x, y } as { kty: string; crv: string; x: string; y: string }
  const jwkThumbprint = base64url.decode(await calculateJwkThumbprint(bare, 'sha256'))
  const response = await presentMdoc({
    issuerSigned: deviation.issuerSigned ?? card.issuerSigned,
    choice: deviation.choice ?? age,
    transcript: openId4VpTranscript({ clientId, nonce, responseUri, jwkThumbprint }),
    signer: deviation.signer ?? card.device.signer,
  })
  const bytes = deviation.changed?.(response) ?? response
  const vp_token = { [deviation.id ?? 'card']: [base64url.encode(bytes)] }
  const jwe = await new CompactEncrypt(
    new TextEncoder().encode(JSON.stringify({ vp_token, state })),
  )
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(await importJWK(bare, 'ECDH-ES'))
  return new URLSearchParams({ response: jwe })
}

const verified = (
  form: URLSearchParams,
  changed: Partial<Parameters<typeof verifyPresentation>[0]> = {},
) => verifyPresentation({ form, kept, anchors: [card.iaca.certificate], now, ...changed })

test('OpenID4VP 1.0 §5, HAIP 1.0 §5 the request is signed by its asker, asks for what is wanted, and has a key of its own for the answer', async () => {
  const header = decodeProtectedHeader(made.request)
  expect(header).toEqual({
    alg: 'ES256',
    typ: 'oauth-authz-req+jwt',
    x5c: [base64.encode(certificate)],
  })
  const { payload } = await compactVerify(made.request, key.publicKey)
  const claims = JSON.parse(new TextDecoder().decode(payload))
  expect(claims).toMatchObject({
    client_id: kept.clientId,
    response_mode: 'direct_post.jwt',
    response_uri: responseUri,
    exp: now.getTime() / 1000 + 300,
    dcql_query: {
      credentials: [
        {
          id: 'card',
          meta: { doctype_value: 'org.iso.23220.1.jp.mnc' },
          claims: [
            { id: 'e0', path: ['org.iso.23220.1', 'age_over_20'], intent_to_retain: false },
            { id: 'e1', path: ['org.iso.23220.1.jp', 'full_name_unicode'] },
          ],
          claim_sets: [['e0', 'e1'], ['e0']],
        },
      ],
    },
  })
  expect(claims.client_metadata.jwks.keys[0]).not.toHaveProperty('d')
  const link = new URL(made.link('http://app.example/present', 'https://shop.example/requests/7'))
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: kept.clientId,
    request_uri: 'https://shop.example/requests/7',
  })
  const other = await createPresentationRequest({
    asker: { certificates: [certificate], privateKey: key.privateKey },
    responseUri,
    wanted: wantedNameAndAddress,
    now,
  })
  expect(other.kept.nonce).not.toBe(kept.nonce)
  expect(other.kept.decryptionKey).not.toEqual(kept.decryptionKey)
})

test('OpenID4VP 1.0 §8 what was asked for and shown is taken, from what was kept as JSON, and says what was left out', async () => {
  const again: KeptRequest = JSON.parse(JSON.stringify(kept))
  const { elements, leftOut, anchor } = await verified(await answered(), { kept: again })
  expect([...elements]).toEqual([[namespaces.general, new Map([['age_over_20', true]])]])
  expect(leftOut).toEqual(['full_name_unicode'])
  expect(anchor.der).toEqual(card.iaca.certificate.der)
  const both = new Map([...age, [namespaces.japan, ['full_name_unicode']]])
  const whole = await verified(await answered({ choice: both }))
  expect(whole.leftOut).toEqual([])
  expect(whole.elements.get(namespaces.japan)?.get('full_name_unicode')).toBe('番号　花子')
})

test('ANSWER_DECLINED ANSWER_FAILED the phone’s own word is told apart, and believed with the state alone', async () => {
  const said = (error: string, state = kept.state) =>
    codeOf(verified(new URLSearchParams({ error, state })))
  expect(await said('access_denied')).toBe('ANSWER_DECLINED')
  expect(await said('vp_formats_not_supported')).toBe('ANSWER_FAILED')
  expect(await said('access_denied', 'guessed')).toBe('ANSWER_OF_ANOTHER')
})

test('ANSWER_LATE after its end a request takes no answer, at its end it does', async () => {
  const form = await answered()
  const end = new Date(kept.expires)
  expect(await verdictOf(verified(form, { now: end }))).toBe('accepted')
  expect(await codeOf(verified(form, { now: new Date(end.getTime() + 1) }))).toBe('ANSWER_LATE')
  expect(await codeOf(verified(form, { kept: { ...kept, expires: 'never' } }))).toBe('ANSWER_LATE')
  await expect(verified(form, { now: new Date(Number.NaN) })).rejects.toThrow(TypeError)
})

test('ANSWER_UNREADABLE what is not encrypted to this request, or is no vp_token, is not read', async () => {
  const other = await createPresentationRequest({
    asker: { certificates: [certificate], privateKey: key.privateKey },
    responseUri,
    wanted,
    now,
  })
  for (const form of [
    await answered({ to: other.kept }),
    await answered({ id: 'another' }),
    await answered({ changed: () => new Uint8Array() }),
    new URLSearchParams(),
    new URLSearchParams({ response: 'a.b.c.d.e' }),
    new URLSearchParams({ response: 'a'.repeat(400_001) }),
  ])
    expect(await codeOf(verified(form))).toBe('ANSWER_UNREADABLE')
})

test.each([
  ['nonce', { nonce: 'n'.repeat(43) }],
  ['asker', { clientId: 'x509_hash:another' }],
  ['state', { state: 'another' }],
])('ANSWER_OF_ANOTHER with another %s an answer holds for nothing here', async (_, deviation) => {
  expect(await codeOf(verified(await answered(deviation)))).toBe('ANSWER_OF_ANOTHER')
})

test('ANSWER_OF_ANOTHER signed by another device it is somebody else’s card', async () => {
  const { signer } = await newSigner('ES256')
  expect(await codeOf(verified(await answered({ signer })))).toBe('ANSWER_OF_ANOTHER')
})

test('ANSWER_UNASKED ANSWER_INCOMPLETE more than was asked for is refused, and so is less', async () => {
  const more = new Map([[namespaces.general, ['age_over_20', 'birth_date']]])
  expect(await codeOf(verified(await answered({ choice: more })))).toBe('ANSWER_UNASKED')
  const less = new Map([[namespaces.japan, ['full_name_unicode']]])
  expect(await codeOf(verified(await answered({ choice: less })))).toBe('ANSWER_INCOMPLETE')
  expect(await codeOf(verified(await answered({ choice: new Map() })))).toBe('ANSWER_INCOMPLETE')
})

test('ATTRIBUTES_UNTRUSTED ATTRIBUTES_EXPIRED ATTRIBUTES_NOT_YET_VALID the issuer is one that is trusted, and the time is within', async () => {
  const form = await answered()
  const another = await newIaca()
  expect(await codeOf(verified(form, { anchors: [another.certificate] }))).toBe(
    'ATTRIBUTES_UNTRUSTED',
  )
  expect(await codeOf(verified(form, { anchors: [] }))).toBe('ATTRIBUTES_UNTRUSTED')
  const open = { ...kept, expires: '2099-01-01T00:00:00Z' }
  const later = new Date('2027-09-01T15:00:00Z')
  expect(await codeOf(verified(form, { kept: open, now: later }))).toBe('ATTRIBUTES_EXPIRED')
  const validFrom = new Date(now.getTime() + 60_000)
  const issuerSigned = await issueMdoc({
    ...card.issue,
    validity: { ...card.issue.validity, validFrom },
  })
  expect(await codeOf(verified(await answered({ issuerSigned })))).toBe('ATTRIBUTES_NOT_YET_VALID')
})

test('ATTRIBUTES_FORGED ATTRIBUTES_UNREADABLE no octet of an answer can be another', async () => {
  const seen = new Set<string>()
  const { length } = base64url.decode(
    base64url.encode(
      await presentMdoc({
        issuerSigned: card.issuerSigned,
        choice: age,
        transcript: new Uint8Array([0x80]),
        signer: card.device.signer,
      }),
    ),
  )
  for (let at = 0; at < length; at += 7) {
    const changed = (response: Uint8Array) => {
      const copy = new Uint8Array(response)
      const place = Math.min(at, copy.length - 1)
      copy[place] = (copy[place] ?? 0) ^ (1 << (at % 8))
      return copy
    }
    seen.add(await verdictOf(verified(await answered({ changed }))))
  }
  expect(seen).not.toContain('accepted')
  expect(seen).toContain('ATTRIBUTES_FORGED')
  expect(seen).toContain('ATTRIBUTES_UNREADABLE')
})

test('CONTRIBUTING each refusal of a presentation has words in both languages, and no two say the same', () => {
  expect(Object.keys(presentationWords).toSorted()).toEqual(
    Object.keys(presentationErrors).toSorted(),
  )
  const said = Object.values(presentationWords).flatMap(({ title, cause, next }) => {
    for (const { ja, en } of [title, cause, next]) {
      expect(ja).toMatch(/^[^。].*[ぁ-ん].*[^。]$/)
      expect(en).toMatch(/^[A-Z].{9,160}[A-Za-z)]$/)
      expect(en).not.toMatch(/[ぁ-んァ-ヶ一-龠]/)
    }
    return [title.ja, title.en, cause.ja, cause.en]
  })
  expect(new Set(said).size).toBe(said.length)
})

test('OpenID4VP 1.0 §6 nothing, or an element twice, cannot be asked for', async () => {
  const asked = (elements: typeof wanted) =>
    createPresentationRequest({
      asker: { certificates: [certificate], privateKey: key.privateKey },
      responseUri,
      wanted: elements,
      now,
    })
  await expect(asked([])).rejects.toThrow(TypeError)
  await expect(asked([...wanted, ...wanted])).rejects.toThrow(TypeError)
})
