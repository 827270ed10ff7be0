/** Resident register applet (住基AP): a key reference and its PIN; the least known of the five. */
import { hex } from '@kazashi/octets'
import type { AppletContents, ElementaryFile } from '../contents.ts'
import { type AppletDefinition, PIN_TRIES } from './applet-definition.ts'
import { record, secret } from './files.ts'

export const residentRegisterFile = { keyReference: 0x0002, pin: 0x001c } as const

export const residentRegister: AppletDefinition = {
  name: 'resident-register',
  aid: hex.decode('D3921000310001010401'),
  change: 'change-key',
  signingKeys: [],
}

export interface ResidentRegisterParts {
  /** Sixteen bytes, the same as in the common applet. */
  readonly keyReference?: Uint8Array | undefined
  readonly pin?: string | undefined
}

/** The applet's files. */
export function residentRegisterApplet(parts: ResidentRegisterParts): AppletContents {
  const files: [number, ElementaryFile][] = [
    [residentRegisterFile.keyReference, record([parts.keyReference ?? new Uint8Array(16)], 'free')],
    [residentRegisterFile.pin, secret(parts.pin, 'four-digits', PIN_TRIES)],
  ]
  return { name: 'resident-register', files: new Map(files) }
}
