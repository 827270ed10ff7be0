/** An IACA, a document signer, a holder's key and an issued mdoc for tests: everything valid, a test states its one deviation. */
import {
  newDocumentSigner,
  newIaca,
  now,
  random,
  type TestCa,
  type TestHolder,
} from '@kazashi/pki/test-chain'
import { issueMdoc, type MdocIssue } from './issue.ts'
import type { PublicJwk } from './jwk.ts'
import { elementsOf, type MdocHolder } from './my-number-card.ts'

export const hanako: MdocHolder = {
  name: '番号　花子',
  address: '東京都千代田区霞が関二丁目１番２号',
  birthDate: '1971-09-01',
  sex: 'female',
  municipalityCode: '13101',
  myNumber: '123456789018',
  portrait: Uint8Array.of(0, 0, 0, 12, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a, 1, 2, 3),
}

export interface TestIssue {
  readonly iaca: TestCa
  readonly signer: TestHolder
  readonly deviceKey: PublicJwk
  readonly issue: MdocIssue
  readonly bytes: Uint8Array
}

export async function newDeviceKey(): Promise<PublicJwk> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const { publicKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return { kty: 'EC', crv: 'P-256', x, y }
}

export async function issueForTest(algorithm: 'ES256' | 'ES384' = 'ES256'): Promise<TestIssue> {
  const iaca = await newIaca()
  const signer = await newDocumentSigner(iaca, algorithm)
  const deviceKey = await newDeviceKey()
  const issue: MdocIssue = {
    elements: elementsOf(hanako, now),
    deviceKey,
    signer: signer.signer,
    documentSignerCertificate: signer.certificate,
    validity: { validFrom: now, validUntil: new Date('2027-09-01T14:59:59Z') },
    now,
    random,
  }
  return { iaca, signer, deviceKey, issue, bytes: await issueMdoc(issue) }
}
