/** A relying party's own code, the same in every runtime: it knows the packages by their names, and nothing of this project. */
import { VirtualCard } from '@kazashi/card'
import { cases } from '@kazashi/cases'
import { parseMdoc } from '@kazashi/mdoc'
import { base64 } from '@kazashi/octets'
import { openPhone } from '@kazashi/phone'
import { parseCertificate } from '@kazashi/pki'
import { createVerifier, parseTrust } from '@kazashi/verify'

/** @returns what it has verified, as JSON */
export async function verifyGiven({ trust, statuses, now, login, expected, signed }) {
  const anchors = parseTrust(trust)
  const verifier = createVerifier({
    anchors,
    fetch: async (url) => new Response(base64.decode(statuses[url])),
    now: () => new Date(now),
    // The answers about the status were made before.
    random: (n) => new Uint8Array(n),
  })
  const response = base64.decode(login)
  const { subject, statement } = await verifier.verifyLogin({ response, expected })
  const { attributes, content } = await verifier.verifySigned(base64.decode(signed))
  const refused = await verifier
    .verifyLogin({ response, expected: { ...expected, nonce: 'another'.repeat(3) } })
    .catch((error) => `${error.name} ${error.code}`)
  return JSON.stringify({
    issuers: anchors.map(({ certificate }) => parseCertificate(certificate).subject.text),
    subject,
    purpose: statement.purpose,
    signer: attributes.name,
    content: new TextDecoder().decode(content),
    refused,
    cases: cases.length,
    loaded: [VirtualCard, openPhone, parseMdoc].map(({ name }) => name.length > 0),
  })
}
