/** The attributes of an iPhone follow its credential: in use with it, suspended with it, ended with it. */
import {
  type CertificateKind,
  type CredentialReason,
  type CredentialState,
  credentialIsOver,
} from '@kazashi/lifecycle'
import { writeAttributeStatus } from '../database/attribute-documents.ts'
import type { CredentialRecord } from '../database/credentials.ts'
import type { Unit } from '../database/transaction.ts'

export interface CredentialChange {
  /** The new one. */
  readonly state: CredentialState
  readonly reason?: CredentialReason | null
  /** The kinds revoked, where the credential goes on without them. */
  readonly revoked?: readonly CertificateKind[]
}

/**
 * Called wherever a credential changes; on an Android phone there is nothing to do. They end with the signing certificate
 * too: it states the same facts about the person, and a move or a new name ends it (5-A4).
 */
export async function attributesFollow(
  unit: Unit,
  credential: Pick<CredentialRecord, 'person' | 'id'>,
  { state, reason, revoked = [] }: CredentialChange,
): Promise<void> {
  if (credentialIsOver(state) || revoked.includes('signing')) {
    const why = reason ?? 'revoked'
    await writeAttributeStatus(unit, credential, { status: 'revoked', reason: why })
  } else if (state === 'suspended') {
    await writeAttributeStatus(unit, credential, { status: 'hold', reason: reason ?? 'lost' })
  } else if (state === 'active') {
    await writeAttributeStatus(unit, credential, { status: 'good', reason: null })
  }
}
