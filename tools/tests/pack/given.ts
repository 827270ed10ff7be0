/** What a relying party is given: a trust document, a login and a signed document of a phone, and the answers about their status. */
import { base64 } from '@kazashi/octets'
import { answerOcspRequest, createOcspRequest, createSignedData } from '@kazashi/pki'
import { attributes, newCa, newHolder, now, type TestCa } from '@kazashi/pki/test-chain'
import { createLoginStatement } from '@kazashi/verify'

const expected = {
  audience: 'https://site.example.org',
  nonce: 'n'.repeat(43),
  code: '47',
  relyingParty: 'かざし市ポータル',
  purpose: 'ログイン',
}
const algorithm = 'ES384'
/** Octets; the site's code says the same. */
const nonce = new Uint8Array(32)
const text = 'これに署名します'

/** One kind of certificate: its CA, a phone's certificate, and the answer that it is good. */
async function partOf(kind: 'authentication' | 'signing') {
  const ca: TestCa = await newCa(kind, { algorithm })
  const profile = kind === 'signing' ? 'phoneSigning' : 'phoneAuthentication'
  const address = `http://localhost:8080/pki/ocsp/${kind}`
  const holder = await newHolder(profile, ca, {
    algorithm,
    locations: {
      ocsp: address,
      caIssuers: 'http://localhost:8080/c',
      crl: 'http://localhost:8080/l',
    },
  })
  const responder = await newHolder('ocspResponder', ca, { algorithm })
  const issuer = ca.certificate
  const status = await answerOcspRequest({
    request: createOcspRequest({ certificate: holder.certificate, issuer, nonce }),
    issuer,
    signer: responder.signer,
    responderCertificate: responder.certificate,
    now,
    nextUpdate: new Date(now.getTime() + 3_600_000),
    statusOf: () => ({ status: 'good' }),
  })
  const sign = (content: Uint8Array) =>
    createSignedData({
      content,
      certificate: holder.certificate,
      signer: holder.signer,
      signingTime: now,
    })
  return { ca, address, status: base64.encode(status), sign, holder }
}

/** @returns it as JSON has it, and what the site's code is to say */
export async function makeGiven() {
  const [authentication, signing] = [await partOf('authentication'), await partOf('signing')]
  const parts = { authentication, signing }
  const login = await authentication.sign(
    createLoginStatement({ type: 'kazashi-login', ...expected, time: now.toISOString() }),
  )
  const signed = await signing.sign(new TextEncoder().encode(text))
  return {
    given: {
      trust: {
        anchors: Object.entries(parts).map(([kind, { ca }]) => ({
          kind,
          certificate: base64.encode(ca.certificate.der),
        })),
      },
      statuses: Object.fromEntries(
        Object.values(parts).map(({ address, status }) => [address, status]),
      ),
      now: now.toISOString(),
      login: base64.encode(login),
      expected,
      signed: base64.encode(signed),
    },
    told: {
      issuers: Object.values(parts).map(({ ca }) => ca.certificate.subject.text),
      subject: authentication.holder.certificate.subject.text,
      purpose: expected.purpose,
      signer: attributes.name,
      content: text,
      refused: 'VerifyError STATEMENT_MISMATCH',
    },
  }
}
