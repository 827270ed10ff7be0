/** The status of every certificate in memory, two bits each, loaded at start and kept in step with what is committed. */
import { type CertificateState, StatusTable } from '@kazashi/pki'
import { allStatuses } from '../database/certificates.ts'
import type { Database } from '../database/connection.ts'
import type { CertificateStatus, SeriesName } from '../database/tables.ts'

/** A certificate that is only signed is as good as never issued to those who ask. */
const told: Readonly<Record<CertificateStatus, CertificateState>> = {
  signed: 'never-issued',
  good: 'good',
  hold: 'hold',
  revoked: 'revoked',
}

export class Statuses {
  readonly #tables: Readonly<Record<SeriesName, StatusTable>> = {
    'card-signing': new StatusTable(),
    'card-authentication': new StatusTable(),
    'phone-signing': new StatusTable(),
    'phone-authentication': new StatusTable(),
  }

  static async load(db: Database): Promise<Statuses> {
    const statuses = new Statuses()
    for await (const { series, index, status } of allStatuses(db)) {
      statuses.set(series, index, status)
    }
    return statuses
  }

  get(series: SeriesName, index: number): CertificateState {
    const table = this.#tables[series]
    return index < table.length ? table.get(index) : 'never-issued'
  }

  set(series: SeriesName, index: number, status: CertificateStatus): void {
    if (status === 'signed' && index >= this.#tables[series].length) return
    this.#tables[series].set(index, told[status])
  }
}
