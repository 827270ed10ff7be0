/**
 * The one way a certificate's status changes: the row, its CRL shard and, once committed, the tables in memory. Other processes
 * hear of it from the database itself, by its trigger `certificate_status_changes` (`statusTrigger`).
 */
import type { CertificateStatus } from '@kazashi/lifecycle'
import type { RevocationReason } from '@kazashi/pki'
import type { CertificateRecord } from '../database/certificates.ts'
import { writeStatus } from '../database/certificates.ts'
import { touchShard } from '../database/crl-shards.ts'
import type { Unit } from '../database/transaction.ts'
import type { Statuses } from './statuses.ts'

export type StatusChange =
  | { readonly status: 'good'; readonly reason: null }
  | { readonly status: 'hold'; readonly reason: 'certificateHold' }
  | { readonly status: 'revoked'; readonly reason: RevocationReason }

/** @returns false: nothing changed, it has that status already or is revoked */
export async function changeStatus(
  unit: Unit,
  statuses: Statuses,
  certificate: CertificateRecord,
  to: StatusChange,
): Promise<boolean> {
  const change = await writeStatus(unit, certificate, to)
  if (change === undefined) return false
  const listed: readonly CertificateStatus[] = ['hold', 'revoked']
  if (listed.includes(to.status) || listed.includes(certificate.status)) {
    await touchShard(unit.trx, certificate)
  }
  const { series, index } = certificate
  unit.afterCommit(() => statuses.set({ series, index, status: to.status, change }))
  unit.beforeAnswer(statuses.heardByAll)
  return true
}
