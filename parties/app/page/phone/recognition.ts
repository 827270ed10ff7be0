/**
 * How this phone recognises its holder by a finger or a face (1-A③): by its platform authenticator, or, on an iPhone of a sandbox that is
 * shown where none can be used, by a practice one that says so.
 */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { BiometricCredential } from '@kazashi/phone'
import type { PhoneDatabase } from './database.ts'
import {
  askSecret,
  forgetCredential,
  type Hindrance,
  hindrance,
  makeCredential,
} from './platform-authenticator.ts'
import { askPracticeSecret, isPractice, makePracticeCredential } from './practice-face.ts'

type Question = Pick<BiometricCredential, 'credentialId' | 'input'>

export interface Recognition {
  /** Reasons why nobody can be recognised here, as far as they can be known before the first try. */
  hindrance(): Promise<Hindrance | undefined>
  /** @param name of the credential on the phone's own screens @throws {RecognitionError} */
  make(input: Uint8Array, name: string, signal: AbortSignal): Promise<BiometricCredential>
  /** @returns the secret of a credential made before @throws {RecognitionError} */
  ask(question: Question, signal: AbortSignal): Promise<Uint8Array>
  forget(credentialId: Uint8Array): void
}

/** Each iPhone recognises its holder's face; other phones do without. */
const practises = (platform: PhonePlatform, sandbox: boolean) => sandbox && platform === 'iphone'

export function recognitionOf(
  database: PhoneDatabase,
  { platform, sandbox }: { readonly platform: PhonePlatform; readonly sandbox: boolean },
): Recognition {
  const practice = practises(platform, sandbox)
  const practiceOnly = async () => practice && (await hindrance()) !== undefined
  return {
    hindrance: async () => (practice ? undefined : await hindrance()),
    make: async (input, name, signal) =>
      (await practiceOnly())
        ? makePracticeCredential(database, input, signal)
        : makeCredential(input, name, signal),
    ask: (question, signal) =>
      practice && isPractice(question.credentialId)
        ? askPracticeSecret(database, question, signal)
        : askSecret(question, signal),
    forget: (credentialId) => {
      if (!isPractice(credentialId)) forgetCredential(credentialId)
    },
  }
}
