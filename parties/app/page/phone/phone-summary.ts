/**
 * The state of this phone, as far as a person needs to know it. Kept beside the phone's record, so that the first screen
 * shows it before the phone itself is opened; it has no secret in it.
 */
import type { ApplicationPurpose, CertificateKind, Validity } from '@kazashi/lifecycle'
import type { ApplicationView, Begun, NoticeView, PhoneStatus, Substitutions } from '@kazashi/phone'

export interface CertificateSummary {
  readonly kind: CertificateKind
  readonly notAfter: Date
  readonly validity: Validity
  readonly locked: boolean
  /** A finger or a face stands for its secret (1-A③). */
  readonly biometrics: boolean
  readonly suspended: boolean
}

/** The most important problem of a certificate in use; undefined: none, it is valid. */
export function troubleOf(
  one: Pick<CertificateSummary, 'suspended' | 'validity' | 'locked'>,
): 'suspended' | 'expired' | 'locked' | undefined {
  if (one.suspended) return 'suspended'
  if (one.validity === 'expired') return 'expired'
  return one.locked ? 'locked' : undefined
}

/** How many of the certificates in use are usable: good: all · partly · over: it has expired. Suspended is no longer in use. */
export function usabilityOf(
  certificates: readonly CertificateSummary[],
): 'good' | 'partly' | 'over' {
  const troubles = certificates.map(troubleOf)
  if (troubles.every((trouble) => trouble === undefined)) return 'good'
  return troubles.every((trouble) => trouble === 'expired') ? 'over' : 'partly'
}

/**
 * nothing: never used, or given back · unfinished: the card has signed, not handed in yet · ended: the phone's credential is over ·
 * over the others: an application under way
 */
export type PhoneCondition =
  | 'nothing'
  | 'unfinished'
  | 'waiting'
  | 'ready'
  | 'active'
  | 'suspended'
  | 'ended'

export interface PhoneSummary {
  readonly name: PhoneCondition
  readonly application: ApplicationView | undefined
  readonly purpose: ApplicationPurpose | undefined
  readonly certificates: readonly CertificateSummary[]
  /** Whose they are, as the signing certificate has it; undefined where that is not in use here. */
  readonly holder: string | undefined
  /** Characters in it that stand for others; left out by an older app. */
  readonly substituted?: Substitutions | undefined
  /** Kinds that ended while the other goes on. */
  readonly endedKinds: readonly { readonly kind: CertificateKind; readonly reason?: string }[]
  /** The last credential here, now over: the authority's reason, and since when (ISO 8601). */
  readonly ended: { readonly why: string; readonly at: string } | undefined
  /** Oldest first; `event` is a name of the lifecycle's table. */
  readonly history: readonly { readonly at: string; readonly event: string }[]
  /** An application that was begun and not handed in: since when (ISO 8601), and whether it can still go on. */
  readonly begun: Begun | undefined
  /** The authority has no record of this phone's credential: it cannot be used, and only starting over helps. */
  readonly unknown: boolean
  /** Signed and without an answer. */
  readonly request: 'revoke' | 'delete-other' | 'unblock' | undefined
}

/** 4-B: the credential is on the person's new phone now. */
export const hasMoved = ({ ended }: Pick<PhoneSummary, 'ended'>): boolean =>
  ended?.why === 'switch' || ended?.why === 'switched'

/** An application is under way: before 登録する it can be given up. */
export const mayWithdraw = ({ name }: Pick<PhoneSummary, 'name'>): boolean =>
  name === 'unfinished' || name === 'waiting' || name === 'ready'

/** 「続きからはじめる」 is there for what was begun. */
export const mayGoOn = ({ begun }: Pick<PhoneSummary, 'begun'>): boolean =>
  begun?.at !== undefined && !begun.tooOld

export const emptySummary: PhoneSummary = {
  name: 'nothing',
  application: undefined,
  purpose: undefined,
  certificates: [],
  holder: undefined,
  endedKinds: [],
  ended: undefined,
  history: [],
  begun: undefined,
  unknown: false,
  request: undefined,
}

function nameOf(status: PhoneStatus, notices: readonly NoticeView[]): PhoneCondition {
  const { stage, application, credential, ended } = status
  if (application !== undefined) {
    const told = notices.some(
      ({ kind, applicationId }) => kind === 'ready-to-register' && applicationId === application.id,
    )
    return application.state === 'issued' || told ? 'ready' : 'waiting'
  }
  if (stage === 'signed' || stage === 'secrets-set') return 'unfinished'
  if (credential !== undefined) return credential.suspended ? 'suspended' : 'active'
  return ended === undefined ? 'nothing' : 'ended'
}

/**
 * @param history of the credential, as the authority last told it
 * @param known whether the authority has a record of it, as far as it could be asked
 */
export function summaryOf(
  status: PhoneStatus,
  history: PhoneSummary['history'],
  notices: readonly NoticeView[],
  known = true,
): PhoneSummary {
  const { application, purpose, credential, ended, request } = status
  return {
    name: nameOf(status, notices),
    application,
    purpose,
    certificates: (credential?.certificates ?? []).map(
      ({ kind, notAfter, validity, locked, biometrics, suspended }) => ({
        kind,
        notAfter,
        validity,
        locked,
        biometrics,
        suspended,
      }),
    ),
    holder: credential?.holder,
    substituted: credential?.substituted,
    endedKinds: credential?.ended ?? [],
    ended: ended && { why: ended.why, at: ended.at },
    history,
    begun: status.begun,
    unknown: !known,
    request: request?.action,
  }
}
