/**
 * A practice face of an iPhone in a sandbox: stands for Face ID where the browser has no platform authenticator, as in a frame of the desk.
 * The dialog is the phone's own screen and asks to look at it; the secret comes from a key that cannot be taken out of this browser.
 */
import type { BiometricCredential } from '@kazashi/phone'
import type { PhoneDatabase } from './database.ts'
import { refusedRecognition } from './platform-authenticator.ts'

const id = new TextEncoder().encode('kazashi-practice-face')

export const isPractice = (credentialId: Uint8Array): boolean =>
  credentialId.length === id.length && id.every((byte, at) => byte === credentialId[at])

const words = {
  ja: {
    title: '顔の確認（練習用）',
    lead: 'iPhoneのFace IDのかわりです。カメラは使いません。',
    look: '顔を向ける',
    cancel: 'キャンセル',
  },
  en: {
    title: 'Face check (practice)',
    lead: 'This stands for Face ID on an iPhone. No camera is used.',
    look: 'Look at the phone',
    cancel: 'Cancel',
  },
} as const

const button = 'min-h-14 w-full cursor-pointer rounded-button border-2 px-4 py-2 text-lg font-bold'

/** @returns whether the person looked at it */
function askForFace(signal: AbortSignal): Promise<boolean> {
  const t = words[document.documentElement.lang === 'en' ? 'en' : 'ja']
  const dialog = document.createElement('dialog')
  dialog.className =
    'm-auto w-[min(20rem,calc(100%-2rem))] rounded-12 border border-line bg-ground p-6 text-ink backdrop:bg-black/60'
  dialog.setAttribute('aria-labelledby', 'practice-face-title')
  const add = <Name extends 'h2' | 'p' | 'button'>(name: Name, text: string) => {
    const made = document.createElement(name)
    made.textContent = text
    dialog.append(made)
    return made
  }
  const title = add('h2', t.title)
  title.id = 'practice-face-title'
  title.className = 'text-xl'
  add('p', t.lead).className = 'py-3'
  const look = add('button', t.look)
  look.className = `${button} border-transparent bg-accent text-on-accent`
  const cancel = add('button', t.cancel)
  cancel.className = `${button} mt-3 border-accent text-accent`
  document.body.append(dialog)
  return new Promise((resolve) => {
    const end = (looked: boolean) => {
      signal.removeEventListener('abort', stop)
      dialog.remove()
      resolve(looked)
    }
    const stop = () => end(false)
    look.addEventListener('click', () => end(true))
    cancel.addEventListener('click', stop)
    dialog.addEventListener('cancel', stop)
    signal.addEventListener('abort', stop)
    dialog.showModal()
    look.focus()
  })
}

const keyName = 'face'

async function keyOf(database: PhoneDatabase): Promise<CryptoKey> {
  const kept = await database.get('practice', keyName)
  if (kept !== undefined) return kept
  const algorithm = { name: 'HMAC', hash: 'SHA-256' } as const
  const usages: KeyUsage[] = ['sign']
  const key = await crypto.subtle.importKey(
    'raw',
    crypto.getRandomValues(new Uint8Array(32)),
    algorithm,
    false,
    usages,
  )
  await database.put('practice', key, keyName)
  return key
}

/** @throws {RecognitionError} BIOMETRICS_CANCELLED */
export async function askPracticeSecret(
  database: PhoneDatabase,
  { input }: Pick<BiometricCredential, 'input'>,
  signal: AbortSignal,
): Promise<Uint8Array> {
  if (!(await askForFace(signal))) throw refusedRecognition('cancelled')
  const key = await keyOf(database)
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array(input)))
}

/** @throws {RecognitionError} BIOMETRICS_CANCELLED */
export async function makePracticeCredential(
  database: PhoneDatabase,
  input: Uint8Array,
  signal: AbortSignal,
): Promise<BiometricCredential> {
  const secret = await askPracticeSecret(database, { input }, signal)
  return { credentialId: id.slice(), input, secret }
}
