/**
 * Keeps one build of the page whole, so that the app opens without a network: its files and the addresses of the parties
 * (`/config.json`), nothing else. No answer of an interface is ever kept.
 */
import { routeOf } from './routes.ts'
import { type WorkerScope, windowsOf } from './scope.ts'

/** As packages/ui/service-worker-build.ts lists it. */
export interface Build {
  readonly version: string
  readonly files: readonly { readonly path: string; readonly integrity: string }[]
}

const pageCache = 'kazashi-page-'
const configCache = 'kazashi-config'
const config = '/config.json'
/** Milliseconds: on a poor line the kept page is shown after this time. */
const patience = 4_000

type Pages = Pick<WorkerScope, 'caches' | 'clients' | 'fetch' | 'location'>

/** All files or none: the browser compares each with its digest. @throws {TypeError} one is missing or another build's */
export async function keepBuild({ caches }: Pages, { version, files }: Build): Promise<void> {
  const name = pageCache + version
  const cache = await caches.open(name)
  const requests = files.map(
    ({ path, integrity }) => new Request(path, { integrity, cache: 'no-cache' }),
  )
  try {
    await cache.addAll(requests)
    // The page asked for it before a worker was there to keep the answer.
    await (await caches.open(configCache)).add(config)
  } catch (failure) {
    await caches.delete(name)
    throw failure
  }
}

/** Older builds go, unless another window may still need its own; the next build takes them along then. */
export async function dropOlderBuilds(scope: Pages, { version }: Build): Promise<void> {
  if ((await windowsOf(scope)).length > 1) return
  for (const name of await scope.caches.keys()) {
    if (name.startsWith(pageCache) && name !== pageCache + version) await scope.caches.delete(name)
  }
}

const tooLong = (milliseconds: number) =>
  new Promise<undefined>((resolve) => setTimeout(resolve, milliseconds, undefined))

/** From the network, or `kept` where there is none, it takes too long, or a proxy says that nobody is there. */
async function freshOr(
  network: Promise<Response>,
  kept: () => Promise<Response | undefined>,
): Promise<Response> {
  const soon = await Promise.race([network.catch(() => undefined), tooLong(patience)])
  if (soon !== undefined && soon.status < 500) return soon
  return (await kept()) ?? (await network)
}

/** @returns undefined: not for the worker to answer */
export function answerTo(
  scope: Pages,
  build: Build,
  request: Request,
): Promise<Response> | undefined {
  const { caches, location } = scope
  const asked = {
    method: request.method,
    url: request.url,
    navigating: request.mode === 'navigate',
  }
  const files = new Set(build.files.map(({ path }) => path))
  const ofBuild = async (path: string) => (await caches.open(pageCache + build.version)).match(path)
  const fresh = () => scope.fetch(request)
  switch (routeOf(asked, { origin: location.origin, files })) {
    case 'page':
      return freshOr(fresh(), () => ofBuild('/index.html'))
    case 'asset':
      return caches.match(request, { ignoreVary: true }).then((kept) => kept ?? fresh())
    case 'file':
      return ofBuild(new URL(request.url).pathname).then((kept) => kept ?? fresh())
    case 'config': {
      const network = fresh().then(async (answer) => {
        if (answer.ok) await (await caches.open(configCache)).put(config, answer.clone())
        return answer
      })
      return freshOr(network, async () => (await caches.open(configCache)).match(config))
    }
    case 'leave':
      return undefined
  }
}
