/** A database that cannot be reached is told as what it is: nothing is lost, and one tries again later. */
import { PortalProblem } from '../problems.ts'

/** Of Node's sockets, and SQLSTATE classes 08 (connection), 53 (resources) and 57 (operator), PostgreSQL 17 Appendix A. */
const away = /^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|08|53|57)/
/** What the driver says without a code. */
const cut = /connection terminated|timeout exceeded when trying to connect/i

const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code: unknown = Reflect.get(error, 'code')
  return (typeof code === 'string' && away.test(code)) || cut.test(error.message)
}

/** @throws {PortalProblem} RECORDS_UNAVAILABLE; any other error of `task` */
export async function reached<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (cause) {
    if (isAway(cause)) throw new PortalProblem('RECORDS_UNAVAILABLE', { cause })
    throw cause
  }
}
