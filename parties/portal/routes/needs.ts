/** What the routes of a person logged in have in common: who it is, and what is kept. */
import type { Trust } from '@kazashi/login'
import type { Party } from '@kazashi/serve'
import type { Visitor, Visitors } from '@kazashi/site'
import type { FastifyReply } from 'fastify'
import type { Applications } from '../database/applications.ts'
import type { Attachments } from '../database/attachments.ts'
import type { Events } from '../database/events.ts'

export interface PersonNeeds {
  readonly app: Party
  readonly visitors: Visitors
  readonly trust: Trust
  readonly applications: Applications
  readonly attachments: Attachments
  readonly events: Events
}

interface Asking {
  readonly cookies: Readonly<Record<string, string | undefined>>
}

/** Nothing of a person is kept by a browser. @throws {SiteProblem} NOT_LOGGED_IN, SESSION_ENDED {reason} */
export async function visitorOf(
  { visitors }: Pick<PersonNeeds, 'visitors'>,
  { cookies }: Asking,
  reply: FastifyReply,
): Promise<Visitor> {
  reply.header('cache-control', 'no-store')
  return (await visitors.of(cookies)).holder
}
