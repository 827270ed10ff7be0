/** Next places after an application was refused on Android, by the code of the refusal. */
import type { FaultCode } from '../faults/codes.ts'

export type WayOn = 'apply' | 'switch' | 'resume' | 'new-phone'

const ways: { readonly [code in FaultCode]?: readonly WayOn[] } = {
  PERSON_HAS_A_PHONE: ['switch', 'new-phone'],
  SWITCH_ONLY_ANDROID: ['new-phone'],
  CREDENTIAL_SUSPENDED: ['resume'],
  NOTHING_TO_SWITCH: ['apply'],
  NOTHING_TO_RESUME: ['apply'],
}

export const waysOn = (code: FaultCode): readonly WayOn[] => ways[code] ?? []
