/** The My Number Card in an iPhone's wallet (3-D): an ISO/IEC 18013-5 mdoc that comes, is suspended and ends with its credential. */
import { PhoneError } from './errors.ts'
import type { Phone } from './phone.ts'
import type { PhoneState } from './phone-state.ts'
import { openByDevice, sealByDevice } from './sealing.ts'
import { publicP256 } from './statement-members.ts'
import type { PhoneRecord, WalletRecord } from './store.ts'
import type { CryptoKeyPair } from './web-keys.ts'

export type WalletState =
  | 'none'
  | 'adding' // applied for, not registered yet
  | 'usable' // 利用可能
  | 'suspended'
  | 'ended' // its data is not true any more (a move, a new name): to be applied for anew

export interface NewWalletCard {
  readonly credentialId: string
  /** CBOR of IssuerSigned. */
  readonly mdoc: Uint8Array
  readonly holderKeys: CryptoKeyPair
}

/** Is it a My Number Card, and bound to this wallet's key? The authority's channel vouches for its issuer. */
async function check({ mdoc, holderKeys }: NewWalletCard): Promise<void> {
  // Loaded here only: an Android phone's app never needs it.
  const { MdocError, myNumberCardDocType, parseMdoc } = await import('@kazashi/mdoc')
  const { crv, x, y } = await publicP256(holderKeys.publicKey)
  try {
    const { docType, deviceKey } = parseMdoc(mdoc).securityObject
    if (docType !== myNumberCardDocType) {
      throw new PhoneError('ATTRIBUTES_UNEXPECTED', { detail: 'another kind of document' })
    }
    if (deviceKey.crv !== crv || deviceKey.x !== x || deviceKey.y !== y) {
      throw new PhoneError('ATTRIBUTES_UNEXPECTED', { detail: 'bound to another key' })
    }
  } catch (cause) {
    if (!(cause instanceof MdocError)) throw cause
    throw new PhoneError('ATTRIBUTES_UNEXPECTED', { detail: cause.code, cause })
  }
}

/**
 * The kept card. Not checked here: the issuer's signature and the digests, as only a reader of the card could be misled
 * by them, and readers check.
 * @throws {PhoneError} ATTRIBUTES_UNEXPECTED
 */
export async function sealWalletCard(
  { record, now, random }: PhoneState,
  card: NewWalletCard,
): Promise<WalletRecord> {
  await check(card)
  const { credentialId, mdoc, holderKeys } = card
  const { sealingKey } = record.device
  return {
    credentialId,
    sealed: await sealByDevice(sealingKey, 'card in the wallet', mdoc, random),
    holderKeys,
    addedAt: now().toISOString(),
  }
}

/** The record once the attributes ended while the credential goes on. */
export function withoutWalletCard(record: PhoneRecord): PhoneRecord {
  if (record.wallet === undefined) return record
  const { credentialId, addedAt } = record.wallet
  return { ...record, wallet: { credentialId, addedAt } }
}

export function walletState({ record }: Pick<Phone, 'record'>): WalletState {
  const { device, application, credential, wallet } = record
  if (device.platform !== 'iphone') return 'none'
  if (wallet === undefined) return application === undefined ? 'none' : 'adding'
  if (wallet.sealed === undefined) return 'ended'
  return credential?.told?.view.state === 'suspended' ? 'suspended' : 'usable'
}

/** CBOR of IssuerSigned (ISO/IEC 18013-5 §8.3.2.1.2.2). @throws {PhoneError} NOT_REGISTERED, UNSEALING */
export async function openWalletCard({ record }: Pick<Phone, 'record'>): Promise<Uint8Array> {
  const { wallet, device } = record
  if (wallet?.sealed === undefined) throw new PhoneError('NOT_REGISTERED')
  return openByDevice(device.sealingKey, 'card in the wallet', wallet.sealed)
}
