import { originsFor } from '@kazashi/serve'
import { expect, test } from 'vitest'
import { codeOf } from '../tools/code-of.ts'
import { askForTokens, instructorHeaders, tokensIn } from './class-entry.ts'

const origins = originsFor('https://{party}.class.example.org')
const told = { counter: 'c', hotline: 'h', operator: 'o' }
const password = 'hiragana-52'

interface Call {
  readonly url: string
  readonly headers: Headers
  readonly body: string
}

/** A class whose door answers with `status`; 303: with a session. */
function aClass(status: number) {
  const calls: Call[] = []
  const fetch = async (url: string, { headers, body }: RequestInit = {}): Promise<Response> => {
    const call = { url, headers: new Headers(headers), body: String(body) }
    calls.push(call)
    if (url === `${origins.desk}/class`) {
      const cookie = '__Secure-kazashi-class=1.seal; Path=/; HttpOnly'
      return new Response(null, {
        status,
        ...(status === 303 && { headers: { 'set-cookie': cookie } }),
      })
    }
    const isKnown = call.headers.get('cookie') === '__Secure-kazashi-class=1.seal'
    return isKnown ? Response.json(told) : Response.json({ code: 'ROLE_REQUIRED' }, { status: 401 })
  }
  return { calls, fetch }
}

test('RFC 9110 §15.5.2 a program gives the class’s password at the door, and is told the tokens for the session', async () => {
  const { calls, fetch } = aClass(303)
  const answer = await askForTokens(origins, fetch, { KAZASHI_CLASS_PASSWORD: password })
  expect(tokensIn(await answer.json())).toEqual(told)
  expect(calls.map(({ url }) => url)).toEqual([
    `${origins.authority}/sandbox/tokens`,
    `${origins.desk}/class`,
    `${origins.authority}/sandbox/tokens`,
  ])
  expect(calls[1]?.body).toBe(`password=${password}`)
  expect(calls[1]?.headers.get('origin')).toBe(origins.desk)
})

test('RFC 9110 §15.5.2 a plain sandbox is not asked for a door, and one that tells no tokens is not taken for a class', async () => {
  const asked: string[] = []
  const answering = (answer: () => Response) => async (url: string) => {
    asked.push(url)
    return answer()
  }
  const open = await askForTokens(
    origins,
    answering(() => Response.json(told)),
    {},
  )
  expect(tokensIn(await open.json())).toEqual(told)
  const closed = await askForTokens(
    origins,
    answering(() => Response.json({ code: 'NOT_FOUND' }, { status: 404 })),
    {},
  )
  expect(tokensIn(await closed.json())).toBeUndefined()
  expect(asked).toHaveLength(2)
})

test('RFC 9110 §15.5.4 CLASS_PASSWORD_MISSING CLASS_PASSWORD_WRONG CLASS_TRIES_OVER CLASS_DOOR_SILENT each has its next step', async () => {
  const given = { KAZASHI_CLASS_PASSWORD: password }
  const refused = (status: number, environment: Record<string, string>) =>
    codeOf(askForTokens(origins, aClass(status).fetch, environment))
  expect(await refused(303, {})).toBe('CLASS_PASSWORD_MISSING')
  expect(await refused(303, { KAZASHI_CLASS_PASSWORD: '' })).toBe('CLASS_PASSWORD_MISSING')
  expect(await refused(403, given)).toBe('CLASS_PASSWORD_WRONG')
  expect(await refused(429, given)).toBe('CLASS_TRIES_OVER')
  expect(await refused(503, given)).toBe('CLASS_DOOR_SILENT')
  const { authority } = origins
  expect(await codeOf(askForTokens({ authority }, aClass(303).fetch, given))).toBe(
    'CLASS_DOOR_SILENT',
  )
})

test('RFC 6750 §2.1 the instructor’s token moves the clock from the environment alone', () => {
  expect(instructorHeaders({ KAZASHI_INSTRUCTOR_TOKEN: 't' })).toEqual({
    authorization: 'Bearer t',
  })
  expect(instructorHeaders({ KAZASHI_INSTRUCTOR_TOKEN: '' })).toEqual({})
  expect(instructorHeaders({})).toEqual({})
})
