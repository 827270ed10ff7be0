/** A login as a relying party checks it: the statement's signature, the path and a status that is kept, beside the bare signatures in it. */
import { answerOcspRequest, createSignedData, validatePath, verifySignature } from '@kazashi/pki'
import { newCa, newHolder, now } from '@kazashi/pki/test-chain'
import { createLoginStatement, createVerifier } from '@kazashi/verify'
import type { Benchmark, Metric } from './report.ts'
import { perSecond } from './seconds.ts'

const expected = {
  audience: 'http://portal.example',
  nonce: 'n'.repeat(43),
  code: '47',
  relyingParty: '架空銀行',
  purpose: 'ログイン',
}

async function loginsBy(algorithm: 'RS256' | 'ES384'): Promise<Metric[]> {
  const ca = await newCa('authentication', { algorithm })
  const [phone, responder] = [
    await newHolder('phoneAuthentication', ca, { algorithm }),
    await newHolder('ocspResponder', ca, { algorithm }),
  ]
  const fetch: typeof globalThis.fetch = async (_, init) => {
    const request = init?.body instanceof Uint8Array ? init.body : new Uint8Array()
    const answer = await answerOcspRequest({
      request,
      issuer: ca.certificate,
      signer: responder.signer,
      responderCertificate: responder.certificate,
      now,
      nextUpdate: new Date(now.getTime() + 3600_000),
      statusOf: () => ({ status: 'good' }),
    })
    return new Response(new Uint8Array(answer))
  }
  const verifier = createVerifier({
    anchors: [{ kind: 'authentication', certificate: ca.certificate.der }],
    fetch,
    now: () => now,
    keepStatusFor: 3600_000,
  })
  const content = createLoginStatement({
    type: 'kazashi-login',
    ...expected,
    time: now.toISOString(),
  })
  const response = await createSignedData({ content, signingTime: now, ...phone })
  const signature = await phone.signer.sign(content)
  const { spki } = phone.certificate
  // Of a login: the statement's, and the certificate's by the CA.
  const bare = async () => {
    await verifySignature(spki, algorithm, content, signature)
    await verifySignature(spki, algorithm, content, signature)
  }
  const { der } = phone.certificate
  const path = () => validatePath({ certificate: der, anchors: [ca.certificate], now })
  const limit = { name: 'the bare signatures in it', runs: await perSecond(bare) }
  const one = { name: 'the bare signature in it', runs: limit.runs.map((each) => each * 2) }
  const none = { name: 'none asked', runs: null }
  const common = { unit: '1/s', better: 'higher', peer: none } as const
  return [
    {
      ...common,
      name: `login checked, ${algorithm}, status kept`,
      runs: await perSecond(() => verifier.verifyLogin({ response, expected })),
      limit,
      target: { of: 'limit', atLeast: 0.3 },
    },
    {
      ...common,
      name: `path of a certificate read and validated, ${algorithm}`,
      runs: await perSecond(path),
      limit: one,
      target: { of: 'limit', atLeast: 0.2 },
    },
  ]
}

export const benchmark: Benchmark = {
  name: 'path',
  description: 'A login and a path, checked as a relying party does, on one core',
  async measure() {
    return { metrics: [...(await loginsBy('RS256')), ...(await loginsBy('ES384'))], notes: [] }
  },
}
