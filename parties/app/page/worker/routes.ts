/** The requests of the page that the worker answers, and the way it does. All others go to the network. */

/**
 * page: from the network, kept page without one · asset: kept for ever under its name · file: kept with the build ·
 * config: from the network, the last answer without one · leave: not touched
 */
export type Route = 'page' | 'asset' | 'file' | 'config' | 'leave'

export interface Asked {
  readonly method: string
  readonly url: string
  /** The request is for a document. */
  readonly navigating: boolean
}

export interface Known {
  readonly origin: string
  /** Paths of this build. */
  readonly files: ReadonlySet<string>
}

/** The server has no page at such paths either (packages/serve/pages.ts). */
const isFile = (path: string): boolean => /\.[a-z0-9]+$/i.test(path)

export function routeOf({ method, url, navigating }: Asked, { origin, files }: Known): Route {
  const { origin: asked, pathname } = new URL(url)
  if (asked !== origin || method !== 'GET') return 'leave'
  if (pathname === '/config.json') return 'config'
  if (navigating) return isFile(pathname) ? 'leave' : 'page'
  // An older page that is still open asks for the files of its own build.
  if (pathname.startsWith('/assets/')) return 'asset'
  return files.has(pathname) ? 'file' : 'leave'
}
