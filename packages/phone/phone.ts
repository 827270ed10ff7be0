/** One phone: the record in its store, the device key, the secure element. Every change is stored before it counts. */
import { certificateKinds, type PhonePlatform } from '@kazashi/lifecycle'
import { type AuthorityTime, authorityTime } from './authority-time.ts'
import { PhoneError } from './errors.ts'
import { withTries } from './keys.ts'
import type { PhoneState } from './phone-state.ts'
import { upgraded } from './record-version.ts'
import { createSealingKey, secretCost as keptCost, type Random } from './sealing.ts'
import { createSecureElement, type SecureElement } from './secure-element.ts'
import { type DeviceJwk, jwkThumbprint, publicP256 } from './statement-members.ts'
import type { PhoneRecord, PhoneStore, ScryptCost } from './store.ts'
import type { CryptoKeyPair } from './web-keys.ts'

export interface Phone extends PhoneState {
  /** ES256, the private key not extractable: later calls are bound to it (RFC 9449). */
  readonly deviceKey: CryptoKeyPair
  readonly deviceJwk: DeviceJwk
  /** RFC 7638, base64url. */
  readonly thumbprint: string
  /** Of the app that opened it. */
  readonly appVersion: string
  readonly element: SecureElement
  readonly authorityTime: AuthorityTime
}

export interface PhoneOptions {
  readonly store: PhoneStore
  /** These two are kept from the first opening on. */
  readonly platform: PhonePlatform
  readonly model: string
  /** As it is now: systems are updated. */
  readonly osVersion: string
  /** Of the app; default that of this package. */
  readonly appVersion?: string
  readonly now: () => Date
  readonly random: Random
  /** Of PIN and password; default that of a phone whose record is kept. */
  readonly secretCost?: ScryptCost
  readonly onExchange?: (command: Uint8Array, response: Uint8Array) => void
}

/** Of this package, for a phone without an app of its own. */
export const packageVersion = '0.1.0'

async function newDevice({ platform, model, osVersion }: PhoneOptions): Promise<PhoneRecord> {
  const [keys, sealingKey] = await Promise.all([
    crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
    createSealingKey(),
  ])
  return {
    version: 3,
    revision: 0,
    device: { platform, model, osVersion, keys, sealingKey },
    installed: {},
    pending: {},
    application: undefined,
    credential: undefined,
  }
}

/** Where the phone ended between the last try and its comparison, the key is still there: it counts as wrong. */
function withoutSpentKeys(record: PhoneRecord): PhoneRecord {
  let clean = record
  for (const slot of ['installed', 'pending'] as const) {
    for (const kind of certificateKinds) {
      const key = record[slot][kind]
      if (key?.secret?.triesLeft === 0 && (key.sealed ?? key.biometrics) !== undefined) {
        clean = withTries(clean, slot, kind, 0)
      }
    }
  }
  return clean
}

/**
 * Opens the phone that `store` holds, or makes a new one in it.
 * @throws {PhoneError} STORE_FAILED, STORE_CONFLICT, STATE_MALFORMED (a record of a newer version)
 */
export async function openPhone(options: PhoneOptions): Promise<Phone> {
  const { store, now, random, secretCost = keptCost, onExchange } = options
  const watch = onExchange === undefined ? {} : { onExchange }
  const stored = await store.load()
  if (stored !== undefined && ![1, 2, 3].includes(stored.version)) {
    throw new PhoneError('STATE_MALFORMED')
  }
  let current = stored ?? (await newDevice(options))
  let last: Promise<unknown> = Promise.resolve()

  const save = async (edit: (record: PhoneRecord) => PhoneRecord | Promise<PhoneRecord>) => {
    const edited = await edit(current)
    const next: PhoneRecord = { ...edited, revision: current.revision + 1 }
    try {
      await store.save(next)
    } catch (cause) {
      if (cause instanceof PhoneError) throw cause
      throw new PhoneError('STORE_FAILED', { cause })
    }
    current = next
  }
  const change: PhoneState['change'] = (edit) => {
    const done = last.then(() => save(edit))
    last = done.catch(() => undefined)
    return done
  }

  const spent = withoutSpentKeys(upgraded(current, random))
  const { osVersion } = options
  const clean =
    spent.device.osVersion === osVersion
      ? spent
      : { ...spent, device: { ...spent.device, osVersion } }
  if (stored === undefined || clean !== current) await change(() => clean)
  const state: PhoneState = {
    get record() {
      return current
    },
    now,
    random,
    secretCost,
    change,
    ...watch,
  }
  const deviceKey = current.device.keys
  const deviceJwk = await publicP256(deviceKey.publicKey)
  return {
    get record() {
      return current
    },
    now,
    random,
    secretCost,
    change,
    ...watch,
    deviceKey,
    deviceJwk,
    thumbprint: jwkThumbprint(deviceJwk),
    appVersion: options.appVersion ?? packageVersion,
    element: createSecureElement(state),
    authorityTime: authorityTime(now),
  }
}
