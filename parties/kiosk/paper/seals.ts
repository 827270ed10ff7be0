/**
 * The municipalities' seals: keys that nobody else can read, certified by a CA of the sandbox's own that certifies nothing else. The keys that check a
 * paper are published, of all generations: a paper stays valid when the next one has begun.
 */
import { municipalities } from '@kazashi/card'
import { base64url, hex } from '@kazashi/octets'
import {
  type Certificate,
  decodeEcdsa,
  issueCertificate,
  parseCertificate,
  type Signer,
  sha256,
} from '@kazashi/pki'
import type { PaperKey, RawSign } from './code.ts'
import { type Generation, generationAt } from './seal-generations.ts'
import {
  makeSealKeys,
  organization,
  readSealKeys,
  type SealKeys,
  serialNumber,
} from './seal-keys.ts'

/** Octets of P-256. */
const coordinate = 32

export interface Seal {
  readonly signer: Signer
  readonly certificate: Certificate
  readonly keyId: string
  readonly signRaw: RawSign
}

export interface Seals {
  /** Of all generations so far, the first one first. */
  authorities(): Certificate[]
  keys(): PaperKey[]
  /** @param municipality code of one that takes part @param now of the sandbox: the generation of its years seals, and is made if need be */
  of(municipality: string, now: Date): Promise<Seal>
}

export const chiefOf = ({ name }: { readonly name: string }): string => `${name}長`

const placeOf = (code: string) => municipalities.find((one) => one.code === code)
const idOf = ({ publicKey }: Signer) => hex.encode(sha256(publicKey).subarray(0, 8))

const keysOf = ({ signers }: SealKeys): PaperKey[] =>
  [...signers].map(([issuer, signer]) => ({
    issuer,
    name: chiefOf(placeOf(issuer) ?? { name: issuer }),
    id: idOf(signer),
    spki: base64url.encode(signer.publicKey),
  }))

async function sealOf({ ca, caSigner, signers }: SealKeys, code: string): Promise<Seal> {
  const signer = signers.get(code)
  const place = placeOf(code)
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

/** Work that is under way is waited for, not begun a second time; what failed may be tried again. */
function once<Key, Value>(make: (key: Key) => Promise<Value>) {
  const made = new Map<Key, Promise<Value>>()
  return (key: Key): Promise<Value> => {
    const known = made.get(key)
    if (known !== undefined) return known
    const making = make(key)
    made.set(key, making)
    making.catch(() => made.delete(key))
    return making
  }
}

/** @param folder of the kiosk, absolute @param now of the sandbox, for certificates that are made now */
export async function openSeals(folder: string, now: Date): Promise<Seals> {
  const all = await readSealKeys(folder, now)
  const first = all[0]?.ca.validity.notBefore ?? now
  const generation = once(async (number: Generation) => {
    const known = all.find((one) => one.generation === number)
    if (known !== undefined) return known
    const made = await makeSealKeys(folder, first, number)
    all.push(made)
    return made
  })
  const seal = once(async (which: `${Generation} ${string}`) => {
    const [number = '', code = ''] = which.split(' ')
    return sealOf(await generation(Number(number)), code)
  })
  return {
    authorities: () => all.map(({ ca }) => ca),
    keys: () => all.flatMap(keysOf),
    of: (code, at) => seal(`${generationAt(first, at)} ${code}`),
  }
}
