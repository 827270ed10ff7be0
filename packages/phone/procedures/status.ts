/** What the phone has and how far a procedure has come: what a screen shows first, and where it goes on. */
import { parseCertificate } from '@kazashi/pki'
import type { ApplicationView, CertificateKind } from '../authority-port.ts'
import { certificateKinds, type Phone } from '../phone.ts'

export type Stage =
  | 'empty'
  | 'draft' // 申請する was pressed, the card not yet read
  | 'signed' // the card has signed, 2-D has not set all secrets
  | 'secrets-set' // to be handed in, or handed in without an answer yet
  | 'applied' // 申請完了, waiting for the notice or for 登録する
  | 'registered'

export interface CertificateStatus {
  readonly kind: CertificateKind
  /** Lower-case hex. */
  readonly serialNumber: string
  readonly notAfter: Date
  readonly triesLeft: number
}

export interface PhoneStatus {
  /** Of the application under way, else of the credential. */
  readonly stage: Stage
  readonly application: ApplicationView | undefined
  readonly credential:
    | {
        readonly id: string
        readonly registeredAt: string
        readonly certificates: readonly CertificateStatus[]
      }
    | undefined
}

function stageOf({ record }: Phone): Stage {
  const { application, pending, credential } = record
  if (application === undefined) return credential === undefined ? 'empty' : 'registered'
  if (application.stage !== 'signed') return application.stage
  const set = certificateKinds.every((kind) => pending[kind] === undefined || pending[kind].secret)
  return set ? 'secrets-set' : 'signed'
}

export function status(phone: Phone): PhoneStatus {
  const { application, credential, installed } = phone.record
  const certificates = certificateKinds.flatMap((kind): CertificateStatus[] => {
    const key = installed[kind]
    if (key?.certificate === undefined || key.secret === undefined) return []
    const { serialNumber, validity } = parseCertificate(key.certificate)
    return [{ kind, serialNumber, notAfter: validity.notAfter, triesLeft: key.secret.triesLeft }]
  })
  return {
    stage: stageOf(phone),
    application: application?.stage === 'applied' ? application.view : undefined,
    credential: credential && {
      id: credential.id,
      registeredAt: credential.registeredAt,
      certificates,
    },
  }
}
