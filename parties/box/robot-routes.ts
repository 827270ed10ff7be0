/** Robot phones over HTTP, for programs: made with a person and a card, listed, put away, and asked to log in. Errors: problems.ts. */
import { phonePlatforms } from '@kazashi/lifecycle'
import type { Party } from '@kazashi/serve'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { BoxProblem } from './problems.ts'
import { type KeptRobot, type RobotNeeds, Robots } from './robots.ts'
import { seatOf } from './seat-routes.ts'

const robotName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const named = z.strictObject({ name: robotName })

const newRobot = z.strictObject({
  name: robotName.describe('by which it is asked for, also as login_hint'),
  platform: z.enum(phonePlatforms).optional().describe('default: android'),
  /** Those who can have a phone at all. */
  preset: z.enum(['adult', 'old', 'foreign-name', 'variant-kanji']).optional(),
  seed: z.int().min(0).max(9_999_999).optional().describe('always the same person'),
})

const robotView = z
  .strictObject({
    name: robotName,
    platform: z.enum(phonePlatforms),
    holder: z.string(),
    /** Its card, for the counter and the telephone. */
    cardId: z.uuid(),
    /** empty: no certificate is on it. suspended: reported lost. replaced: its person has another phone. */
    state: z.enum(['empty', 'registered', 'suspended', 'replaced']),
  })
  .meta({ id: 'RobotPhone' })

const loginOrder = z.strictObject({
  request: z.url().describe('address of the login request, as in the QR code'),
  code: z
    .string()
    .regex(/^[0-9]{2}$/)
    .optional()
    .describe('on the screen that is to be logged in; none: that browser is led back'),
})
const orders = { lose: 'phone-suspended', resume: 'resumes' } as const
const robotEvent = z.strictObject({
  event: z
    .enum(['lose', 'resume'])
    .describe('lose: reported lost by telephone (5-B1) · resume: found, and in use again (5-B3)'),
})
const replacement = z.strictObject({ name: robotName.describe('of the new phone') })

const heldTo = z.strictObject({ reader: z.uuid() })
const heldView = z.strictObject({
  pin: z
    .string()
    .nullable()
    .describe('what its owner enters at the reader; null: recognised by the phone'),
})

const loginDone = z.strictObject({ state: z.literal('accepted'), returnUrl: z.url().optional() })

/** The code of whatever refused: the phone, its card, the authority, the site. */
function refusal(cause: unknown): BoxProblem {
  if (cause instanceof BoxProblem) return cause
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  if (typeof code !== 'string') throw cause
  return new BoxProblem('PHONE_REFUSED', { members: { reason: code }, cause })
}

async function orRefusal<T>(task: Promise<T>): Promise<T> {
  try {
    return await task
  } catch (cause) {
    throw refusal(cause)
  }
}

const viewOf = ([name, { robot, holder, cardId, fate }]: readonly [string, KeptRobot]) => ({
  name,
  platform: robot.platform,
  holder,
  cardId,
  state: fate ?? (robot.isRegistered ? ('registered' as const) : ('empty' as const)),
})

export function robotRoutes(app: Party, needs: RobotNeeds): void {
  const robots = new Robots(needs)
  /** Programs say no origin: no page may have phones answered. */
  const onlyPrograms = async ({ headers }: FastifyRequest) => {
    if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined)
      throw new BoxProblem('NOT_FROM_DESK')
  }

  app.get('/phones', { schema: { response: { 200: z.array(robotView) } } }, async () =>
    (await robots.list()).map(viewOf),
  )

  app.post(
    '/phones',
    { preValidation: onlyPrograms, schema: { body: newRobot, response: { 201: robotView } } },
    async ({ body: { name, ...wish } }, reply) => {
      const made = await orRefusal(robots.make(name, wish))
      return reply.code(201).send(viewOf([name, made]))
    },
  )

  app.delete(
    '/phones/:name',
    { preValidation: onlyPrograms, schema: { params: named, response: { 204: z.null() } } },
    async ({ params: { name } }, reply) => {
      robots.remove(name)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/phones/:name/events',
    {
      preValidation: onlyPrograms,
      schema: { params: named, body: robotEvent, response: { 200: robotView } },
    },
    async ({ params: { name }, body: { event } }) =>
      viewOf([name, await orRefusal(robots.befalls(name, orders[event]))]),
  )

  app.post(
    '/phones/:name/replacement',
    {
      preValidation: onlyPrograms,
      schema: { params: named, body: replacement, response: { 201: robotView } },
    },
    async ({ params: { name }, body: { name: by } }, reply) => {
      const made = await orRefusal(robots.replace(name, by))
      return reply.code(201).send(viewOf([by, made]))
    },
  )

  app.post(
    '/phones/:name/logins',
    {
      preValidation: onlyPrograms,
      schema: { params: named, body: loginOrder, response: { 200: loginDone } },
    },
    async ({ params: { name }, body: { request, code } }) => {
      const { robot } = await orRefusal(robots.find(name))
      const returnUrl = await orRefusal(robot.logIn(request, code))
      return { state: 'accepted' as const, ...(returnUrl !== undefined && { returnUrl }) }
    },
  )

  const held = new Map<string, () => Promise<void>>()
  const takeAway = async (name: string) => {
    const remove = held.get(name)
    held.delete(name)
    await remove?.()
  }

  app.put(
    '/phones/:name/reader',
    {
      preValidation: onlyPrograms,
      schema: { params: named, body: heldTo, response: { 200: heldView } },
    },
    async (request) => {
      const { name } = request.params
      const reader = needs.readers.place({ seat: seatOf(needs, request) }, request.body.reader)
      const { robot } = await orRefusal(robots.find(name))
      const { transport, pin } = await orRefusal(robot.hold())
      await takeAway(name)
      held.set(name, await reader.hold(name, transport))
      return { pin: pin ?? null }
    },
  )

  app.delete(
    '/phones/:name/reader',
    { preValidation: onlyPrograms, schema: { params: named, response: { 204: z.null() } } },
    async ({ params: { name } }, reply) => {
      await takeAway(name)
      return reply.code(204).send(null)
    },
  )
}
