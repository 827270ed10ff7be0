/** The card in the wallet as a request meets it: its elements, its issuer's key, and its own key, which signs for one asker at a time. */
import { type Elements, elementsIn, parseMdoc } from '@kazashi/mdoc'
import { hex } from '@kazashi/octets'
import { encodeEcdsa, parseCertificate, type Signer } from '@kazashi/pki'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import { openWalletCard } from '../wallet.ts'
import type { CryptoKeyPair } from '../web-keys.ts'

export interface HeldCard {
  readonly docType: string
  readonly elements: Elements
  readonly validUntil: Date
  /** Of the CA over its document signer. */
  readonly issuerKeyId: Uint8Array | undefined
  /** CBOR of IssuerSigned. */
  readonly issuerSigned: Uint8Array
  readonly signer: Signer
}

async function signerBy({ privateKey, publicKey }: CryptoKeyPair): Promise<Signer> {
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey))
  const ecdsa = { name: 'ECDSA', hash: 'SHA-256' }
  return {
    algorithm: 'ES256',
    publicKey: spki,
    sign: async (data) =>
      encodeEcdsa(
        new Uint8Array(await crypto.subtle.sign(ecdsa, privateKey, new Uint8Array(data))),
      ),
  }
}

/** @throws {PhoneError} NOT_REGISTERED: there is none; UNSEALING */
export async function openHeldCard(phone: Pick<Phone, 'record'>): Promise<HeldCard> {
  const { wallet } = phone.record
  if (wallet?.holderKeys === undefined) throw new PhoneError('NOT_REGISTERED')
  const issuerSigned = await openWalletCard(phone)
  const mdoc = parseMdoc(issuerSigned)
  const { docType, validity } = mdoc.securityObject
  const [documentSigner] = mdoc.issuerAuth.chain
  const key = documentSigner && parseCertificate(documentSigner).aki?.keyIdentifier
  return {
    docType,
    elements: elementsIn(mdoc),
    validUntil: validity.validUntil,
    issuerKeyId: key === undefined ? undefined : hex.decode(key),
    issuerSigned,
    signer: await signerBy(wallet.holderKeys),
  }
}
