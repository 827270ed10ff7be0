/** Actions of officials on a card in the tests of the app: the hotline suspends it, the counter takes it back; and time goes by. */
import { localFetch } from '@kazashi/serve'
import { z } from 'zod'
import type { Card, Sandbox } from '../../../tools/running-app/sandbox.ts'

type Role = 'hotline' | 'counter'

async function ask(url: URL, method: string, token?: string, body?: object): Promise<unknown> {
  const answer = await localFetch(url, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': crypto.randomUUID(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  const text = await answer.text()
  return text === '' ? undefined : JSON.parse(text)
}

const clock = z.object({ now: z.string() })

export function officials(sandbox: Sandbox) {
  const at = (path: string) => new URL(path, sandbox.origin('authority'))
  const tokenOf = async (role: Role): Promise<string> => {
    const told = await ask(at('/sandbox/tokens'), 'GET')
    return z.record(z.string(), z.string()).parse(told)[role] ?? ''
  }
  const personOf = async ({ face: { name, birthDate } }: Card): Promise<string> => {
    const found = await ask(at('/hotline/people'), 'POST', await tokenOf('hotline'), {
      name,
      birthDate,
    })
    return z.array(z.object({ person: z.string() })).parse(found)[0]?.person ?? ''
  }
  return {
    /** 5-B1: the card itself was lost. */
    suspendCard: async (card: Card): Promise<void> => {
      const body = { person: await personOf(card), what: 'card', reason: 'lost' }
      await ask(at('/hotline/suspensions'), 'POST', await tokenOf('hotline'), body)
    },
    /** The card is given back: its certificates end. */
    takeBack: async (card: Card): Promise<void> => {
      const counter = await tokenOf('counter')
      const person = at(`/counter/people/${await personOf(card)}`)
      const shown = z.object({ card: z.object({ id: z.string() }) })
      const { id } = shown.parse(await ask(person, 'GET', counter)).card
      await ask(at(`/counter/cards/${id}/end`), 'POST', counter, { reason: 'returned' })
    },
    /** @param minutes from the sandbox's time on */
    wait: async (minutes: number): Promise<void> => {
      const { now } = clock.parse(await ask(at('/sandbox/clock'), 'GET'))
      const later = new Date(Date.parse(now) + minutes * 60_000).toISOString()
      await ask(at('/sandbox/clock'), 'PUT', undefined, { now: later })
    },
  }
}
