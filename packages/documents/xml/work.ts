/** The work of one call, counted: what costs more than `limits.work` ends with XML_WORK_LIMIT. */
import { DocumentError } from '../errors.ts'
import { limits } from './limits.ts'

export class Work {
  #left: number = limits.work
  /** @throws {DocumentError} XML_WORK_LIMIT */
  spend(cost: number): void {
    this.#left -= cost
    if (this.#left < 0) throw new DocumentError('XML_WORK_LIMIT', 'too much to canonicalise')
  }
}
