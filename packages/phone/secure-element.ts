/**
 * The phone's secure element (1-A①): two RSA-2048 keys, each behind a secret of its own. Keys under way (2-C to 2-E) stand
 * apart from those in use, so that an application given up halfway takes nothing away.
 */
import type { CertificateKind } from '@kazashi/lifecycle'
import {
  createCertificationRequest,
  generateKeyPair,
  parseCertificate,
  softwareSigner,
  validatePath,
} from '@kazashi/pki'
import type { IssuedCertificate, UnblockingKeys } from './authority-port.ts'
import { type BiometricCredential, checkBiometricStep, sealBiometricCopy } from './biometrics.ts'
import { type ElementTransport, elementTransport } from './element-transport.ts'
import { PhoneError } from './errors.ts'
import {
  asciiOf,
  fullTries,
  isSecret,
  openSecondCopy,
  releaseKey,
  sealSecondCopy,
  sealUnderSecret,
  withKey,
  withoutBiometrics,
  withTries,
} from './keys.ts'
import type { PhoneState } from './phone-state.ts'
import { openByDevice, sealByDevice } from './sealing.ts'
import type { KeyRecord, PhoneRecord } from './store.ts'

/** A new secret for each kind concerned. */
export type SecretValues = { readonly [kind in CertificateKind]?: string }

function listed(values: SecretValues): (readonly [CertificateKind, string])[] {
  const { signing, authentication } = values
  return [
    ...(signing === undefined ? [] : [['signing', signing] as const]),
    ...(authentication === undefined ? [] : [['authentication', authentication] as const]),
  ]
}

/** @throws {PhoneError} SECRET_FORM */
export function checkForms(values: SecretValues): void {
  for (const [kind, value] of listed(values)) {
    if (!isSecret(kind, value)) throw new PhoneError('SECRET_FORM', { detail: kind })
  }
}

export interface SecureElement {
  /** Makes a key for the application under way, in place of an earlier one. @returns SubjectPublicKeyInfo, DER */
  generateKey(kind: CertificateKind): Promise<Uint8Array>
  /** PKCS #10 (RFC 2986), proof that the element holds the key. @throws {PhoneError} KEY_MISSING, SECRET_ALREADY_SET */
  certificationRequest(kind: CertificateKind): Promise<Uint8Array>
  /**
   * Sets the secrets of keys under way, all or none (2-D), and makes their unblocking keys. Repeating it with the same
   * values changes nothing.
   * @throws {PhoneError} SECRET_FORM, KEY_MISSING, SECRET_ALREADY_SET (with other values; that spends a try)
   */
  setSecrets(values: SecretValues): Promise<void>
  setSecret(kind: CertificateKind, value: string): Promise<void>
  /**
   * Checks that each certificate is for the key under way and issued by its `issuer`, and puts these keys in use in place
   * of all before, in one step with `also`.
   * @param onChecked after the checks, before anything is stored
   * @throws {PhoneError} KEY_MISSING, SECRET_NOT_SET, CERTIFICATE_UNEXPECTED, CERTIFICATE_CHAIN
   */
  installCertificates(
    issued: readonly IssuedCertificate[],
    also?: (record: PhoneRecord) => PhoneRecord,
    onChecked?: () => void,
  ): Promise<void>
  /**
   * Sets forgotten or locked secrets of keys in use anew, all or none, in one step with `also`. All tries are back. With a
   * new PIN biometrics are off: they stood for the old one.
   * @throws {PhoneError} SECRET_FORM, KEY_MISSING, UNBLOCKING_KEY_WRONG
   */
  unblock(
    keys: UnblockingKeys,
    values: SecretValues,
    also?: (record: PhoneRecord) => PhoneRecord,
  ): Promise<void>
  /**
   * Forgets the keys in use of these kinds (a certificate that ended), in one step with `also`.
   * @param ofCredential unless another one has taken its place meanwhile: nothing is forgotten then, `also` is done
   */
  forget(
    kinds: readonly CertificateKind[],
    ofCredential: string,
    also?: (record: PhoneRecord) => PhoneRecord,
  ): Promise<void>
  /**
   * 1-A③: from now on the platform authenticator's secret stands for the PIN, in place of an earlier one. The secret is
   * overwritten in any case.
   * @param pin a wrong one costs a try @param force spend the last one
   * @throws {PhoneError} SECRET_FORM, KEY_MISSING, SECRET_WRONG {triesLeft}, SECRET_BLOCKED, LAST_TRY, BIOMETRICS_WRONG
   */
  turnOnBiometrics(pin: string, made: BiometricCredential, force?: boolean): Promise<void>
  /** Erases the biometric copy, where there is one. */
  turnOffBiometrics(): Promise<void>
  /** The element as a card in reach: the JPKI applet over the keys in use. An earlier one answers CARD_AWAY from now on. */
  transport(): ElementTransport
  /** Forgets keys, secrets and certificates, in use and under way, in one step with `also`. */
  erase(also?: (record: PhoneRecord) => PhoneRecord): Promise<void>
}

export function createSecureElement(state: PhoneState): SecureElement {
  /** Counts transports and changes of the keys in use: only the newest transport answers. */
  let generation = 0
  const device = () => state.record.device.sealingKey

  const pendingKey = (kind: CertificateKind): KeyRecord => {
    const key = state.record.pending[kind]
    if (key === undefined) throw new PhoneError('KEY_MISSING', { detail: kind })
    return key
  }

  const openPending = async (kind: CertificateKind): Promise<Uint8Array> => {
    const { sealed, secret } = pendingKey(kind)
    if (secret !== undefined) throw new PhoneError('SECRET_ALREADY_SET', { detail: kind })
    if (sealed === undefined) throw new PhoneError('KEY_MISSING', { detail: kind })
    return openByDevice(device(), kind, sealed)
  }

  const isSame = async (kind: CertificateKind, value: string): Promise<boolean> => {
    const opened = await releaseKey(state, 'pending', kind, asciiOf(value))
    if (opened === undefined) return false
    opened.fill(0)
    await state.change((record) => withTries(record, 'pending', kind, fullTries(kind)))
    return true
  }

  const setSecrets: SecureElement['setSecrets'] = async (values) => {
    checkForms(values)
    const wanted = listed(values)
    for (const [kind] of wanted) pendingKey(kind)
    const sealed: { -readonly [kind in CertificateKind]?: KeyRecord } = {}
    for (const [kind, value] of wanted) {
      const key = pendingKey(kind)
      if (key.secret !== undefined) {
        if (await isSame(kind, value)) continue
        throw new PhoneError('SECRET_ALREADY_SET', { detail: kind })
      }
      const pkcs8 = await openPending(kind)
      sealed[kind] = {
        ...key,
        ...(await sealUnderSecret(state, kind, pkcs8, asciiOf(value))),
        ...(await sealSecondCopy(state, kind, pkcs8)),
      }
      pkcs8.fill(0)
    }
    await state.change((record) => ({ ...record, pending: { ...record.pending, ...sealed } }))
  }

  return {
    async generateKey(kind) {
      const { privateKey, publicKey } = await generateKeyPair('RS256')
      const sealed = await sealByDevice(device(), kind, privateKey, state.random)
      privateKey.fill(0)
      await state.change((record) =>
        withKey(record, 'pending', kind, { publicKey, sealed, secret: undefined }),
      )
      return publicKey
    },
    async certificationRequest(kind) {
      const pkcs8 = await openPending(kind)
      try {
        return await createCertificationRequest(await softwareSigner(pkcs8, 'RS256'))
      } finally {
        pkcs8.fill(0)
      }
    },
    setSecrets,
    setSecret: (kind, value) => setSecrets({ [kind]: value }),
    async installCertificates(issued, also = (record) => record, onChecked) {
      const installed: { -readonly [kind in CertificateKind]?: KeyRecord } = {}
      for (const { kind, certificate, issuer } of issued) {
        const key = pendingKey(kind)
        if (key.secret === undefined) throw new PhoneError('SECRET_NOT_SET', { detail: kind })
        await checkCertificate(state, key, { kind, certificate, issuer })
        installed[kind] = { ...key, certificate, issuer }
      }
      onChecked?.()
      await state.change((record) => also({ ...record, installed, pending: {} }))
      generation += 1
    },
    async unblock(keys, values, also = (record) => record) {
      checkForms(values)
      const installed: { -readonly [kind in CertificateKind]?: KeyRecord } = {}
      for (const [kind, value] of listed(values)) {
        const key = state.record.installed[kind]
        if (key === undefined) throw new PhoneError('KEY_MISSING', { detail: kind })
        const pkcs8 = await openSecondCopy(state, kind, keys[kind] ?? new Uint8Array())
        installed[kind] = {
          ...withoutBiometrics(key),
          ...(await sealUnderSecret(state, kind, pkcs8, asciiOf(value))),
        }
        pkcs8.fill(0)
      }
      await state.change((record) =>
        also({ ...record, installed: { ...record.installed, ...installed } }),
      )
      generation += 1
    },
    async forget(kinds, ofCredential, also = (record) => record) {
      await state.change((record) => {
        if (record.credential?.id !== ofCredential) return also(record)
        generation += 1
        const { signing, authentication } = record.installed
        const installed = {
          ...(signing && !kinds.includes('signing') && { signing }),
          ...(authentication && !kinds.includes('authentication') && { authentication }),
        }
        return also({ ...record, installed })
      })
    },
    async turnOnBiometrics(pin, made, force = false) {
      generation += 1 // a transport remembers tries: none may outlive one that is spent here
      try {
        await turnOn(state, pin, made, force)
      } finally {
        generation += 1
        made.secret.fill(0)
      }
    },
    async turnOffBiometrics() {
      generation += 1
      await state.change((record) => {
        const key = record.installed.authentication
        if (key?.biometrics === undefined) return record
        return withKey(record, 'installed', 'authentication', withoutBiometrics(key))
      })
    },
    transport() {
      generation += 1
      const mine = generation
      return elementTransport(state, () => generation === mine)
    },
    async erase(also = (record) => record) {
      generation += 1
      await state.change((record) => also({ ...record, installed: {}, pending: {} }))
    },
  }
}

async function turnOn(
  state: PhoneState,
  pin: string,
  made: BiometricCredential,
  force: boolean,
): Promise<void> {
  const kind = 'authentication'
  if (!isSecret(kind, pin)) throw new PhoneError('SECRET_FORM', { detail: kind })
  checkBiometricStep(state.record, 'turn-on')
  const before = state.record.installed[kind]?.secret?.triesLeft
  if (before === 1 && !force) throw new PhoneError('LAST_TRY', { triesLeft: 1 })
  const pkcs8 = await releaseKey(state, 'installed', kind, asciiOf(pin))
  if (pkcs8 === undefined) {
    const triesLeft = state.record.installed[kind]?.secret?.triesLeft ?? 0
    throw new PhoneError(triesLeft === 0 ? 'SECRET_BLOCKED' : 'SECRET_WRONG', { triesLeft })
  }
  try {
    await state.change((record) => withTries(record, 'installed', kind, fullTries(kind)))
    const biometrics = await sealBiometricCopy(state, pkcs8, made)
    await state.change((record) => {
      checkBiometricStep(record, 'turn-on')
      const key = record.installed[kind]
      if (key === undefined) throw new PhoneError('KEY_MISSING', { detail: kind })
      return withKey(record, 'installed', kind, { ...key, biometrics })
    })
  } finally {
    pkcs8.fill(0)
  }
}

/**
 * Is it for this key, from this issuer, and not expired? The authority's channel vouches for the issuer, and for the moment of
 * issue: a phone whose clock is behind the authority's meets a certificate that begins later than now.
 */
async function checkCertificate(
  state: PhoneState,
  key: KeyRecord,
  issued: IssuedCertificate,
): Promise<void> {
  const { kind, certificate, issuer } = issued
  try {
    const { spki, validity } = parseCertificate(certificate)
    const same =
      spki.length === key.publicKey.length && spki.every((byte, i) => byte === key.publicKey[i])
    if (!same) throw new PhoneError('CERTIFICATE_UNEXPECTED', { detail: kind })
    const now = new Date(Math.max(state.now().getTime(), validity.notBefore.getTime()))
    await validatePath({ certificate, anchors: [issuer], now, purpose: kind })
  } catch (cause) {
    if (cause instanceof PhoneError) throw cause
    throw new PhoneError('CERTIFICATE_CHAIN', { detail: kind, cause })
  }
}
