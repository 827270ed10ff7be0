/** The answer while a party is not ready yet: to a browser a page that opens the party by itself, to programs the problem STARTING. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { commonProblems, refuseRequest } from '@kazashi/serve'
import { plainHeaders, plainPage, sandboxBanner, stylesheet } from './plain-page.ts'

const { STARTING } = commonProblems

const startingPage = (sandbox: boolean): string =>
  plainPage(
    STARTING.title.ja,
    '<link rel="stylesheet" href="/starting.css">\n<script type="module" src="/starting.js"></script>',
    `${sandbox ? sandboxBanner : ''}<main>
<h1>かざしを起動しています <span lang="en">Kazashi is starting</span></h1>
<p role="status">少しお待ちください。用意ができると、ここに画面が出ます。<span lang="en">Please wait a moment. The page opens here as soon as it is ready.</span></p>
<p>最初の起動は、1分ほどかかることがあります。<span lang="en">The first start can take about a minute.</span></p>
<p>画面が変わらないときは、開き直してください。<span lang="en">If nothing happens, open it again.</span></p>
<p><a href="">開き直す <span lang="en">Open again</span></a></p>
</main>`,
  )

/** Asks every second, so that nothing flickers, and loads the page once there is one. */
const script = `const ask = async () => {
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store', redirect: 'manual' }).catch(() => undefined)
  if (answer !== undefined && answer.status !== ${STARTING.status}) location.reload()
  else setTimeout(ask, 1000)
}
setTimeout(ask, 1000)
// A link would lose the part after the # of the address.
document.querySelector('a').addEventListener('click', (event) => {
  event.preventDefault()
  location.reload()
})
`

const files: Readonly<Record<string, readonly [type: string, content: string]>> = {
  '/starting.css': ['text/css; charset=utf-8', stylesheet],
  '/starting.js': ['text/javascript; charset=utf-8', script],
}

/** The files of the page, also when a party has become ready between the page and them. @returns whether it was one */
export function sendStartingFile({ url }: IncomingMessage, response: ServerResponse): boolean {
  if (url === undefined || !Object.hasOwn(files, url)) return false
  const [type = '', content] = files[url] ?? []
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content)
  return true
}

/** RFC 9110 §12.5.1: browsers name HTML when somebody opens a page; programs and scripts do not. */
const opensPage = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html')

/**
 * @param origin of a party that explains the code; undefined while there is none
 * @param sandbox whether the page says that it is one
 */
export function answerStarting(
  request: IncomingMessage,
  response: ServerResponse,
  origin: string | undefined,
  sandbox: boolean,
): void {
  if (!opensPage(request)) {
    refuseRequest('STARTING', request, response, origin)
    return
  }
  response.writeHead(STARTING.status, {
    ...plainHeaders("script-src 'self'; connect-src 'self'; "),
    'retry-after': '1',
    vary: 'accept',
  })
  response.end(startingPage(sandbox))
}
