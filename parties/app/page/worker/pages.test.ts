import { expect, test } from 'vitest'
import { answerTo, type Build, dropOlderBuilds, keepBuild } from './pages.ts'

const origin = 'http://app.kazashi.localhost:8080'
const build: Build = {
  version: 'b',
  // Whole addresses: Node has no page that paths would be relative to.
  files: ['/index.html', '/assets/a-2.js'].map((path) => ({ path: origin + path, integrity: '' })),
}
type Answers = Readonly<Record<string, string | number>>

/** The part of a browser's caches and network that the worker sees. */
function browser(answers: Answers, windows = 1) {
  const kept = new Map<string, Map<string, Response>>()
  const asked: string[] = []
  const online = { now: true }
  const pathOf = (request: Request | string) =>
    new URL(typeof request === 'string' ? request : request.url, origin).pathname
  const fetch = async (request: Request | string) => {
    const path = pathOf(request)
    asked.push(path)
    const answer = answers[path]
    if (!online.now || answer === undefined) throw new TypeError('Failed to fetch')
    if (typeof answer === 'number') return new Response(null, { status: answer })
    return new Response(answer)
  }
  const cacheOf = (name: string) => {
    const entries = kept.get(name) ?? new Map<string, Response>()
    kept.set(name, entries)
    const add = async (request: Request | string) => {
      const answer = await fetch(request)
      if (!answer.ok) throw new TypeError('bad response')
      entries.set(pathOf(request), answer)
    }
    return {
      add,
      addAll: async (requests: Request[]) => void (await Promise.all(requests.map(add))),
      put: async (path: string, answer: Response) => void entries.set(path, answer),
      match: async (path: string) => entries.get(pathOf(path))?.clone(),
    }
  }
  const caches = {
    open: async (name: string) => cacheOf(name),
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (request: Request) =>
      [...kept.values()].map((one) => one.get(pathOf(request))?.clone()).find(Boolean),
  }
  const clients = { matchAll: async () => Array.from({ length: windows }) }
  // Stands for the browser: only the parts that the worker uses.
  const scope = { caches, clients, fetch, location: { origin } } as unknown as Parameters<
    typeof keepBuild
  >[0]
  const text = async (path: string, mode: RequestMode = 'cors') => {
    const request = new Request(origin + path)
    Object.defineProperty(request, 'mode', { value: mode })
    return (await answerTo(scope, build, request))?.text()
  }
  return { scope, kept, asked, online, text }
}

const all: Answers = {
  '/index.html': 'page',
  '/assets/a-2.js': 'script',
  '/config.json': '{"origins":{}}',
}

test('2-B the kept files open the app without a network, at any address of its own', async () => {
  const { scope, online, text } = browser({ ...all, '/': 'fresh' })
  await keepBuild(scope, build)
  expect(await text('/', 'navigate')).toBe('fresh')
  online.now = false
  expect(await text('/', 'navigate')).toBe('page')
  expect(await text('/login?request=x', 'navigate')).toBe('page')
  expect(await text('/assets/a-2.js')).toBe('script')
  expect(await text('/config.json')).toBe('{"origins":{}}')
})

test('2-B a build is kept whole or not at all', async () => {
  const { scope, kept } = browser({ ...all, '/assets/a-2.js': 404 })
  await expect(keepBuild(scope, build)).rejects.toThrow(TypeError)
  expect([...kept.keys()]).toEqual([])
})

test('2-B where only a proxy answers the kept page opens, but a refusal by the server stays a refusal', async () => {
  const { scope, text } = browser({ ...all, '/': 502, '/config.json': '{}' })
  await keepBuild(scope, build)
  expect(await text('/', 'navigate')).toBe('page')
  const refused = browser({ ...all, '/': 403 })
  await keepBuild(refused.scope, build)
  expect(await refused.text('/', 'navigate')).toBe('')
})

test('2-B a file of this build is not fetched again, and other files are left alone', async () => {
  const { scope, asked, text } = browser(all)
  await keepBuild(scope, build)
  const before = asked.length
  expect(await text('/assets/a-2.js')).toBe('script')
  expect(await text('/anything')).toBeUndefined()
  expect(asked).toHaveLength(before)
})

test('2-B older builds go when a newer one takes over, unless another window may still need its own', async () => {
  for (const [windows, left] of [
    [1, ['kazashi-page-b', 'kazashi-config']],
    [2, ['kazashi-page-a', 'kazashi-page-b', 'kazashi-config']],
  ] as const) {
    const { scope, kept } = browser(all, windows)
    kept.set('kazashi-page-a', new Map())
    await keepBuild(scope, build)
    await dropOlderBuilds(scope, build)
    expect([...kept.keys()]).toEqual(left)
  }
})
