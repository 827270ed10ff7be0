/** Robot phones over HTTP, for programs: made with a person and a card, listed, put away, and asked to log in. Errors: problems.ts. */
import { randomInt } from 'node:crypto'
import { generateResident } from '@kazashi/card'
import { phonePlatforms } from '@kazashi/lifecycle'
import { localFetch, type Origins, type Party } from '@kazashi/serve'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type CardNeeds, noteOf } from './card-routes.ts'
import { issueCard } from './issue-card.ts'
import { drawResident } from './presets.ts'
import { BoxProblem } from './problems.ts'
import { Robot } from './robot.ts'

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
    /** waiting: it applied at night, and registers by itself when it is asked for something by day. */
    state: z.enum(['waiting', 'registered']),
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
const loginDone = z.strictObject({ state: z.literal('accepted'), returnUrl: z.url().optional() })

interface Kept {
  readonly robot: Robot
  readonly holder: string
  readonly cardId: string
}

/** The code of whatever refused: the phone, its card, the authority, the site. */
function refusal(cause: unknown): BoxProblem {
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  if (typeof code !== 'string') throw cause
  return new BoxProblem('PHONE_REFUSED', { members: { reason: code }, cause })
}

export function robotRoutes(
  app: Party,
  needs: CardNeeds & {
    readonly origins: Pick<Origins, 'authority'>
    /** Kept at once. */
    readonly limit: number
  },
): void {
  const { shelf, counter, origins, limit } = needs
  const robots = new Map<string, Kept | undefined>()
  const viewOf = ([name, kept]: readonly [string, Kept | undefined]) =>
    kept === undefined
      ? []
      : [
          {
            name,
            platform: kept.robot.platform,
            holder: kept.holder,
            cardId: kept.cardId,
            state: kept.robot.isRegistered ? ('registered' as const) : ('waiting' as const),
          },
        ]
  /** Programs say no origin: no page may have phones answered. */
  const onlyPrograms = async ({ headers }: FastifyRequest) => {
    if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined)
      throw new BoxProblem('NOT_FROM_DESK')
  }

  app.get('/phones', { schema: { response: { 200: z.array(robotView) } } }, async () =>
    [...robots].flatMap(viewOf),
  )

  app.post(
    '/phones',
    { preValidation: onlyPrograms, schema: { body: newRobot, response: { 201: robotView } } },
    async ({ body }, reply) => {
      const { name, platform = 'android', preset = 'adult', seed } = body
      if (robots.has(name)) throw new BoxProblem('PHONE_NAME_TAKEN')
      if (robots.size >= limit) throw new BoxProblem('PHONES_FULL')
      robots.set(name, undefined)
      const common = { id: undefined }
      try {
        const today = await counter.now()
        const wanted =
          seed === undefined
            ? drawResident(preset, today, randomInt, shelf.holds)
            : generateResident(seed, today)
        const release = shelf.reserve(common, wanted.myNumber)
        try {
          const { contents, ...issued } = await issueCard(counter, wanted, { signing: true })
          const note = { ...noteOf(issued), madeAt: new Date().toISOString() }
          const { id, slip, face } = await shelf.add(note, contents)
          const robot = await Robot.open(platform, {
            authority: origins.authority,
            fetch: localFetch,
            now: counter.now,
          })
          const save = (changed: typeof contents) => shelf.save(id, changed)
          await robot
            .apply({ slip, contents: await shelf.contents(id), save })
            .catch((cause: unknown) => {
              throw refusal(cause)
            })
          const kept = { robot, holder: face.name, cardId: id }
          robots.set(name, kept)
          const [view] = viewOf([name, kept])
          if (view === undefined) throw new BoxProblem('PHONE_UNKNOWN')
          return await reply.code(201).send(view)
        } finally {
          release()
        }
      } finally {
        if (robots.get(name) === undefined) robots.delete(name)
      }
    },
  )

  const find = (name: string): Kept => {
    const kept = robots.get(name)
    if (kept === undefined) throw new BoxProblem('PHONE_UNKNOWN')
    return kept
  }

  app.delete(
    '/phones/:name',
    { preValidation: onlyPrograms, schema: { params: named, response: { 204: z.null() } } },
    async ({ params: { name } }, reply) => {
      find(name)
      robots.delete(name)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/phones/:name/logins',
    {
      preValidation: onlyPrograms,
      schema: { params: named, body: loginOrder, response: { 200: loginDone } },
    },
    async ({ params: { name }, body: { request, code } }) => {
      const { robot } = find(name)
      try {
        const returnUrl = await robot.logIn(request, code)
        return { state: 'accepted' as const, ...(returnUrl !== undefined && { returnUrl }) }
      } catch (cause) {
        throw refusal(cause)
      }
    },
  )
}
