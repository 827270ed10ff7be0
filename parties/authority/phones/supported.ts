/**
 * 2-A, 2-B, 3-A: the phones that can hold a credential, from a data file that an operator can replace. The Android models are
 * an excerpt of those with a GlobalPlatform secure element that were announced; "Kazashi …" are this project's own.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PhonePlatform, phonePlatforms } from '@kazashi/lifecycle'
import { z } from 'zod'
import { AuthorityError } from '../problems.ts'

const version = z.string().regex(/^\d{1,5}(\.\d{1,5}){0,3}$/)

export const SupportedPhones = z
  .strictObject({
    minimumAppVersion: version,
    phones: z
      .array(
        z.strictObject({
          platform: z.enum(phonePlatforms),
          model: z.string().min(1),
          minimumOsVersion: version,
        }),
      )
      .min(1),
  })
  .meta({ id: 'SupportedPhones' })
export type SupportedPhones = z.infer<typeof SupportedPhones>

export const supportedPhones: SupportedPhones = SupportedPhones.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../data/supported-phones.json'), 'utf8')),
)

/** '18.10' is newer than '18.5'. @returns false too for a text that is no version */
export function isAtLeast(value: string, least: string): boolean {
  if (!version.safeParse(value).success) return false
  const numbers = (text: string) => text.split('.').map(Number)
  const [own, wanted] = [numbers(value), numbers(least)]
  for (let i = 0; i < Math.max(own.length, wanted.length); i += 1) {
    const apart = (own[i] ?? 0) - (wanted[i] ?? 0)
    if (apart !== 0) return apart > 0
  }
  return true
}

export interface PhoneClaim {
  readonly platform: PhonePlatform
  readonly model: string
  readonly osVersion: string
  readonly appVersion: string
}

/**
 * The phone's own word is believed: the check only spares the resident an application that would not work.
 * @throws {AuthorityError} PHONE_NOT_SUPPORTED, OS_TOO_OLD, APP_TOO_OLD, with the oldest versions taken as members
 */
export function checkSupported(
  { platform, model, osVersion, appVersion }: PhoneClaim,
  { phones, minimumAppVersion }: SupportedPhones = supportedPhones,
): void {
  const known = phones.find((one) => one.platform === platform && one.model === model)
  if (!known) throw new AuthorityError('PHONE_NOT_SUPPORTED')
  const { minimumOsVersion } = known
  if (!isAtLeast(osVersion, minimumOsVersion)) {
    throw new AuthorityError('OS_TOO_OLD', { members: { minimumOsVersion } })
  }
  if (!isAtLeast(appVersion, minimumAppVersion)) {
    throw new AuthorityError('APP_TOO_OLD', { members: { minimumAppVersion } })
  }
}
