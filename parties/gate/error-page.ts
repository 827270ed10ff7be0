/**
 * A request that cannot be led back to its relying party, because nobody knows whose it is or where it wanted to go: a page for
 * people, which the gate's own page fills from its head, and JSON for programs.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from 'oidc-provider'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '')
const meta = (name: string, content: string): string =>
  `<meta name="${name}" content="${escaped(content)}" />`

/** @param folder of the built page */
export const errorPage =
  (folder: string): NonNullable<Configuration['renderError']> =>
  async (ctx, out) => {
    if (ctx.accepts('json', 'html') !== 'html') {
      ctx.body = out
      return
    }
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => '</head>')
    const told = [
      meta('oauth-error', out.error),
      meta('oauth-error-description', out.error_description ?? ''),
    ]
    ctx.type = 'html'
    ctx.set('cache-control', 'no-store')
    ctx.body = page.replace('</head>', () => `${told.join('')}</head>`)
  }
