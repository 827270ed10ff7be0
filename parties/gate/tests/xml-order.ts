/** An XML document that waits for its signature, and a program nobody here wrote that verifies it. */
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { hashOf } from './signing-steps.ts'

const xmldsig = 'http://www.w3.org/2000/09/xmldsig#'
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const method = (name: string, algorithm: string) => `<${name} Algorithm="${algorithm}"></${name}>`

/** An XML document with room for a signature, and its SignedInfo as a document to sign. @param inner canonical already */
export function xmlOrder(inner: string) {
  const object = (namespace: string) => `<Object${namespace} Id="form">${inner}</Object>`
  const signedInfo = (namespace: string) =>
    `<SignedInfo${namespace}>` +
    method('CanonicalizationMethod', c14n) +
    method('SignatureMethod', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256') +
    `<Reference URI="#form">${method('DigestMethod', 'http://www.w3.org/2001/04/xmlenc#sha256')}` +
    `<DigestValue>${hashOf(object(` xmlns="${xmldsig}"`))}</DigestValue></Reference></SignedInfo>`
  const octets = signedInfo(` xmlns="${xmldsig}"`)
  return {
    document: {
      title: '申告書',
      hash: hashOf(octets),
      content: Buffer.from(octets).toString('base64'),
      type: 'application/signed-info+xml',
    },
    complete: (value: string, certificate: string) =>
      `<Signature xmlns="${xmldsig}">${signedInfo('')}<SignatureValue>${value}</SignatureValue>` +
      `<KeyInfo><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo>` +
      `${object('')}</Signature>`,
  }
}

/** @param places.at the time that certificates are judged by: ISO 8601 @returns what xmlsec1 prints */
export async function verifiedByXmlsec(
  xml: string,
  places: { readonly root: string; readonly document: string; readonly at: string },
): Promise<string> {
  await writeFile(places.document, xml)
  const time = places.at.slice(0, 19).replace('T', ' ')
  const ids = ['--id-attr:Id', `${xmldsig}:Object`]
  const judged = ['--verify', ...ids, '--trusted-pem', places.root, '--verification-time', time]
  return promisify(execFile)('xmlsec1', [...judged, places.document]).then(
    ({ stdout, stderr }) => `${stdout}${stderr}`,
    (error: unknown) => String(error),
  )
}
