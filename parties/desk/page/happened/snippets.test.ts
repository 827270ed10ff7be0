import { execFileSync } from 'node:child_process'
import { stripTypeScriptTypes } from 'node:module'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Apdu, describe } from './apdu.ts'
import { requestSeen } from './examples.ts'
import { curlOf, fetchTestOf, openscToolOf, quoted, transmitTestOf } from './snippets.ts'

/** The words that a shell makes of a command, which is not run. */
function wordsIn(command: string, program: string, variables: Record<string, string> = {}) {
  const script = `${program}() { printf '%s\\0' "$@"; }\n${command}`
  const env = { PATH: process.env['PATH'], ...variables }
  return execFileSync('sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1)
}

/** Runs a test file's one test. @returns its title */
async function runSnippet(source: string, things: Record<string, unknown>): Promise<string> {
  const code = stripTypeScriptTypes(source.replaceAll(/^import .*$/gm, ''))
  const found: { title: string; work: () => Promise<void> }[] = []
  const collect = (title: string, work: () => Promise<void>) => found.push({ title, work })
  runInNewContext(code, { test: collect, expect, Buffer, ...things })
  const [one] = found
  if (one === undefined) throw new Error('no test')
  await one.work()
  return one.title
}

const apdu = (command: string, response: string): Apdu =>
  describe({ type: 'exchange', at: '2026-11-29T01:00:00Z', command, response })

test('POSIX §2.2.2 whatever a text is, a shell takes it as that one word', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
      (text) => {
        expect(wordsIn(`show ${quoted(text)}`, 'show')).toEqual([text])
      },
    ),
    { numRuns: 40 },
  )
})

test('RFC 9110 §9.3.3 curl asks the same, with variables for what is secret or somebody’s', () => {
  const command = curlOf(
    requestSeen({
      address: "http://a.localhost:1/things/{id}?x={it's}&code={code}",
      proofs: ['DPoP', 'dpop', 'idempotency-key'],
      sent: { type: 'application/json', bytes: 9, shown: { kind: 'new', 'it’s `$(rm)`': "'•••'" } },
    }),
  )
  const variables = { ID: '47 11', CODE: '$(false)', TOKEN: 't', DPOP: 'd', IDEMPOTENCY_KEY: 'k' }
  expect(wordsIn(command, 'curl', variables)).toEqual([
    '--silent',
    '--show-error',
    '--include',
    '--request',
    'POST',
    '--header',
    'accept: application/json',
    '--header',
    'content-type: application/json',
    '--header',
    'authorization: DPoP t',
    '--header',
    'dpop: d',
    '--header',
    'idempotency-key: k',
    '--data-binary',
    `{"kind":"new","it’s \`$(rm)\`":"'•••'"}`,
    "http://a.localhost:1/things/47 11?x={it's}&code=$(false)",
  ])
})

test('RFC 9110 §9.3.3 the test code is a test that runs: green with the same answer, red with another', async () => {
  const source = fetchTestOf(
    requestSeen({ sent: { type: 'application/json', bytes: 9, shown: { kind: "ne'w" } } }),
  )
  const asked: unknown[] = []
  const answering = (status: number) => ({
    process: { env: {} },
    fetch: (...given: unknown[]) => {
      asked.push(given)
      return Promise.resolve({ status })
    },
  })
  expect(await runSnippet(source, answering(201))).toBe('POST /nonces answers 201')
  expect(asked[0]).toMatchObject([
    'http://authority.kazashi.localhost:8080/nonces',
    { method: 'POST', body: `{"kind":"ne'w"}` },
  ])
  await expect(runSnippet(source, answering(400))).rejects.toThrow()
})

test('RFC 6960 §A.1 a body of bytes is a file', () => {
  const seen = requestSeen({ sent: { type: 'application/ocsp-request', bytes: 139 } })
  expect(wordsIn(curlOf(seen), 'curl')).toContain('@body.bin')
  expect(fetchTestOf(seen)).toContain('readFileSync("body.bin")')
})

test('ISO 7816-4 §7.5.6 opensc-tool sends the commands, the secret as a variable in hex', () => {
  const command = openscToolOf([
    apdu('00A4020C020018', '9000'),
    apdu(`0020008004${'**'.repeat(4)}`, '9000'),
  ])
  expect(
    wordsIn(command.replace('opensc-tool', 'tool'), 'tool', { SECRET_HEX: '31323334' }),
  ).toEqual([
    '--card-driver',
    'default',
    '--send-apdu',
    '00A4020C020018',
    '--send-apdu',
    '002000800431323334',
  ])
})

test('ISO 7816-4 §5.1.3 the test code of a command is a test that runs', async () => {
  const source = transmitTestOf([apdu('00200080', '63C5'), apdu('0020008004********', '9000')])
  const sent: string[] = []
  const transport = {
    transmit: async (command: Uint8Array) => {
      sent.push(Buffer.from(command).toString('hex'))
      return Buffer.from(sent.length === 1 ? '63c5' : '9000', 'hex')
    },
  }
  const env = { SECRET_HEX: '31323334' }
  await runSnippet(source, { transport, process: { env } })
  expect(sent).toEqual(['00200080', '002000800431323334'])
})
