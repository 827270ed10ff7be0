/**
 * The secret files of the seals, one for each generation of their CA: as JPKI's (docs/decisions/0019), a new CA with new keys every four years, so
 * that a paper can be sealed whenever the sandbox's clock is. A generation is made when the clock first comes to its years.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { municipalities } from '@kazashi/card'
import { secretFile } from '@kazashi/database'
import { base64, hex } from '@kazashi/octets'
import {
  type Certificate,
  generateKeyPair,
  issueCertificate,
  parseCertificate,
  type Signer,
  softwareSigner,
} from '@kazashi/pki'
import { z } from 'zod'
import { takesPart } from '../rules/offers.ts'
import { beginningOf, type Generation, validityOf } from './seal-generations.ts'

const algorithm = 'ES256'
export const organization = 'Municipal seals SANDBOX'

const Kept = z.strictObject({
  ca: z.strictObject({ key: z.string(), certificate: z.string() }),
  seals: z.record(z.string().regex(/^\d{5}$/), z.string()),
})

export interface SealKeys {
  readonly generation: Generation
  readonly ca: Certificate
  readonly caSigner: Signer
  /** By the code of the municipality. */
  readonly signers: ReadonlyMap<string, Signer>
}

export const serialNumber = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return hex.encode(bytes)
}

const fileOf = (generation: Generation): string =>
  generation === 1 ? 'seals.json' : `seals-${generation}.json`
const generationOf = (name: string): Generation | undefined => {
  const number = /^seals(?:-([2-9]\d*))?\.json$/.exec(name)
  return number === null ? undefined : Number(number[1] ?? 1)
}

async function newKept(first: Date, generation: Generation): Promise<string> {
  const pair = await generateKeyPair(algorithm)
  const signer = await softwareSigner(pair.privateKey, algorithm)
  const certificate = await issueCertificate({
    profile: 'municipalCa',
    organization,
    commonName: 'CA for municipal seals (SANDBOX)',
    publicKey: pair.publicKey,
    serialNumber: serialNumber(),
    validity: validityOf(first, generation),
    issuer: { signer },
  })
  const seals: Record<string, string> = {}
  for (const { code } of municipalities) {
    if (takesPart(code)) seals[code] = base64.encode((await generateKeyPair(algorithm)).privateKey)
  }
  return JSON.stringify({
    ca: { key: base64.encode(pair.privateKey), certificate: base64.encode(certificate) },
    seals,
  })
}

async function opened(text: string, generation: Generation): Promise<SealKeys> {
  const kept = Kept.parse(JSON.parse(text))
  const signers = new Map<string, Signer>()
  for (const [code, key] of Object.entries(kept.seals))
    signers.set(code, await softwareSigner(base64.decode(key), algorithm))
  return {
    generation,
    ca: parseCertificate(base64.decode(kept.ca.certificate)),
    caSigner: await softwareSigner(base64.decode(kept.ca.key), algorithm),
    signers,
  }
}

/** @param folder of the kiosk, absolute @param now for the first generation, where there is none yet @returns all that were ever made, the first one first */
export async function readSealKeys(folder: string, now: Date): Promise<SealKeys[]> {
  const names = await readdir(folder).catch((): string[] => [])
  const there = names.flatMap((name) => generationOf(name) ?? []).sort((a, b) => a - b)
  if (!there.includes(1)) there.unshift(1)
  const fresh = names.includes(fileOf(1)) ? '' : await newKept(beginningOf(now), 1)
  const all: SealKeys[] = []
  for (const generation of there) {
    const text = await secretFile(join(folder, fileOf(generation)), () => fresh)
    all.push(await opened(text, generation))
  }
  return all
}

/** @param first beginning of the first generation */
export async function makeSealKeys(
  folder: string,
  first: Date,
  generation: Generation,
): Promise<SealKeys> {
  const fresh = await newKept(first, generation)
  return opened(await secretFile(join(folder, fileOf(generation)), () => fresh), generation)
}
