/** Certificates for a new card: from a certification authority made for it and thrown away, or from a running server. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { type Resident, substitute } from '@kazashi/card'
import { type CertificateKind, cardExpiry, certificateNotAfter } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import {
  authenticationCommonName,
  cardSerial,
  createCertificationRequest,
  generateKeyPair,
  issueCertificate,
  type Signer,
  signingCommonName,
  softwareSigner,
} from '@kazashi/pki'
import { localFetch } from '@kazashi/serve'
import { z } from 'zod'
import { askForTokens, tokensIn } from '../class-entry.ts'
import { originsAt } from '../origins-at.ts'
import { CardCommandError } from './card-command-error.ts'

export interface IssuedCard {
  /** YYYY-MM-DD */
  readonly cardExpiry: string
  /** DER */
  readonly certificates: Readonly<
    Record<'signing' | 'authentication' | 'signingCa' | 'authenticationCa', Uint8Array>
  >
}

/** The card's key pairs; PKCS #8 and SubjectPublicKeyInfo, DER. */
export type CardKeyPairs = Readonly<
  Record<CertificateKind, { readonly privateKey: Uint8Array; readonly publicKey: Uint8Array }>
>

/** RFC 2606: nobody answers there, and nobody ever will. */
const nobody = 'http://ocsp.invalid/'
const rootYears = 10

/**
 * Issues by an authority that exists for this one card: real profile, SANDBOX in its name, no status service.
 * @throws {ValidityError} for a birth date after today
 */
export async function throwAwayAuthority(
  resident: Resident,
  keys: CardKeyPairs,
  now: Date,
): Promise<IssuedCard> {
  const expiry = cardExpiry(now, resident.birthDate)
  const [name, address] = [substitute(resident.name), substitute(resident.address)]
  const serial = cardSerial(randomBytes(32))
  const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length))
  const validity = {
    notBefore: now,
    notAfter: certificateNotAfter(now, resident.birthDate, expiry),
  }
  const common = (kind: CertificateKind, issuer: { certificate: Uint8Array; signer: Signer }) => ({
    publicKey: keys[kind].publicKey,
    serialNumber: serial.encode(randomInt(2 ** 24)),
    validity,
    issuer,
    municipality: resident.municipality,
  })
  const [signingCa, authenticationCa] = await Promise.all([
    root('signing', now),
    root('authentication', now),
  ])
  const signing = await issueCertificate({
    ...common('signing', signingCa),
    profile: 'cardSigning',
    commonName: signingCommonName(now, random),
    attributes: {
      name: name.text,
      nameFlags: name.flags,
      address: address.text,
      addressFlags: address.flags,
      birthDate: resident.birthDate,
      sex: resident.sex,
    },
  })
  const authentication = await issueCertificate({
    ...common('authentication', authenticationCa),
    profile: 'cardAuthentication',
    commonName: authenticationCommonName(resident.municipality.code, random),
    locations: { ocsp: nobody },
  })
  return {
    cardExpiry: expiry,
    certificates: {
      signing,
      authentication,
      signingCa: signingCa.certificate,
      authenticationCa: authenticationCa.certificate,
    },
  }
}

async function root(
  purpose: CertificateKind,
  now: Date,
): Promise<{ certificate: Uint8Array; signer: Signer }> {
  const { privateKey } = await generateKeyPair('RS256')
  const signer = await softwareSigner(privateKey, 'RS256')
  const notAfter = new Date(now)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + rootYears)
  const certificate = await issueCertificate({
    profile: 'rootCa',
    purpose,
    publicKey: signer.publicKey,
    serialNumber: '01',
    validity: { notBefore: now, notAfter },
    issuer: { signer },
  })
  return { certificate, signer }
}

const bytes = z.string().refine(base64.is).transform(base64.decode)
const HandedOut = z.object({
  cardExpiry: z.iso.date(),
  certificates: z.object({
    signing: bytes,
    authentication: bytes,
    signingCa: bytes,
    authenticationCa: bytes,
  }),
})
const Problem = z.object({ code: z.string(), title: z.string() })

/** The parties beside any address of a Kazashi on this machine, or of a template; any other address is the authority's own. */
const placesAt = (server: string) => originsAt(server) ?? { authority: new URL(server).origin }

/**
 * Has a running authority hand out the card (`POST /counter/cards`); the keys stay here, it gets PKCS #10 requests. A
 * sandbox tells a program on this machine the token of its counter, a class one that gives its password.
 * @throws {CardCommandError} SERVER_UNREACHABLE, SERVER_REFUSED; {ClassEntryError} of a class
 */
export async function runningAuthority(
  server: string,
  resident: Resident,
  keys: CardKeyPairs,
): Promise<IssuedCard> {
  const request = async (kind: CertificateKind): Promise<string> => {
    const signer = await softwareSigner(keys[kind].privateKey, 'RS256')
    return base64.encode(await createCertificationRequest(signer))
  }
  const body = JSON.stringify({
    resident,
    signing: await request('signing'),
    authentication: await request('authentication'),
    // The card has both certificates, whatever its holder's age.
    signingForMinor: true,
  })
  const places = placesAt(server)
  const tokens = tokensIn(await documentOf(await askForTokens(places, reach)))
  if (tokens === undefined) throw new CardCommandError('SERVER_REFUSED', 'no token of the counter')
  const handed = HandedOut.safeParse(
    await documentOf(
      await reach(`${places.authority}/counter/cards`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokens.counter}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body,
      }),
    ),
  )
  if (!handed.success) throw new CardCommandError('SERVER_REFUSED', 'no card in the answer')
  return handed.data
}

async function reach(url: string, init?: RequestInit): Promise<Response> {
  try {
    return await localFetch(url, init)
  } catch (cause) {
    throw new CardCommandError('SERVER_UNREACHABLE', { detail: url, cause })
  }
}

/** @returns JSON, undefined where the answer is not JSON @throws {CardCommandError} SERVER_REFUSED */
async function documentOf(answer: Response): Promise<unknown> {
  const document: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return document
  const problem = Problem.safeParse(document).data
  const reason = problem === undefined ? String(answer.status) : `${problem.code} ${problem.title}`
  throw new CardCommandError('SERVER_REFUSED', reason)
}
