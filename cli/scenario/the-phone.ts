/** A resident's phone without its screen: its procedures, in the words of the course. */
import { randomBytes } from 'node:crypto'
import { authorityPort } from '@kazashi/authority/api'
import type { Choices } from '@kazashi/card'
import { type CertificateKind, certificateKinds, type PhonePlatform } from '@kazashi/lifecycle'
import {
  type AuthorityPort,
  memoryPhoneStore,
  openPhone,
  type Phone,
  passingCost,
  type SupportedPhone,
} from '@kazashi/phone'
import type { IssuedPair } from './openssl-status.ts'
import type { World } from './world.ts'

/** A phone and the secrets its owner remembers. */
export interface ThePhone {
  readonly phone: Phone
  readonly authority: AuthorityPort
  readonly platform: PhonePlatform
  /** 2-D: only for the phones of this run; nobody else ever sees them. */
  readonly password: () => string
  readonly pin: () => string
  /** Chooses others, as after forgetting them. */
  readonly chooseSecrets: () => void
  /** The newest certificates it has had: known here also after the phone itself forgot them. */
  readonly certificates: () => Readonly<Partial<Record<CertificateKind, IssuedPair>>>
}

const newPassword = (draw: Choices): string => `KZ${draw.integer(10 ** 8, 10 ** 9 - 1)}`
const newPin = (draw: Choices): string => String(draw.integer(0, 9_999)).padStart(4, '0')
/** Another one of the same form. */
export const otherPin = (pin: string): string => String((Number(pin) + 1) % 10_000).padStart(4, '0')
export const otherPassword = (password: string): string => `${password.slice(0, 15)}X`

interface Model {
  readonly model: string
  readonly osVersion: string
}

/** The certificates on the phone, remembered at each look. */
function remembering(phone: Phone) {
  const known: Partial<Record<CertificateKind, IssuedPair>> = {}
  return () => {
    for (const kind of certificateKinds) {
      const { certificate, issuer } = phone.record.installed[kind] ?? {}
      if (certificate && issuer) known[kind] = { certificate, issuer }
    }
    return { ...known }
  }
}

/** A phone as it comes from the shop, with the app on it. */
export async function openThePhone(
  { sandbox, files, draw }: World,
  platform: PhonePlatform,
  model: Model,
): Promise<ThePhone> {
  const phone = await openPhone({
    store: memoryPhoneStore(),
    platform,
    ...model,
    now: sandbox.now,
    random: (length) => new Uint8Array(randomBytes(length)),
    secretCost: passingCost,
    onExchange: (command, response) => files.exchange('phone', command, response),
  })
  const authority = authorityPort(sandbox.origins.authority, phone.deviceKey, sandbox.fetch, {
    now: sandbox.now,
    onTime: phone.authorityTime.learn,
  })
  let secrets = { password: newPassword(draw), pin: newPin(draw) }
  return {
    phone,
    authority,
    platform,
    password: () => secrets.password,
    pin: () => secrets.pin,
    chooseSecrets() {
      secrets = { password: newPassword(draw), pin: newPin(draw) }
    },
    certificates: remembering(phone),
  }
}

/** 2-A, 3-A: a phone of the list of supported ones, its system new enough. */
export const newPhone = (
  world: World,
  platform: PhonePlatform,
  row = platform === 'android' ? '2-A' : '3-A',
): Promise<ThePhone> =>
  world.step(row, '対応機種', async (step) => {
    const list = await supportedPhones(world, platform)
    step.assert(list.length > 0, `there is a list of supported ${platform} models`)
    const { model, minimumOsVersion } = world.draw.pick(list)
    step.fact('phone', `${model} with ${minimumOsVersion}`)
    return openThePhone(world, platform, { model, osVersion: minimumOsVersion })
  })

export async function supportedPhones(
  world: World,
  platform: PhonePlatform,
): Promise<readonly SupportedPhone[]> {
  const nobody = await openThePhone(world, platform, { model: 'x', osVersion: '1' })
  const { phones } = await nobody.authority.supportedPhones()
  return phones.filter((phone) => phone.platform === platform)
}
