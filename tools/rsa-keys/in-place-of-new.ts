/**
 * Loaded before a process that tests start (`node --import`): the RSA keys of its cards and CAs are kept ones, as making some six
 * for each card is two thirds of what a card costs. All other keys, those of phones among them, are made as ever.
 */
import crypto, { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { promisify } from 'node:util'
import { nextKeyOfSandbox } from './index.ts'

interface Pair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

async function nextPair(): Promise<Pair> {
  const key = Buffer.from((await nextKeyOfSandbox()).privateKey)
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

interface Wanted {
  readonly name?: string
  readonly modulusLength?: number
}
type Done = (error: unknown, publicKey?: unknown, privateKey?: unknown) => void

/** `node:crypto`, as loosely as its functions are called here. */
interface Maker {
  generateKeyPair(type: string, wanted: Wanted, done: Done): void
}
const maker: Maker = crypto
const makeNew = maker.generateKeyPair
const isKept = (type: string, { modulusLength }: Wanted): boolean =>
  type === 'rsa' && modulusLength === 2048

function generateKeyPair(type: string, wanted: Wanted, done: Done): void {
  if (isKept(type, wanted))
    nextPair().then(({ privateKey, publicKey }) => done(null, publicKey, privateKey), done)
  else makeNew(type, wanted, done)
}

/** `promisify` would give the first of the two results alone. */
const promised = (type: string, wanted: Wanted) =>
  new Promise((resolve, reject) =>
    generateKeyPair(type, wanted, (error, publicKey, privateKey) =>
      error === null ? resolve({ privateKey, publicKey }) : reject(error),
    ),
  )
maker.generateKeyPair = Object.assign(generateKeyPair, { [promisify.custom]: promised })
syncBuiltinESMExports()

/** WebCrypto, as loosely. */
interface SubtleMaker {
  generateKey(wanted: Wanted, extractable: boolean, usages: KeyUsage[]): Promise<unknown>
}
const { subtle } = crypto.webcrypto
const subtleMaker: SubtleMaker = subtle
const makeNewSubtle = subtleMaker.generateKey.bind(subtle)

subtleMaker.generateKey = async (wanted, extractable, usages) => {
  if (wanted.name !== 'RSASSA-PKCS1-v1_5' || wanted.modulusLength !== 2048)
    return await makeNewSubtle(wanted, extractable, usages)
  const algorithm = { name: wanted.name, hash: 'SHA-256' }
  const { privateKey, publicKey } = await nextKeyOfSandbox()
  const half = new Uint8Array(privateKey)
  return {
    privateKey: await subtle.importKey('pkcs8', half, algorithm, extractable, ['sign']),
    publicKey: await subtle.importKey('spki', new Uint8Array(publicKey), algorithm, true, [
      'verify',
    ]),
  }
}
