import { answerOcspRequest, parseOcspRequest } from '@kazashi/pki'
import { newCa, newHolder, now, type TestCa, type TestHolder } from '@kazashi/pki/test-chain'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { codeOf, outcomeOf } from '../../tools/code-of.ts'
import { StatusChecker, type StatusOptions } from './status.ts'

const algorithm = 'ES384'
const url = 'http://localhost:8080/pki/ocsp/authentication'
let ca: TestCa
let responder: TestHolder
let holders: TestHolder[]
beforeAll(async () => {
  ca = await newCa('authentication', { algorithm })
  responder = await newHolder('ocspResponder', ca, { algorithm })
  holders = await Promise.all(
    [1, 2, 3].map((index) => newHolder('phoneAuthentication', ca, { algorithm, index })),
  )
})

/** What was sent, in order. */
let sent: RequestInit[]
/** Milliseconds until the answer's nextUpdate. */
let keepable: number
beforeEach(() => {
  sent = []
  keepable = 3600_000
})

const answer = async (init: RequestInit | undefined): Promise<Uint8Array<ArrayBuffer>> => {
  if (!(init?.body instanceof Uint8Array)) throw new Error('a question was expected')
  sent.push(init)
  const octets = await answerOcspRequest({
    request: init.body,
    issuer: ca.certificate,
    signer: responder.signer,
    responderCertificate: responder.certificate,
    now,
    nextUpdate: new Date(now.getTime() + keepable),
    statusOf: () => ({ status: 'good' }),
  })
  return new Uint8Array(octets)
}
const honest: typeof globalThis.fetch = async (_, init) => new Response(await answer(init))
const checker = (change: Partial<StatusOptions> = {}) =>
  new StatusChecker({
    fetch: honest,
    random: (n) => new Uint8Array(n).fill(7),
    keepFor: 60_000,
    mostKept: 2,
    ...change,
  })
const check = (one: StatusChecker, holder = 0, at = now) => {
  const certificate = holders[holder]?.certificate
  if (certificate === undefined) throw new Error('there are three holders')
  const path = { anchor: ca.certificate, chain: [certificate], policies: [] }
  return one.check(path, () => url, at)
}
/** The refusal's text for developers. */
const detailOf = async (step: Promise<unknown>): Promise<string> => {
  const outcome = await outcomeOf(step)
  return outcome instanceof Error ? outcome.message : 'accepted'
}
/** A body that gives its octets in pieces, and counts the pieces that were taken. */
function pieces(size: number, whole?: Uint8Array) {
  const taken = { count: 0 }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = whole?.slice(taken.count * size, (taken.count + 1) * size)
        taken.count += 1
        if (piece?.length === 0) controller.close()
        else controller.enqueue(piece ?? new Uint8Array(size))
      },
    },
    { highWaterMark: 0 },
  )
  return { taken, body }
}

test('RFC 6960 Appendix A.1 the question is a POST of its media type, follows no redirection and has a nonce of 32 octets', async () => {
  await check(checker())
  expect(sent).toMatchObject([
    {
      method: 'POST',
      headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
      redirect: 'error',
    },
  ])
  const body = sent[0]?.body
  const request = body instanceof Uint8Array ? parseOcspRequest(body) : undefined
  expect(request?.nonce).toEqual(new Uint8Array(32).fill(7))
})

test('RFC 6960 Appendix A.1 a responder that does not answer within ten seconds is given up', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
  const silent: typeof globalThis.fetch = (_, init) =>
    new Promise((_done, failed) => {
      if (init?.signal?.aborted) failed(init.signal.reason)
    })
  try {
    expect(await codeOf(check(checker({ fetch: silent })))).toBe('STATUS_UNAVAILABLE')
    expect(timeout).toHaveBeenCalledWith(10_000)
  } finally {
    timeout.mockRestore()
  }
})

test('RFC 6960 Appendix A.1 a good answer under an HTTP error is not taken', async () => {
  const failing: typeof globalThis.fetch = async (_, init) =>
    new Response(await answer(init), { status: 500 })
  expect(await detailOf(check(checker({ fetch: failing })))).toBe('STATUS_UNAVAILABLE: status 500')
})

test('RFC 9112 §9.3.1 a question that was lost on a connection is asked once more, and not a third time; what timed out is not asked again', async () => {
  const failing = (failures: number, error: Error) => {
    const fetch = vi.fn<typeof globalThis.fetch>(async (_, init) => {
      if (fetch.mock.calls.length <= failures) throw error
      return new Response(await answer(init))
    })
    return fetch
  }
  const reset = new TypeError('fetch failed')
  const once = failing(1, reset)
  expect(await check(checker({ fetch: once }))).toMatchObject({ checkedAt: now })
  const [first, second, ...more] = once.mock.calls.map(([, init]) => init?.body)
  expect([second, more]).toEqual([first, []])
  const twice = failing(2, reset)
  expect(await codeOf(check(checker({ fetch: twice })))).toBe('STATUS_UNAVAILABLE')
  expect(twice).toHaveBeenCalledTimes(2)
  const late = failing(1, new DOMException('late', 'TimeoutError'))
  expect(await codeOf(check(checker({ fetch: late })))).toBe('STATUS_UNAVAILABLE')
  expect(late).toHaveBeenCalledTimes(1)
})

test('RFC 6960 §4.2.1 an answer that comes in pieces is put together', async () => {
  const slow: typeof globalThis.fetch = async (_, init) =>
    new Response(pieces(100, await answer(init)).body)
  expect(await check(checker({ fetch: slow }))).toMatchObject({ checkedAt: now })
})

test('RFC 6960 §4.2.1 an answer that does not end is read to 65,536 octets and refused', async () => {
  const { taken, body } = pieces(4096)
  const endless: typeof globalThis.fetch = async () => new Response(body)
  expect(await detailOf(check(checker({ fetch: endless })))).toBe(
    'STATUS_UNAVAILABLE: an answer of over 65536 octets',
  )
  expect(taken.count).toBe(17)
  const longest: typeof globalThis.fetch = async () => new Response(new Uint8Array(65_536))
  expect(await detailOf(check(checker({ fetch: longest })))).not.toMatch(/over/)
})

test('RFC 6960 §2.3 the text of a refusal says what the responder answered, and nothing of the network', async () => {
  const busy: typeof globalThis.fetch = async () => new Response(Uint8Array.of(0x30, 3, 0x0a, 1, 3))
  expect(await detailOf(check(checker({ fetch: busy })))).toMatch(/OCSP_\w+.*tryLater/)
  const gone: typeof globalThis.fetch = async () => {
    throw new TypeError('connect 10.0.0.7:8080')
  }
  expect(await detailOf(check(checker({ fetch: gone })))).toBe(
    'STATUS_UNAVAILABLE: the responder cannot be reached',
  )
})

test('RFC 6960 §4.2.2.1 within the moment of the answer it is kept already', async () => {
  const one = checker()
  await check(one)
  await check(one)
  expect(sent.length).toBe(1)
})

test('RFC 6960 §4.2.2.1 of more answers than are kept the oldest goes, and one asked anew is the newest', async () => {
  const one = checker()
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  await check(one, 0)
  await check(one, 1, at(30))
  // The first has gone stale and is asked anew: the second is the oldest now, and makes room for the third.
  await check(one, 0, at(60))
  await check(one, 2, at(60))
  expect(sent.length).toBe(4)
  await check(one, 0, at(60))
  await check(one, 2, at(60))
  expect(sent.length).toBe(4)
  await check(one, 1, at(60))
  expect(sent.length).toBe(5)
})

test('RFC 6960 §4.2.2.1 an answer that may not be kept pushes none out that is', async () => {
  const one = checker({ mostKept: 1 })
  await check(one, 0)
  keepable = 0
  await check(one, 1)
  keepable = 3600_000
  await check(one, 0)
  expect(sent.length).toBe(2)
})
