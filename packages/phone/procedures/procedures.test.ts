import { type CardTransport, openCard } from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import { parseCertificate, verifySignedData } from '@kazashi/pki'
import { sha256 } from '@noble/hashes/sha2.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeOf, verdictOf } from '../../../tools/code-of.ts'
import type { IssuedCertificate } from '../authority-port.ts'
import type { Phone } from '../phone.ts'
import { parseStatement } from '../statement.ts'
import { memoryPhoneStore } from '../store.ts'
import {
  cardSecrets,
  inReach,
  now,
  phoneSecrets,
  type SmallAuthority,
  smallAuthority,
  smallCard,
  somePhone,
} from '../test-builders.ts'
import { registeredAndroid } from '../test-courses.ts'
import { openDraft, prepareApplication, setSecrets, signApplication } from './application.ts'
import {
  answerLogin,
  isLoginCode,
  type LoginRequest,
  openLoginRequest,
  sendLogin,
  signByPassword,
  tellHindrance,
} from './login.ts'
import { awaitNotice, registerCredential } from './registration.ts'
import { abandonApplication, openSigned, submitApplication } from './signed-application.ts'
import { status } from './status.ts'

let authority: SmallAuthority
let card: Awaited<ReturnType<typeof smallCard>>
beforeAll(async () => {
  authority = await smallAuthority()
  card = await smallCard(authority)
})

const both = { kinds: ['authentication', 'signing'], consentVersion: '2026-11' } as const
const onlyLogin = { kinds: ['authentication'], consentVersion: '2026-11' } as const
const onlyPin = { authenticationPin: phoneSecrets.authenticationPin }

/** A phone with the application signed and, unless told otherwise, the PIN set. */
async function signedPhone(store = memoryPhoneStore()): Promise<Phone> {
  const phone = await somePhone(store)
  const draft = await prepareApplication(phone, authority, onlyLogin)
  await signApplication(draft, inReach(card), cardSecrets.signingPassword)
  return phone
}

async function registeredPhone(): Promise<Phone> {
  const phone = await signedPhone()
  await setSecrets(phone, onlyPin)
  const { id } = await submitApplication(phone, authority)
  await registerCredential(phone, authority, id)
  return phone
}

/** A card that leaves the phone after so many commands. */
function leavingAfter(commands: number): CardTransport {
  const transport = inReach(card)
  let left = commands
  return {
    atr: transport.atr,
    async transmit(command) {
      if (left === 0) await transport.close()
      left -= 1
      return transport.transmit(command)
    },
    reset: () => transport.reset(),
    close: () => transport.close(),
  }
}

describe('the application', () => {
  test('2-C the card signs the chosen kinds and the consent, and the screen is told the progress', async () => {
    const phone = await somePhone()
    const draft = await prepareApplication(phone, authority, both)
    const seen: string[] = []
    const { cms } = await signApplication(
      draft,
      inReach(card),
      cardSecrets.signingPassword,
      (step) => seen.push(step),
    )
    expect(seen).toEqual(['card-found', 'password-right', 'certificate-read', 'signed'])
    const { content, certificate } = await verifySignedData(cms)
    expect(parseStatement(content)).toMatchObject({
      kinds: ['signing', 'authentication'],
      consent: { version: '2026-11' },
      deviceKey: { thumbprint: phone.thumbprint },
      phone: { platform: 'android', model: 'Kazashi Virtual 1' },
    })
    const own = await openCard(inReach(card)).readCertificate('signing', {
      value: cardSecrets.signingPassword,
    })
    expect(certificate.der).toEqual(own)
  })

  test('2-C nothing chosen, notes that never were, and a phone as a card are refused', async () => {
    const phone = await somePhone()
    expect(await codeOf(prepareApplication(phone, authority, { ...both, kinds: [] }))).toBe(
      'KINDS_MISSING',
    )
    expect(
      await codeOf(prepareApplication(phone, authority, { ...both, consentVersion: '1' })),
    ).toBe('CONSENT_UNKNOWN')
    const draft = await prepareApplication(phone, authority, both)
    const otherPhone = (await registeredPhone()).element.transport()
    expect(await codeOf(signApplication(draft, otherPhone, 'ABC123'))).toBe('NOT_A_MY_NUMBER_CARD')
  })

  test('2-C a wrong password of the card says how many tries are left, and the last one is not spent by surprise', async () => {
    const phone = await somePhone()
    const draft = await prepareApplication(phone, authority, onlyLogin)
    const own = await smallCard(authority)
    const tried = () => signApplication(draft, inReach(own), 'WRONG1')
    for (const triesLeft of [4, 3, 2, 1]) {
      await expect(tried()).rejects.toMatchObject({
        code: 'CARD_SECRET_WRONG',
        triesLeft,
        next: 'enter-again',
      })
    }
    await expect(tried()).rejects.toMatchObject({ code: 'CARD_LAST_TRY', triesLeft: 1 })
    expect(
      await codeOf(signApplication(draft, inReach(own), 'WRONG1', undefined, { force: true })),
    ).toBe('CARD_SECRET_BLOCKED')
  })

  test('2-C a card that leaves at any moment loses nothing: held again, it goes on', async () => {
    const phone = await somePhone()
    const draft = await prepareApplication(phone, authority, onlyLogin)
    let commands = 0
    while (true) {
      const code = await verdictOf(
        signApplication(draft, leavingAfter(commands), cardSecrets.signingPassword),
      )
      if (code === 'accepted') break
      expect(code).toBe('CARD_AWAY')
      expect(status(phone).stage).toBe('draft')
      commands += 1
    }
    expect(commands).toBeGreaterThan(8)
    expect(status(phone).stage).toBe('signed')
  })

  test('2-C the app closed and opened again goes on where it was, at every stage', async () => {
    const store = memoryPhoneStore()
    await prepareApplication(await somePhone(store), authority, onlyLogin)
    const draft = openDraft(await somePhone(store))
    if (draft === undefined) throw new Error('no draft')
    expect(status(draft.phone).stage).toBe('draft')
    await signApplication(draft, inReach(card), cardSecrets.signingPassword)
    const afterCard = await somePhone(store)
    expect([status(afterCard).stage, openSigned(afterCard) !== undefined]).toEqual(['signed', true])
    await setSecrets(afterCard, onlyPin)
    const afterSecrets = await somePhone(store)
    expect(status(afterSecrets).stage).toBe('secrets-set')
    const { id } = await submitApplication(afterSecrets, authority)
    const afterReceipt = await somePhone(store)
    expect(status(afterReceipt)).toMatchObject({ stage: 'applied', application: { id } })
    await registerCredential(afterReceipt, authority, id)
    expect(status(await somePhone(store)).stage).toBe('registered')
  })

  test('2-C a nonce that has run out is found before the card is asked', async () => {
    const draft = await prepareApplication(await somePhone(), authority, onlyLogin)
    const late = { ...draft, nonceExpiresAt: now.toISOString() }
    expect(await codeOf(signApplication(late, inReach(card), cardSecrets.signingPassword))).toBe(
      'APPLICATION_NONCE_EXPIRED',
    )
  })

  test('2-D secrets of the wrong form are refused before anything is sealed; without them nothing is handed in', async () => {
    const phone = await signedPhone()
    for (const pin of ['123', '12345', '12a4', '１２３４']) {
      expect(await codeOf(setSecrets(phone, { authenticationPin: pin }))).toBe('SECRET_FORM')
    }
    expect(await codeOf(setSecrets(phone, phoneSecrets))).toBe('KEY_MISSING') // signing was not applied for
    expect(await codeOf(submitApplication(phone, authority))).toBe('SECRET_NOT_SET')
    await setSecrets(phone, onlyPin)
    await setSecrets(phone, onlyPin)
    expect(await codeOf(setSecrets(phone, { authenticationPin: '9034' }))).toBe(
      'SECRET_ALREADY_SET',
    )
    await submitApplication(phone, authority)
  })

  test('2-D an answer lost on the way is asked for again with the same key, and cannot be applied for anew meanwhile', async () => {
    const phone = await signedPhone()
    await setSecrets(phone, onlyPin)
    authority.failAfterNext = new TypeError('fetch failed')
    authority.calls.length = 0
    await expect(submitApplication(phone, authority)).rejects.toThrow('fetch failed')
    expect(await codeOf(prepareApplication(phone, authority, both))).toBe('ALREADY_APPLIED')
    expect(await codeOf(abandonApplication(phone))).toBe('ALREADY_APPLIED')
    await submitApplication(phone, authority)
    const [first, second] = authority.calls.filter((call) => call.startsWith('apply'))
    expect(second).toBe(first)
  })

  test('2-D after a refusal for good the phone is as before, and the way is free again', async () => {
    const phone = await signedPhone()
    await setSecrets(phone, onlyPin)
    const refusal = Object.assign(new Error('no'), {
      code: 'CARD_CERTIFICATE_REVOKED',
      status: 422,
    })
    authority.failAfterNext = refusal
    expect(await codeOf(submitApplication(phone, authority))).toBe('CARD_CERTIFICATE_REVOKED')
    expect(status(phone).stage).toBe('empty')
    await prepareApplication(phone, authority, both)
  })
})

describe('registration', () => {
  test('2-E after the notice the certificates are checked and put in use; repeating it changes nothing', async () => {
    const phone = await signedPhone()
    await setSecrets(phone, onlyPin)
    const { id } = await submitApplication(phone, authority)
    const notice = await awaitNotice(authority, id, AbortSignal.timeout(5_000))
    expect(notice.applicationId).toBe(id)
    authority.failAfterNext = new TypeError('fetch failed')
    await expect(registerCredential(phone, authority, id)).rejects.toThrow('fetch failed')
    const seen: string[] = []
    const credential = await registerCredential(phone, authority, id, (step) => seen.push(step))
    expect(seen).toEqual(['asked', 'received', 'checked', 'registered'])
    expect(await registerCredential(phone, authority, id)).toEqual(credential)
    expect(status(phone).credential?.certificates).toMatchObject([
      { kind: 'authentication', triesLeft: 3 },
    ])
    expect(await codeOf(prepareApplication(phone, authority, both))).toBe('CREDENTIAL_PRESENT')
  })

  test('1-A① the signing certificate says whose it is, the one for user authentication names nobody', async () => {
    const nameless = status(await registeredPhone()).credential
    expect([nameless?.holder, nameless?.substituted]).toEqual([undefined, undefined])
    const phone = await somePhone()
    const draft = await prepareApplication(phone, authority, both)
    await signApplication(draft, inReach(card), cardSecrets.signingPassword)
    await setSecrets(phone, phoneSecrets)
    const { id } = await submitApplication(phone, authority)
    await registerCredential(phone, authority, id)
    // with the character that stands for another, as the flags of the certificate say
    expect(status(phone).credential).toMatchObject({
      holder: 'A',
      substituted: { name: ['A'], address: false },
    })
  })

  test('2-E a phone whose clock is behind takes a certificate that begins later than its now, an expired one never', async () => {
    const registering = async (today: Date) => {
      const store = memoryPhoneStore()
      const phone = await signedPhone(store)
      await setSecrets(phone, onlyPin)
      const { id } = await submitApplication(phone, authority)
      return registerCredential(await somePhone(store, today), authority, id)
    }
    await expect(registering(new Date('2026-10-31T23:59:00Z'))).resolves.toBeDefined()
    expect(await codeOf(registering(new Date('2036-11-01T00:00:00Z')))).toBe('CERTIFICATE_CHAIN')
  })

  test.each<[string, (issued: IssuedCertificate) => IssuedCertificate[], string]>([
    [
      'for another key',
      ({ kind, issuer }) => [{ kind, issuer, certificate: issuer }],
      'CERTIFICATE_UNEXPECTED',
    ],
    [
      'with a broken signature',
      (issued) => [
        { ...issued, certificate: issued.certificate.map((b, i) => (i === 900 ? b ^ 1 : b)) },
      ],
      'CERTIFICATE_CHAIN',
    ],
    ['that is missing', () => [], 'CERTIFICATE_UNEXPECTED'],
  ])('2-E a certificate %s is not put in use', async (_, spoil, code) => {
    const phone = await signedPhone()
    await setSecrets(phone, onlyPin)
    const { id } = await submitApplication(phone, authority)
    authority.spoil = (answer) => ({ ...answer, certificates: answer.certificates.flatMap(spoil) })
    expect(await codeOf(registerCredential(phone, authority, id))).toBe(code)
    authority.spoil = undefined
    expect(status(phone).stage).toBe('applied')
    await registerCredential(phone, authority, id)
  })
})

describe('a login', () => {
  const request: LoginRequest = {
    id: '1',
    audience: 'https://portal.example',
    relyingParty: 'ポータル',
    purpose: 'ログイン',
    nonce: 'n'.repeat(22),
    expiresAt: new Date(now.getTime() + 60_000).toISOString(),
    responseUrl: 'https://portal.example/login-requests/1/response',
  }
  const serving =
    (body: unknown, answered = 200) =>
    async () =>
      Response.json(body, { status: answered })

  test('1-B① the PIN signs the answer with the authentication certificate, and a wrong one does not', async () => {
    const phone = await registeredPhone()
    await expect(answerLogin(phone, request, '0000')).rejects.toMatchObject({
      code: 'SECRET_WRONG',
      triesLeft: 2,
    })
    expect(await codeOf(answerLogin(phone, request, '00'))).toBe('SECRET_FORM')
    expect(await codeOf(answerLogin(phone, request, '0001'))).toBe('SECRET_WRONG')
    expect(await codeOf(answerLogin(phone, request, '0002'))).toBe('LAST_TRY')
    const pin = phoneSecrets.authenticationPin
    const { content, certificate } = await verifySignedData(
      await answerLogin(phone, request, pin, { force: true, code: '47' }),
    )
    const { audience, nonce } = request
    expect(JSON.parse(new TextDecoder().decode(content))).toMatchObject({
      type: 'kazashi-login',
      audience,
      nonce,
      code: '47',
    })
    const own = phone.record.installed.authentication?.certificate ?? new Uint8Array()
    expect(certificate.serialNumber).toBe(parseCertificate(own).serialNumber)
    expect(status(phone).credential?.certificates).toMatchObject([{ triesLeft: 3 }])
  })

  test('1-B① without a code, as after a link on this phone, none is in what is signed', async () => {
    const phone = await registeredPhone()
    const cms = await answerLogin(phone, request, phoneSecrets.authenticationPin)
    const { content } = await verifySignedData(cms)
    expect(Object.keys(JSON.parse(new TextDecoder().decode(content)))).not.toContain('code')
    expect(['07', '7', '007', '7a', ''].map(isLoginCode)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  test('1-B① without registration, or after its time, there is nothing to sign', async () => {
    expect(await codeOf(answerLogin(await somePhone(), request, '1234'))).toBe('NOT_REGISTERED')
    const over = { ...request, expiresAt: now.toISOString() }
    expect(await codeOf(answerLogin(await registeredPhone(), over, '1234'))).toBe(
      'LOGIN_REQUEST_EXPIRED',
    )
  })

  test('RFC 6454 §5 a request speaks only for the origin it came from, over an encrypted way or on this machine', async () => {
    const phone = await somePhone()
    const url = 'https://portal.example/login-requests/1'
    expect(await openLoginRequest(phone, url, serving(request))).toEqual(request)
    const open = (from: string, body: unknown, answered?: number) =>
      codeOf(openLoginRequest(phone, from, serving(body, answered)))
    expect(await open('https://evil.example/login-requests/1', request)).toBe(
      'LOGIN_REQUEST_ORIGIN',
    )
    expect(await open(url, { ...request, responseUrl: 'https://evil.example/x' })).toBe(
      'LOGIN_REQUEST_ORIGIN',
    )
    expect(await open('http://portal.example/login-requests/1', request)).toBe(
      'LOGIN_REQUEST_ORIGIN',
    )
    expect(await open('not a link', request)).toBe('LOGIN_REQUEST_MALFORMED')
    expect(await open(url, { ...request, nonce: '' })).toBe('LOGIN_REQUEST_MALFORMED')
    expect(await open(url, {}, 410)).toBe('LOGIN_REQUEST_EXPIRED')
    expect(await open(url, { ...request, expiresAt: now.toISOString() })).toBe(
      'LOGIN_REQUEST_EXPIRED',
    )
  })

  const text = new TextEncoder().encode('契約書')
  const hash = base64.encode(sha256(text))
  const documents = [
    { title: '契約書', hash, content: base64.encode(text), type: 'text/plain' as const },
    { title: '覚書', hash: base64.encode(sha256(Uint8Array.of(1))) },
  ]

  test('1-B① what is shown is what is signed: a document that has not the hash beside it is no request', async () => {
    const phone = await somePhone()
    const opened = (one: object) =>
      codeOf(
        openLoginRequest(phone, request.responseUrl, serving({ ...request, documents: [one] })),
      )
    const asked = await openLoginRequest(
      phone,
      request.responseUrl,
      serving({ ...request, documents }),
    )
    expect(asked.documents).toEqual(documents)
    const [first] = documents
    for (const change of [
      { content: base64.encode(Uint8Array.of(1)) },
      { content: '契約書' },
      { type: undefined },
      { type: 'text/html' },
      { hash: 'AAAA' },
      { title: '' },
    ])
      expect(await opened({ ...first, ...change })).toBe('LOGIN_REQUEST_MALFORMED')
  })

  test('1-B① one password signs each document, the statement names them, and a wrong one signs nothing', async () => {
    const phone = await registeredAndroid(authority, card)
    const asked = { ...request, documents }
    const pin = phoneSecrets.authenticationPin
    const answer = await answerLogin(phone, asked, pin, { code: '47' })
    const { content } = await verifySignedData(answer)
    expect(JSON.parse(new TextDecoder().decode(content)).documents).toEqual(
      documents.map((one) => ({ title: one.title, hash: one.hash })),
    )
    await expect(signByPassword(phone, asked, answer, 'WRONG123')).rejects.toMatchObject({
      code: 'SECRET_WRONG',
      triesLeft: 4,
    })
    const { signatures = [], attributes } = await signByPassword(
      phone,
      asked,
      answer,
      phoneSecrets.signingPassword,
    )
    expect([attributes, signatures.length]).toEqual([undefined, 2])
    const own = phone.record.installed.signing?.certificate ?? new Uint8Array()
    for (const [at, one] of documents.entries()) {
      const digest = base64.decode(one.hash)
      const signed = await verifySignedData(signatures[at] ?? new Uint8Array(), { digest })
      expect(signed.certificate.serialNumber).toBe(parseCertificate(own).serialNumber)
    }
  })

  test('SIGNING_MISSING a phone without a signing certificate signs no document', async () => {
    const phone = await registeredPhone()
    const attempt = signByPassword(phone, { ...request, documents }, text, 'PHONE77')
    expect(await codeOf(attempt)).toBe('SIGNING_MISSING')
  })

  test('1-B① a phone whose certificate has ended tells the screen that waits, by its site’s address for it; nothing else is told, and a silent site changes nothing', async () => {
    const told: string[] = []
    const site: typeof fetch = async (url, init) => {
      told.push(`${init?.method} ${String(url)} ${String(init?.body)}`)
      throw new TypeError('silent')
    }
    const hinderedUrl = 'https://portal.example/login-requests/1/hindered'
    await tellHindrance({ ...request, hinderedUrl }, 'CERTIFICATE_SUSPENDED', site)
    await tellHindrance({ ...request, hinderedUrl }, 'SECRET_BLOCKED', site)
    await tellHindrance(request, 'CERTIFICATE_SUSPENDED', site)
    expect(told).toEqual([`POST ${hinderedUrl} {"code":"CERTIFICATE_SUSPENDED"}`])
  })

  test('1-B① the answer of the relying party comes back unchanged', async () => {
    const refusal = { code: 'CERTIFICATE_REVOKED', title: '失効', next: '申請' }
    const sent = (body: unknown) => sendLogin(request, new Uint8Array(1), serving(body))
    expect(await sent({})).toEqual({ accepted: true })
    const returnUrl = 'https://portal.example/login-requests/1/return?ticket=t'
    expect(await sent({ returnUrl })).toEqual({ accepted: true, returnUrl })
    for (const elsewhere of ['https://evil.example/', 'javascript:alert(1)', 7]) {
      expect(await sent({ returnUrl: elsewhere })).toEqual({ accepted: true })
    }
    const refused = await sendLogin(request, new Uint8Array(1), serving(refusal, 422))
    expect(refused).toEqual({ accepted: false, status: 422, problem: refusal })
  })
})
