/**
 * The guard of a class: pages lead to the door until the password was given, and the box, which has the secrets, and the places, where
 * whoever stands there may do what staff do, answer nobody else. The authority stays as it is in the world: what it gives, it gives for a signature or a token.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  commonProblems,
  documentOf,
  languageIn,
  type Origins,
  type PartyName,
} from '@kazashi/serve'
import { plainHeaders, stylesheet } from '../plain-page.ts'
import type { Door } from './door.ts'
import { doorPage } from './page.ts'
import { type ClassCode, ClassProblem, classProblems } from './problems.ts'

export interface Guard {
  /** @returns whether the request may go on; otherwise it was answered */
  letsIn(
    name: PartyName | 'repository',
    request: IncomingMessage,
    response: ServerResponse,
  ): boolean
  letsConnect(name: PartyName | 'repository', request: IncomingMessage): boolean
}

/** Bytes of a form with a password. */
const formLimit = 4096

const problemPath = /^\/problems\/(\w+)$/

const isClassCode = (code: string): code is ClassCode => Object.hasOwn(classProblems, code)

function sendPage(response: ServerResponse, code?: ClassCode): void {
  response.writeHead(code === undefined ? 200 : classProblems[code].status, {
    ...plainHeaders("form-action 'self'; "),
    // Without any a form is sent with `Origin: null` (Fetch §3.1), and could not be told from a stranger's.
    'referrer-policy': 'same-origin',
    'x-sandbox': 'true',
  })
  response.end(doorPage(code))
}

async function passwordIn(request: IncomingMessage): Promise<string> {
  let form = ''
  for await (const part of request.setEncoding('utf8')) {
    form += String(part)
    if (form.length > formLimit) return ''
  }
  return new URLSearchParams(form).get('password') ?? ''
}

/** A person opens a page, in a window or a frame; not a script, a picture or a call. */
function opensPage({ method, headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  const mode = headers['sec-fetch-mode']
  return mode === undefined ? (headers.accept ?? '').includes('text/html') : mode === 'navigate'
}

/** Called by their own pages alone. The gate and the portal are called by servers and signed answers, too. */
const places: ReadonlySet<PartyName | 'repository'> = new Set([
  'bank',
  'cashless',
  'clinic',
  'kiosk',
  'mobile',
])

/** @param onWrong somebody gave another password: at most the door's tries of a minute, so that a log is not flooded */
export function createGuard(origins: Origins, door: Door, onWrong: () => void): Guard {
  const callers: readonly (string | undefined)[] = [origins.desk, origins.app]
  const knows = ({ headers }: IncomingMessage) => door.knows(headers.cookie)
  const refuse = (
    code: ClassCode | 'ORIGIN_REFUSED',
    { headers }: IncomingMessage,
    response: ServerResponse,
  ) => {
    const language = languageIn(headers['accept-language'])
    const entry = code === 'ORIGIN_REFUSED' ? commonProblems[code] : classProblems[code]
    response.writeHead(entry.status, {
      'content-type': 'application/problem+json',
      'content-language': language,
      ...(callers.includes(headers.origin) && {
        'access-control-allow-origin': headers.origin,
        'access-control-allow-credentials': 'true',
        vary: 'origin',
      }),
    })
    // The desk explains it: the door is there, and lets everybody ask.
    response.end(JSON.stringify(documentOf(code, entry, { origin: origins.desk, language })))
  }
  /** As each party does for its own codes (`/problems/CODE`). */
  const explain = (code: string | undefined, response: ServerResponse): boolean => {
    if (code === undefined || !isClassCode(code)) return false
    const { status, title, next } = classProblems[code]
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify({ code, status, title, next }))
    return true
  }
  const enter = async (request: IncomingMessage, response: ServerResponse) => {
    const password = await passwordIn(request)
    try {
      const cookie = door.enter(password)
      response.writeHead(303, { location: `${origins.desk}/`, 'set-cookie': cookie }).end()
    } catch (error) {
      if (!(error instanceof ClassProblem)) throw error
      if (error.code === 'CLASS_PASSWORD_WRONG') onWrong()
      sendPage(response, error.code)
    }
  }
  const atDoor = (request: IncomingMessage, response: ServerResponse): boolean => {
    const path = request.url?.split('?', 1)[0] ?? ''
    if (explain(problemPath.exec(path)?.[1], response)) return true
    if (path === '/class.css') {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(stylesheet)
      return true
    }
    if (path !== '/class') return false
    if (request.method !== 'POST') sendPage(response)
    else if (request.headers.origin !== origins.desk) refuse('ORIGIN_REFUSED', request, response)
    else enter(request, response).catch(() => response.destroy())
    return true
  }
  return {
    letsIn(name, request, response) {
      if (name === 'authority' || name === 'repository') return true
      if (name === 'desk' && atDoor(request, response)) return false
      const isPreflight = request.method === 'OPTIONS'
      if (name === 'box' && !isPreflight) {
        if (!knows(request)) refuse('CLASS_SESSION_MISSING', request, response)
        else if (!callers.includes(request.headers.origin))
          refuse('ORIGIN_REFUSED', request, response)
        else return true
        return false
      }
      if (knows(request) || problemPath.test(request.url ?? '')) return true
      if (!opensPage(request)) {
        if (!places.has(name) || isPreflight) return true
        refuse('CLASS_SESSION_MISSING', request, response)
        return false
      }
      response
        .writeHead(303, { location: `${origins.desk}/class`, 'cache-control': 'no-store' })
        .end()
      return false
    },
    letsConnect: (name, request) =>
      name !== 'box' || (knows(request) && callers.includes(request.headers.origin)),
  }
}
