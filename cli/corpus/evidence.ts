/** What is said of a certificate's status, by answers and lists, and of a signature's time. */
import { concat, hex } from '@kazashi/octets'
import {
  answerTimeStampQuery,
  type CertId,
  type Certificate,
  type CrlEntry,
  createCertId,
  createCrl,
  createOcspRequest,
  createOcspResponse,
  createTimeStampRequest,
  crlDistributionPointName,
  imprintOf,
  issueCertificate,
  type MunicipalityName,
  type OcspCertStatus,
  parseCertificate,
  readTimeStampResponse,
  type Signer,
} from '@kazashi/pki'
import * as der from '@kazashi/pki/der'
import { oids } from './oids.ts'
import { changing, replaced, resigned, withExtensions } from './patch.ts'
import {
  drawSerial,
  type Holder,
  type Issuer,
  instant,
  locations,
  shibuya,
  type World,
} from './world.ts'

const hour = 3600_000
const hours = (world: World, count: number): Date => new Date(world.now.getTime() + count * hour)

const good: OcspCertStatus = { status: 'good' }
export const revokedAt = (
  time: string,
  reason: CrlEntry['reason'] = 'unspecified',
): OcspCertStatus => ({ status: 'revoked', revokedAt: instant(time), reason })

export interface AnswerOptions {
  readonly of?: OcspCertStatus
  readonly issuer?: Issuer
  readonly responder?: { readonly signer: Signer; readonly certificate: Certificate }
  readonly certIds?: readonly CertId[]
  /** Hours from now. */
  readonly times?: readonly [thisUpdate: number, nextUpdate: number]
  readonly nonce?: Uint8Array | undefined
}

/** An OCSP answer about a holder, an hour old, good for a day, with the corpus's nonce. */
export async function answerAbout(
  world: World,
  { certificate, issuer: own }: Holder,
  options: AnswerOptions = {},
): Promise<Uint8Array> {
  const {
    of = good,
    issuer = own,
    certIds = [createCertId(certificate, issuer.certificate)],
  } = options
  const { signer, certificate: responderCertificate } =
    options.responder ?? (await world.responder(issuer))
  const [from, to] = options.times ?? [0, 24]
  const nonce = 'nonce' in options ? options.nonce : world.nonce
  return createOcspResponse({
    signer,
    responderCertificate,
    producedAt: hours(world, from),
    thisUpdate: hours(world, from),
    nextUpdate: hours(world, to),
    responses: certIds.map((certId) => ({ certId, ...of })),
    ...(nonce ? { nonce } : {}),
  })
}

/** The question that the answer is to. */
export const requestFor = (world: World, { certificate, issuer }: Holder): Uint8Array =>
  createOcspRequest({ certificate, issuer: issuer.certificate, nonce: world.nonce })

export interface ListOptions {
  readonly entries?: readonly CrlEntry[]
  readonly issuer?: Issuer
  readonly municipality?: MunicipalityName
  /** Hours from now. */
  readonly times?: readonly [thisUpdate: number, nextUpdate: number]
  /** What the distribution point says; default both, as cards and phones share a list. */
  readonly point?: 'both' | 'uri' | 'name' | 'none'
}

/** The list of the holder's municipality. */
export async function listFor(
  world: World,
  holder: Pick<Holder, 'issuer'>,
  options: ListOptions = {},
): Promise<Uint8Array> {
  const { issuer = holder.issuer, municipality = shibuya, entries = [], point = 'both' } = options
  const [from, to] = options.times ?? [-12, 36]
  const directoryName = crlDistributionPointName(issuer.certificate, municipality)
  const uri = locations.crl.replace(shibuya.code, municipality.code)
  return createCrl({
    issuer: issuer.certificate,
    signer: issuer.signer,
    number: 20_261_125,
    thisUpdate: hours(world, from),
    nextUpdate: hours(world, to),
    entries,
    ...(point === 'none'
      ? {}
      : {
          distributionPoint: {
            ...(point === 'uri' ? {} : { directoryName }),
            ...(point === 'name' ? {} : { uri }),
          },
        }),
  })
}

const attribute = (oid: string, value: Uint8Array): Uint8Array =>
  der.setOf(der.sequence(der.oid(oid), value))
const nameOf = (organization: string, commonName: string): Uint8Array =>
  der.sequence(
    attribute('2.5.4.6', der.printableString('JP')),
    attribute('2.5.4.10', der.utf8String(organization)),
    attribute('2.5.4.3', der.utf8String(commonName)),
  )
const stampCa = nameOf('TIME STAMP SANDBOX', 'Time-Stamp CA')
const issuerPlace = [0, 3] as const
const subjectPlace = [0, 5] as const

/** The root of time stamps: a root of the profile under another name. */
export async function stampRoot(world: World): Promise<Issuer> {
  const root = await world.ca('signing', 'stamps')
  const named = replaced(
    replaced(root.certificate.der, issuerPlace, stampCa),
    subjectPlace,
    stampCa,
  )
  const kept = parseCertificate(await resigned(named, root.signer.sign))
  const bytes = await withExtensions(kept, root.signer, (list) =>
    list.filter(({ critical, oid }) => critical || oid === '2.5.29.14'),
  )
  return { ...root, certificate: parseCertificate(bytes) }
}

export interface StampOptions {
  readonly at: Date
  /** Default: the root that is trusted. */
  readonly root?: Issuer
  /** Whether the purpose is critical and the only one. Default: as RFC 3161 wants it. */
  readonly purpose?: 'alone' | 'not-critical' | 'other'
}

/** Its certificate lasts from 2024 to 2027. */
async function stampAuthority(
  world: World,
  { root, purpose = 'alone' }: Omit<StampOptions, 'at'>,
): Promise<Holder> {
  const issuer = root ?? (await stampRoot(world))
  const parent = root ?? (await world.ca('signing', 'stamps'))
  const { signer } = await world.key('time-stamp authority', 'ES384')
  const bytes = await issueCertificate({
    profile: 'ocspResponder',
    issuer: parent,
    publicKey: signer.publicKey,
    serialNumber: drawSerial(world.draw, `time-stamp authority ${purpose}`, 8),
    validity: {
      notBefore: instant('2024-11-01T00:00:00Z'),
      notAfter: instant('2027-11-01T00:00:00Z'),
    },
    commonName: 'Time-Stamp Authority',
  })
  const renamed = replaced(
    replaced(bytes, issuerPlace, issuer.certificate.subject.der),
    subjectPlace,
    nameOf('TIME STAMP SANDBOX', 'Time-Stamp Authority'),
  )
  const value = der.sequence(
    der.oid(purpose === 'other' ? oids.emailProtection : oids.timeStamping),
  )
  const certificate = await withExtensions(parseCertificate(renamed), issuer.signer, (list) =>
    changing(oids.extendedKeyUsage, { critical: purpose !== 'not-critical', value })(
      list.filter(({ oid }) => oid !== oids.ocspNoCheck && oid !== oids.authorityKeyIdentifier),
    ),
  )
  return { issuer, signer, certificate: parseCertificate(certificate) }
}

/** A TimeStampToken over the octets. */
export async function stampOver(
  world: World,
  octets: Uint8Array,
  options: StampOptions,
): Promise<Uint8Array> {
  const { signer, certificate } = await stampAuthority(world, options)
  const request = createTimeStampRequest(imprintOf(octets))
  const serial = hex.decode(drawSerial(world.draw, `stamp ${hex.encode(octets)}`.slice(0, 200), 8))
  const authority = {
    signer,
    certificate,
    policy: `${oids.unknown}.3`,
    serialNumber: () => concat([serial]),
  }
  return readTimeStampResponse(await answerTimeStampQuery(request, authority, options.at))
}
