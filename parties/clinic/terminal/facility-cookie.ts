/** Which facility a browser is: by its cookie, which the first page that is opened brings. */
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../facility/connection.ts'
import { type Facility, facilityBy, openFacility } from '../facility/facilities.ts'
import { cookieOptions } from './cookies.ts'
import { VisitProblem } from './problems.ts'

const name = '__Host-facility'

export interface FacilityNeeds {
  readonly db: Database
  readonly machineNow: () => Date
}

/** @throws {VisitProblem} FACILITY_UNKNOWN */
export async function facilityOfBrowser(
  { db, machineNow }: FacilityNeeds,
  { cookies }: FastifyRequest,
): Promise<Facility> {
  const cookie = cookies[name]
  const found = cookie === undefined ? undefined : await facilityBy(db, cookie, machineNow())
  if (found === undefined) throw new VisitProblem('FACILITY_UNKNOWN')
  return found
}

/** The browser's facility, or a new one. */
export async function facilityFor(
  { db, machineNow }: FacilityNeeds,
  { cookies }: FastifyRequest,
  reply: FastifyReply,
): Promise<Facility> {
  const there = cookies[name]
  const found = there === undefined ? undefined : await facilityBy(db, there, machineNow())
  if (found !== undefined) return found
  const cookie = randomBytes(32).toString('base64url')
  const made = await openFacility(db, cookie, machineNow())
  reply.setCookie(name, cookie, cookieOptions)
  return made
}
