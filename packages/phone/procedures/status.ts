/** Contents of the phone and progress of a procedure: for the first screen, and for the place to go on. */
import {
  type ApplicationPurpose,
  type CertificateKind,
  certificateKinds,
  type Validity,
  validityAt,
} from '@kazashi/lifecycle'
import { type CertificateAttributes, parseCertificate, readAttributes } from '@kazashi/pki'
import type { ApplicationView } from '../authority-port.ts'
import { biometricState } from '../biometrics.ts'
import type { Phone } from '../phone.ts'
import { parseStatement } from '../statement.ts'
import type { EndedRecord, RequestRecord } from '../store.ts'
import { type WalletState, walletState } from '../wallet.ts'

export type Stage =
  | 'empty'
  | 'draft' // 申請する was pressed, or the face check passed: the card not yet read
  | 'signed' // the card has signed, 2-D has not set all secrets
  | 'secrets-set' // to be handed in, or handed in without an answer yet
  | 'applied' // 申請完了, waiting for the notice or for 登録する
  | 'registered'

export interface CertificateStatus {
  readonly kind: CertificateKind
  /** Lower-case hex. */
  readonly serialNumber: string
  readonly notAfter: Date
  /** By the phone's clock. */
  readonly validity: Validity
  readonly triesLeft: number
  /** Its secret is locked: with the card at hand it can be set anew. */
  readonly locked: boolean
  /** A finger or a face stands for its secret (1-A③). */
  readonly biometrics: boolean
  /** Suspended, as the authority last said (5-B1), and why. */
  readonly suspended: boolean
  readonly reason?: string
}

/** Characters of the register that a certificate cannot write, and those in their place (1.2.392.200149.8.5.5.2 and .6). */
export interface Substitutions {
  /** Characters of the name that stand for others, in its order. */
  readonly name: readonly string[]
  /** Whether the address has such characters, too. */
  readonly address: boolean
}

export interface CredentialStatus {
  readonly id: string
  readonly registeredAt: string
  /** As the authority last said, and why. */
  readonly suspended: boolean
  readonly reason?: string
  /** Whose it is, as the signing certificate has it; undefined: only that for user authentication is here, which names nobody. */
  readonly holder: string | undefined
  /** undefined: nothing in it was substituted, or `holder` is. */
  readonly substituted: Substitutions | undefined
  /** When the last certificate here expires; undefined: none is here. */
  readonly until: Date | undefined
  /** When it said so, ISO 8601; undefined: not asked yet. */
  readonly askedAt: string | undefined
  /** Kinds that are here and in use. */
  readonly certificates: readonly CertificateStatus[]
  /** Kinds that ended while the other goes on, and why. */
  readonly ended: readonly { readonly kind: CertificateKind; readonly reason?: string }[]
}

/** An application that was begun and is not handed in. */
export interface Begun {
  readonly purpose: ApplicationPurpose
  /** ISO 8601, by this phone's clock; undefined: kept by an older app. */
  readonly at: string | undefined
  /** Too old, it is refused: only beginning anew helps. */
  readonly tooOld: boolean
}

export interface PhoneStatus {
  /** Of the application under way, else of the credential. */
  readonly stage: Stage
  readonly application: ApplicationView | undefined
  /** Of the application under way, from the card's signature on. */
  readonly purpose: ApplicationPurpose | undefined
  readonly begun: Begun | undefined
  readonly credential: CredentialStatus | undefined
  readonly wallet: WalletState
  /** Signed and without an answer: `continueRequest`, or for 'unblock' `resetSecrets`. */
  readonly request: Pick<RequestRecord, 'action' | 'kinds' | 'sent'> | undefined
  /** The last credential here, once it is over. */
  readonly ended: EndedRecord | undefined
}

function stageOf({ record }: Phone): Stage {
  const { application, pending, credential } = record
  if (application === undefined) return credential === undefined ? 'empty' : 'registered'
  if (application.stage === 'iphone-draft') return 'draft'
  if (application.stage !== 'signed') return application.stage
  const set = certificateKinds.every((kind) => pending[kind] === undefined || pending[kind].secret)
  return set ? 'secrets-set' : 'signed'
}

function begun({ record: { application }, authorityTime, now }: Phone): Begun | undefined {
  if (application === undefined || application.stage === 'applied') return undefined
  const { nonceExpiresAt } = application
  // An answer may have been lost: it is sent again, however old.
  const answered = application.stage !== 'signed' || !application.sent
  const over = nonceExpiresAt !== undefined && now() >= new Date(nonceExpiresAt)
  const tooOld = answered && over
  if (application.stage === 'signed') {
    return { purpose: application.purpose, at: application.begunAt, tooOld }
  }
  const { statement } = application
  const { purpose, time } = statement instanceof Uint8Array ? parseStatement(statement) : statement
  return { purpose, at: authorityTime.toOwn(new Date(time)).toISOString(), tooOld }
}

function certificateStatus(phone: Phone, kind: CertificateKind): CertificateStatus[] {
  const { installed, credential } = phone.record
  const key = installed[kind]
  if (key?.certificate === undefined || key.secret === undefined) return []
  const { serialNumber, validity } = parseCertificate(key.certificate)
  const { triesLeft } = key.secret
  const { notAfter } = validity
  const told = credential?.told?.view.certificates.find((one) => one.kind === kind)
  const reason = told?.reason
  return [
    {
      kind,
      serialNumber,
      notAfter,
      triesLeft,
      locked: triesLeft === 0,
      validity: validityAt(notAfter, phone.now()),
      biometrics: kind === 'authentication' && biometricState(phone.record) === 'on',
      suspended: told?.status === 'hold',
      ...(reason !== undefined && { reason }),
    },
  ]
}

function substitutionsOf(holder: CertificateAttributes): Substitutions | undefined {
  const name = [...holder.name].filter((_, index) => holder.nameFlags[index] === '1')
  const address = holder.addressFlags.includes('1')
  return name.length > 0 || address ? { name, address } : undefined
}

function holderOf({ record }: Phone): Pick<CredentialStatus, 'holder' | 'substituted'> {
  const signing = record.installed.signing?.certificate
  const holder = signing && readAttributes(parseCertificate(signing))
  return { holder: holder?.name, substituted: holder && substitutionsOf(holder) }
}

function credentialStatus(phone: Phone): CredentialStatus | undefined {
  const { credential } = phone.record
  if (credential === undefined) return undefined
  const { id, registeredAt, told } = credential
  const certificates = certificateKinds.flatMap((kind) => certificateStatus(phone, kind))
  const ends = certificates.map(({ notAfter }) => notAfter.getTime())
  const reason = told?.view.reason
  const over = told?.view.certificates.filter(({ status }) => status === 'revoked') ?? []
  return {
    id,
    registeredAt,
    askedAt: told?.at,
    ...holderOf(phone),
    certificates,
    suspended: told?.view.state === 'suspended',
    ...(reason !== undefined && { reason }),
    until: ends.length === 0 ? undefined : new Date(Math.max(...ends)),
    ended: over.map(({ kind, reason }) => ({ kind, ...(reason !== undefined && { reason }) })),
  }
}

export function status(phone: Phone): PhoneStatus {
  const { application, request, ended } = phone.record
  const signed = application?.stage === 'applied' || application?.stage === 'signed'
  return {
    stage: stageOf(phone),
    application: application?.stage === 'applied' ? application.view : undefined,
    purpose: signed ? application.purpose : undefined,
    begun: begun(phone),
    credential: credentialStatus(phone),
    wallet: walletState(phone),
    request: request && { action: request.action, kinds: request.kinds, sent: request.sent },
    ended,
  }
}
