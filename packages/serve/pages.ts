/** A party's built pages: hashed assets for ever, everything else asked for anew, `/config.json` from the running server. */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import files from '@fastify/static'
import { CommonProblem } from './common-problems.ts'
import type { Party } from './party.ts'

export interface Pages {
  /** Where the build put `index.html` and `assets/`; absolute. */
  readonly folder: string
  /** Facts about the running server for the pages: origins, party name. Never a secret. */
  readonly config: object
}

/**
 * Files of libraries that a page loads when it comes to that, as they came with their packages: no part of its build, and of nothing that
 * is kept to work without a network. After `servePages`.
 * @param prefix the folder they seem to be in, with `/` at both ends @param named name there → place on this machine
 */
export function serveNamedFiles(
  app: Party,
  prefix: string,
  named: ReadonlyMap<string, string>,
): void {
  for (const [name, place] of named) {
    app.get(`${prefix}${name}`, { schema: { hide: true } }, async (_request, reply) =>
      reply.sendFile(basename(place), dirname(place), {
        maxAge: 3_600_000,
        cacheControl: true,
        immutable: false,
      }),
    )
  }
}

/** Paths without a file are the pages' own routes and get `index.html`; missing assets stay missing. */
export async function servePages(app: Party, { folder, config }: Pages): Promise<void> {
  app.get('/config.json', { schema: { hide: true } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return config
  })
  await app.register(files, {
    root: folder,
    serve: existsSync(folder),
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(folder, 'assets'))
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (!existsSync(join(folder, 'index.html'))) throw new CommonProblem('PAGES_NOT_BUILT')
    const path = new URL(request.url, 'http://page').pathname
    if (/\.[a-z0-9]+$/i.test(path)) throw new CommonProblem('NOT_FOUND')
    return reply.sendFile('index.html')
  })
}
