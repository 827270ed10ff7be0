import { generateResident, memoryTransport, openCard, VirtualCard } from '@kazashi/card'
import { personalise } from '@kazashi/card/personalisation'
import { generateKeyPair, verifySignedData } from '@kazashi/pki'
import { expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { random } from './card-file.ts'
import { answerByCard } from './login.ts'
import { throwAwayAuthority } from './sandbox-authority.ts'

const now = new Date('2026-11-28T00:00:00Z')
const request = {
  id: '1',
  audience: 'http://gate.localhost',
  relyingParty: '架空銀行',
  purpose: 'ログイン',
  nonce: 'a'.repeat(16),
  expiresAt: '2999-01-01T00:00:00Z',
  responseUrl: 'http://gate.localhost/x',
}

async function childsCard() {
  const resident = generateResident(1, now)
  const [signing, authentication] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const { cardExpiry, certificates } = await throwAwayAuthority(
    resident,
    { signing, authentication },
    now,
  )
  const { signing: _, ...others } = certificates
  const contents = await personalise({
    resident,
    cardExpiry,
    securityCode: '0000',
    secrets: {
      signingPassword: 'ABC123',
      authenticationPin: '1234',
      residentRegisterPin: '1234',
      cardDataPin: '1234',
    },
    keys: { authentication: authentication.privateKey },
    certificates: others,
    random,
    today: now,
  })
  return openCard(memoryTransport(new VirtualCard(contents, random)))
}

test('2-A 1-B①.who-asks a card without signing certificate hands over nothing where that may be, and is told where not', async () => {
  const client = await childsCard()
  const secrets = { pin: '1234', password: 'ABC123', force: false }
  const at = { code: '47', time: now }
  const name: 'name'[] = ['name']
  const free = { ...request, claims: name, optional: name }
  const { response, beside, agreed } = await answerByCard(client, free, secrets, at)
  expect([beside, agreed.claims]).toEqual([{}, []])
  const { content } = await verifySignedData(response)
  expect(JSON.parse(new TextDecoder().decode(content))).not.toHaveProperty('claims')
  const needed = answerByCard(client, { ...request, claims: name }, secrets, at)
  expect(await codeOf(needed)).toBe('CARD_SIGNS_NOT')
})
