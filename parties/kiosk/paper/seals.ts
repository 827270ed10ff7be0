/**
 * Keys of the municipalities' seals: made at the first start, kept in one file that nobody else can read, certified by a CA of the sandbox's own that
 * certifies nothing else. The keys that check a paper are published.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { municipalities } from '@kazashi/card'
import { secretFile } from '@kazashi/database'
import { base64, base64url, hex } from '@kazashi/octets'
import {
  type Certificate,
  decodeEcdsa,
  generateKeyPair,
  issueCertificate,
  parseCertificate,
  type Signer,
  sha256,
  softwareSigner,
} from '@kazashi/pki'
import { z } from 'zod'
import { takesPart } from '../rules/offers.ts'
import type { PaperKey, RawSign } from './code.ts'

const algorithm = 'ES256'
const organization = 'Municipal seals SANDBOX'
/** Octets of P-256. */
const coordinate = 32
/** Years around the first start in which a paper can be issued: a sandbox's clock goes both ways. */
const yearsBefore = 1
const yearsAfter = 8

const Kept = z.strictObject({
  ca: z.strictObject({ key: z.string(), certificate: z.string() }),
  seals: z.record(z.string().regex(/^\d{5}$/), z.string()),
})

export interface Seal {
  readonly signer: Signer
  readonly certificate: Certificate
  readonly keyId: string
  readonly signRaw: RawSign
}

export interface Seals {
  readonly ca: Certificate
  readonly keys: readonly PaperKey[]
  /** @param municipality code of one that takes part */
  of(municipality: string): Promise<Seal>
}

export const chiefOf = ({ name }: { readonly name: string }): string => `${name}長`

const serialNumber = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return hex.encode(bytes)
}
const yearStart = (now: Date, years: number): Date =>
  new Date(Date.UTC(now.getUTCFullYear() + years, 0, 1))

async function newKept(now: Date): Promise<string> {
  const pair = await generateKeyPair(algorithm)
  const signer = await softwareSigner(pair.privateKey, algorithm)
  const certificate = await issueCertificate({
    profile: 'municipalCa',
    organization,
    commonName: 'CA for municipal seals (SANDBOX)',
    publicKey: pair.publicKey,
    serialNumber: serialNumber(),
    validity: { notBefore: yearStart(now, -yearsBefore), notAfter: yearStart(now, yearsAfter) },
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

/** @param folder of the kiosk, absolute @param now of the sandbox, for certificates that are made now */
export async function openSeals(folder: string, now: Date): Promise<Seals> {
  const path = join(folder, 'seals.json')
  const fresh = existsSync(path) ? '' : await newKept(now)
  const kept = Kept.parse(JSON.parse(await secretFile(path, () => fresh)))
  const ca = parseCertificate(base64.decode(kept.ca.certificate))
  const caSigner = await softwareSigner(base64.decode(kept.ca.key), algorithm)
  const signers = new Map<string, Signer>()
  for (const [code, key] of Object.entries(kept.seals))
    signers.set(code, await softwareSigner(base64.decode(key), algorithm))
  const idOf = ({ publicKey }: Signer) => hex.encode(sha256(publicKey).subarray(0, 8))
  const nameOf = (code: string) => municipalities.find((one) => one.code === code)
  const seals = new Map<string, Promise<Seal>>()
  const open = async (code: string): Promise<Seal> => {
    const signer = signers.get(code)
    const place = nameOf(code)
    if (signer === undefined || place === undefined) throw new RangeError(`no seal of ${code}`)
    const certificate = await issueCertificate({
      profile: 'municipalSeal',
      organization,
      commonName: `${place.nameLatin} (SANDBOX)`,
      publicKey: signer.publicKey,
      serialNumber: serialNumber(),
      validity: ca.validity,
      issuer: { certificate: ca, signer: caSigner },
    })
    return {
      signer,
      certificate: parseCertificate(certificate),
      keyId: idOf(signer),
      async signRaw(data) {
        const raw = decodeEcdsa(await signer.sign(data), coordinate)
        if (raw === undefined) throw new RangeError('a signature that is none')
        return raw
      },
    }
  }
  return {
    ca,
    keys: [...signers].map(([issuer, signer]) => ({
      issuer,
      name: chiefOf(nameOf(issuer) ?? { name: issuer }),
      id: idOf(signer),
      spki: base64url.encode(signer.publicKey),
    })),
    of(code) {
      const seal = seals.get(code) ?? open(code)
      seals.set(code, seal)
      return seal
    },
  }
}
