/** What the terminal asks of cards and phones in memory: the statement signed, or the fault that a person is told. */
import {
  CardError,
  type CardTransport,
  elementaryFile,
  emptySecureElement,
  memoryTransport,
  parseCommand,
  secretPlaces,
  setCertificate,
  setPrivateKey,
  VirtualCard,
} from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import { issueCertificate, softwareSigner, verifySignedData } from '@kazashi/pki'
import { expect, test } from 'vitest'
import { nextRsaKey } from '../../../../tools/rsa-keys/index.ts'
import { statementOf } from '../../eligibility/statement.ts'
import { faultOf } from './fault.ts'
import { proofBy, type Way } from './proof.ts'

const now = new Date('2026-11-27T05:20:00Z')
const pin = '5821'
const challenge = { nonce: 'n'.repeat(43), code: '07' }
const asker = { audience: 'http://clinic.kazashi.localhost', relyingParty: '見本クリニック' }
const begun = {
  id: crypto.randomUUID(),
  ...challenge,
  statement: statementOf(asker, challenge, now),
}
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const selectByName = 0x04

async function element(platform: 'android' | 'iphone', options: { readonly empty?: boolean } = {}) {
  const contents = emptySecureElement(platform)
  const { privateKey } = await nextRsaKey()
  const signer = await softwareSigner(privateKey, 'RS256')
  if (options.empty !== true) {
    const certificate = await issueCertificate({
      profile: 'rootCa',
      purpose: 'authentication',
      publicKey: signer.publicKey,
      issuer: { signer },
      serialNumber: '11223344',
      validity: {
        notBefore: new Date('2026-01-01T00:00:00Z'),
        notAfter: new Date('2036-01-01T00:00:00Z'),
      },
    })
    setCertificate(contents, 'authentication', certificate, certificate)
    setPrivateKey(contents, 'authentication', privateKey)
  }
  const file = elementaryFile(contents, ...secretPlaces['authentication-pin'])
  if (file.type !== 'secret') throw new TypeError('no secret')
  file.value = new TextEncoder().encode(pin)
  file.triesLeft = 3
  return { card: new VirtualCard(contents, random), file }
}

/** Its holder was recognised by the phone before it was held. */
function recognised(card: VirtualCard): CardTransport {
  const transport = memoryTransport(card)
  return {
    ...transport,
    transmit: async (command) => {
      const response = await transport.transmit(command)
      const { ins, p1 } = parseCommand(command)
      if (ins === 0xa4 && p1 === selectByName) card.recognise('authentication-pin')
      return response
    },
  }
}

const byPin = (value: string, lastTry = false): Way => ({ kind: 'pin', pin: value, lastTry })
async function faultFrom(attempt: Promise<unknown>) {
  const [settled] = await Promise.allSettled([attempt])
  return settled.status === 'rejected' ? faultOf(settled.reason) : 'none'
}

const Signed = async (proof: object) => {
  const response = String(Reflect.get(proof, 'response'))
  return new TextDecoder().decode((await verifySignedData(base64.decode(response))).content)
}

test('1-B④ an Android phone signs the server’s own statement after its four digits, and the digits stand nowhere in the proof', async () => {
  const { card } = await element('android')
  const proof = await proofBy(memoryTransport(card), 'android', byPin(pin), begun)
  expect(proof).toMatchObject({ kind: 'signature', nonce: challenge.nonce, code: '07' })
  expect(JSON.parse(await Signed(proof))).toMatchObject({
    type: 'kazashi-login',
    ...asker,
    ...challenge,
  })
  expect(JSON.stringify(proof)).not.toContain(pin)
})

test('ISO 7816-4 §7.5.6 an iPhone that has recognised its holder signs without a PIN; one that has not is told to, and no try is spent', async () => {
  const { card, file } = await element('iphone')
  const way = { kind: 'recognised' } as const
  const notYet = await faultFrom(proofBy(memoryTransport(card), 'iphone', way, begun))
  expect(notYet).toEqual({ code: 'NOT_RECOGNISED' })
  expect(file.triesLeft).toBe(3)
  const proof = await proofBy(recognised(card), 'iphone', way, begun)
  expect(JSON.parse(await Signed(proof))).toMatchObject(challenge)
})

test('1-B④ an Android phone that has recognised its holder needs no digits, even if some were typed', async () => {
  const { card, file } = await element('android')
  await proofBy(recognised(card), 'android', byPin('0000'), begun)
  expect(file.triesLeft).toBe(3)
})

test('1-B④ a wrong PIN says the tries left; the last is spent only when it was meant; then it is locked', async () => {
  const { card } = await element('android')
  const attempt = (way: Way) => faultFrom(proofBy(memoryTransport(card), 'android', way, begun))
  expect(await attempt(byPin('0000'))).toEqual({ code: 'PIN_WRONG', triesLeft: 2 })
  expect(await attempt(byPin('0000'))).toEqual({ code: 'PIN_WRONG', triesLeft: 1 })
  expect(await attempt(byPin('0000'))).toEqual({ code: 'PIN_LAST' })
  expect(await attempt(byPin('0000', true))).toEqual({ code: 'PIN_LOCKED' })
  expect(await attempt(byPin(pin))).toEqual({ code: 'PIN_LOCKED' })
})

test('1-B④ what was not chosen is named before anything is entered, and what leaves early is said', async () => {
  const { card, file } = await element('iphone')
  const other = proofBy(memoryTransport(card), 'android', byPin('0000'), begun)
  expect(await faultFrom(other)).toEqual({ code: 'OTHER_DEVICE', held: 'iphone' })
  expect(file.triesLeft).toBe(3)
  const away = {
    ...memoryTransport(card),
    transmit: () => Promise.reject(new CardError('CARD_AWAY')),
  }
  expect(await faultFrom(proofBy(away, 'iphone', { kind: 'recognised' }, begun))).toEqual({
    code: 'TAKEN_AWAY',
  })
})

test('1-B④ a phone without a certificate, and a card of another kind, are told apart', async () => {
  const { card } = await element('android', { empty: true })
  const none = proofBy(memoryTransport(card), 'android', byPin(pin), begun)
  expect(await faultFrom(none)).toEqual({ code: 'NO_CERTIFICATE' })
  const unknown = { ...memoryTransport(card), transmit: async () => Uint8Array.of(0x6a, 0x82) }
  expect(await faultFrom(proofBy(unknown, 'card', byPin(pin), begun))).toEqual({
    code: 'NOT_A_CARD',
  })
})
