/**
 * The phone's own way to recognise its holder by a finger or a face: WebAuthn Level 3, the platform authenticator with user
 * verification and the PRF extension (§10.1.4). The assertion's signature is not checked: only the secret matters, which the
 * authenticator gives after user verification only. It is neither kept nor written anywhere here.
 */
import { errorClass } from '@kazashi/errors'
import { base64url } from '@kazashi/octets'
import type { BiometricCredential } from '@kazashi/phone'
import { memberOf } from './member.ts'

/** Reasons why this phone has no such way, or this window may not use it. */
export type Hindrance = 'no-webauthn' | 'no-authenticator' | 'no-prf' | 'framed'

export const recognitionErrors = {
  BIOMETRICS_CANCELLED: { clause: 'WebAuthn Level 3 §14.5.2', next: 'use-pin' },
  BIOMETRICS_UNAVAILABLE: { clause: 'WebAuthn Level 3 §5.1.6', next: 'use-pin' },
  BIOMETRICS_NO_PRF: { clause: 'WebAuthn Level 3 §10.1.4', next: 'use-pin' },
  BIOMETRICS_FRAMED: { clause: 'WebAuthn Level 3 §5.10', next: 'use-pin' },
} as const

const codes = {
  cancelled: 'BIOMETRICS_CANCELLED',
  'no-webauthn': 'BIOMETRICS_UNAVAILABLE',
  'no-authenticator': 'BIOMETRICS_UNAVAILABLE',
  'no-prf': 'BIOMETRICS_NO_PRF',
  framed: 'BIOMETRICS_FRAMED',
} as const satisfies Record<string, keyof typeof recognitionErrors>

class RecognitionError extends errorClass('RecognitionError', recognitionErrors) {}

export const refusedRecognition = (why: 'cancelled' | Hindrance, cause?: unknown) =>
  new RecognitionError(codes[why], { cause })

/** Milliseconds that the phone's own screen may stay open. */
const timeout = 120_000
/** ES256, and RS256 for platforms that have nothing else (RFC 9053 §2.1, RFC 8812 §2). */
const algorithms = [-7, -257]
/** Authenticator data (§6.1): the flags stand after the hash of the RP id; bit 2 says that the user was verified. */
const flagsAt = 32
const userVerified = 0x04

const bytes = (source: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(source)
const challenge = () => crypto.getRandomValues(new Uint8Array(32))

/** Shown in a page of another origin. */
function isFramed(): boolean {
  try {
    return window.top !== window && window.top?.location.origin !== location.origin
  } catch {
    return true
  }
}

/** Whether the page around this one lets it (Permissions Policy); undefined: the browser does not tell. */
function isAllowed(): boolean | undefined {
  const policy = memberOf(document, 'permissionsPolicy') ?? memberOf(document, 'featurePolicy')
  const ask = memberOf(policy, 'allowsFeature')
  if (typeof ask !== 'function') return undefined
  return Reflect.apply(ask, policy, ['publickey-credentials-create']) === true
}

/** The hindrance, as far as it can be known before the first try. */
export async function hindrance(): Promise<Hindrance | undefined> {
  if (!('PublicKeyCredential' in window) || !('credentials' in navigator)) return 'no-webauthn'
  if (isFramed() && isAllowed() === false) return 'framed'
  const there = await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
  if (!there) return 'no-authenticator'
  const capabilities: unknown = await PublicKeyCredential.getClientCapabilities?.().catch(
    () => ({}),
  )
  return memberOf(capabilities, 'extension:prf') === false ? 'no-prf' : undefined
}

/** The person said no, the time was over, the finger was not known: the browser does not tell which. */
async function asked<T>(prompt: () => Promise<T>): Promise<T> {
  try {
    return await prompt()
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown
    if (thrown.name === 'NotSupportedError') throw refusedRecognition('no-authenticator', thrown)
    const framed = isFramed() && isAllowed() !== true
    throw refusedRecognition(framed ? 'framed' : 'cancelled', thrown)
  }
}

const verified = (authenticatorData: ArrayBuffer): boolean =>
  ((new Uint8Array(authenticatorData)[flagsAt] ?? 0) & userVerified) !== 0

/** A copy; the browser's buffer is overwritten. */
function secretOf(credential: PublicKeyCredential): Uint8Array | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first
  if (!(first instanceof ArrayBuffer)) return undefined
  const secret = new Uint8Array(first.slice())
  new Uint8Array(first).fill(0)
  return secret
}

/**
 * Makes a credential for this phone, and asks it for its secret.
 * @param name of the credential on the phone's own screens
 * @throws {RecognitionError}
 */
export async function makeCredential(
  input: Uint8Array,
  name: string,
  signal: AbortSignal,
): Promise<BiometricCredential> {
  const made = await asked(() =>
    navigator.credentials.create({
      signal,
      publicKey: {
        challenge: challenge(),
        timeout,
        attestation: 'none',
        rp: { id: location.hostname, name: 'Kazashi' },
        user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          userVerification: 'required',
          // Android's platform authenticator has PRF for discoverable credentials only.
          residentKey: 'preferred',
        },
        extensions: { prf: { eval: { first: bytes(input) } } },
      },
    }),
  )
  if (!(made instanceof PublicKeyCredential)) throw refusedRecognition('no-authenticator')
  const credentialId = new Uint8Array(made.rawId)
  if (made.getClientExtensionResults().prf?.enabled !== true) {
    forgetCredential(credentialId)
    throw refusedRecognition('no-prf')
  }
  // Some platforms give the secret at once, others at the first assertion.
  const secret = secretOf(made) ?? (await askSecret({ credentialId, input }, signal))
  return { credentialId, input, secret }
}

/** @returns the secret of a credential made before @throws {RecognitionError} */
export async function askSecret(
  { credentialId, input }: Pick<BiometricCredential, 'credentialId' | 'input'>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (!('PublicKeyCredential' in window)) throw refusedRecognition('no-webauthn')
  const got = await asked(() =>
    navigator.credentials.get({
      signal,
      publicKey: {
        challenge: challenge(),
        timeout,
        rpId: location.hostname,
        allowCredentials: [
          { type: 'public-key', id: bytes(credentialId), transports: ['internal'] },
        ],
        userVerification: 'required',
        extensions: { prf: { eval: { first: bytes(input) } } },
      },
    }),
  )
  if (!(got instanceof PublicKeyCredential)) throw refusedRecognition('cancelled')
  const secret = secretOf(got)
  if (secret === undefined) throw refusedRecognition('no-prf')
  const { response } = got
  if (response instanceof AuthenticatorAssertionResponse && verified(response.authenticatorData)) {
    return secret
  }
  secret.fill(0)
  throw refusedRecognition('cancelled')
}

/** Tells the phone that a credential opens nothing any more, so that it can leave its list (§5.1.10); not all browsers can. */
export function forgetCredential(credentialId: Uint8Array): void {
  if (!('PublicKeyCredential' in window)) return
  const credential = { rpId: location.hostname, credentialId: base64url.encode(credentialId) }
  void PublicKeyCredential.signalUnknownCredential?.(credential)?.catch(() => undefined)
}
