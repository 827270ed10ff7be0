/** What happened as a file: JSON of all lines, or the requests as an HTTP Archive (HAR 1.2). No value that the lines do not show. Pure. */
import type { Language } from '@kazashi/ui'
import type { Line } from './lines.ts'
import type { BodyNote, RequestSeen } from './seen.ts'
import { tell } from './told.ts'

/** Every line with its words; a format of ours, whose number changes when members do. */
export const toJson = (lines: readonly Line[], language: Language, now: Date): string =>
  `${JSON.stringify(
    {
      format: 'kazashi-what-happened',
      version: 1,
      exportedAt: now.toISOString(),
      lines: lines.map((line) => {
        const { at, from, to, part, what } = line
        const { words, technical, clause, answer, refused } = tell(line, language)
        return { at, from, to, part, words, technical, clause, answer, refused, ...what }
      }),
    },
    null,
    2,
  )}\n`

const nameValues = (all: Iterable<readonly [string, string]>) =>
  [...all].map(([name, value]) => ({ name, value }))

const textOf = ({ shown }: BodyNote): string => (shown === undefined ? '' : JSON.stringify(shown))

function entryOf(request: RequestSeen) {
  const { sent, answered, status, refusal, milliseconds } = request
  const body = textOf(sent)
  return {
    startedDateTime: request.at,
    time: milliseconds,
    request: {
      method: request.method,
      url: request.address,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: nameValues([
        ...(sent.type === undefined ? [] : [['content-type', sent.type] as const]),
        ...request.proofs.map((proof) => ['x-kazashi-proof', proof] as const),
      ]),
      queryString: nameValues(new URL(request.address).searchParams),
      ...(sent.bytes > 0 && {
        postData: { mimeType: sent.type ?? 'application/octet-stream', params: [], text: body },
      }),
      headersSize: -1,
      bodySize: sent.bytes,
    },
    response: {
      status,
      statusText: refusal?.code ?? '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: nameValues(answered.type === undefined ? [] : [['content-type', answered.type]]),
      content: {
        size: answered.bytes,
        mimeType: answered.type ?? 'application/octet-stream',
        text: textOf(answered),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: answered.bytes,
    },
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
    comment: `${request.from}${request.byPage ? ' (page)' : ''} → ${request.to}`,
  }
}

/** Each request once, by its beginning. @param version of Kazashi */
export function toHar(lines: readonly Line[], version: string): string {
  const requests = lines.flatMap(({ what, part }) =>
    what.type === 'request' && part !== 'answer' ? [what.request] : [],
  )
  const log = {
    version: '1.2',
    creator: { name: 'Kazashi', version },
    entries: requests.map(entryOf),
    comment: 'Values that are secret or personal are left out; •••',
  }
  return `${JSON.stringify({ log }, null, 2)}\n`
}
