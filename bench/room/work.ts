/** The work that is measured: a full read of a card, and one signature. */
import type { CardClient } from '@kazashi/card'

export const password = 'ABC123'
export const pin = '1234'

/** The four certificates, the attributes, and the photo by the My Number. */
export async function readWhole(client: CardClient): Promise<void> {
  await readCertificates(client)
  await client.readAttributes(pin)
  await client.readPhoto(await client.readMyNumber(pin))
}

export async function readCertificates(client: CardClient): Promise<void> {
  await client.readCertificate('authentication')
  await client.readCertificate('authentication-ca')
  await client.readCertificate('signing-ca')
  await client.readCertificate('signing', { value: password })
}

/** With the authentication key, as a login does, certificate included. */
export async function signOnce(client: CardClient): Promise<void> {
  const signer = await client.signer('authentication', pin)
  await signer.sign(new Uint8Array(32))
}
