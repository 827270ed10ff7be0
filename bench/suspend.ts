/** 5-B1: from the answer of the hotline's call to the first refusal, at every process. Its limit: a bare LISTEN/NOTIFY. */
import { once } from 'node:events'
import { generateResident } from '@kazashi/card'
import { ageAt, signingAge } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import {
  createCertificationRequest,
  createOcspRequest,
  generateKeyPair,
  softwareSigner,
  verifyOcspResponse,
} from '@kazashi/pki'
import pg from 'pg'
import { z } from 'zod'
import { type Processes, startProcesses } from './authority/processes.ts'
import { type Benchmark, type Metric, quantile } from './report.ts'

const answering = 3
const rounds = 200
/** Milliseconds (the project's own target). */
const target = 200

const Card = z.object({
  cardId: z.string(),
  person: z.string(),
  certificates: z.object({ authentication: z.base64(), authenticationCa: z.base64() }),
})

const elapsed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** A child's card has no signing certificate, so it can be suspended and released as often as one likes, without new keys. */
async function handOut({ ask: [first], origins, tokens }: Processes) {
  const today = new Date()
  let seed = 1
  while (ageAt(today, generateResident(seed, today).birthDate) >= signingAge) seed += 1
  const { privateKey } = await generateKeyPair('RS256')
  const request = await createCertificationRequest(await softwareSigner(privateKey, 'RS256'))
  const answer = await first?.({
    method: 'POST',
    url: `${origins.authority}/counter/cards`,
    headers: { authorization: `Bearer ${tokens.counter}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      resident: generateResident(seed, today),
      authentication: base64.encode(request),
    }),
  })
  const { cardId, person, certificates } = Card.parse(JSON.parse(String(answer)))
  const der = base64.decode
  const certificate = der(certificates.authentication)
  const issuer = der(certificates.authenticationCa)
  return { cardId, person, certificate, issuer }
}

async function measureProcesses(processes: Processes) {
  const { ask, origins, tokens } = processes
  const { cardId, person, certificate, issuer } = await handOut(processes)
  const request = createOcspRequest({ certificate, issuer })
  const post = (at: number, path: string, token: string, body: object) =>
    ask[at % answering]?.({
      method: 'POST',
      url: `${origins.authority}${path}`,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const status = async (at: number) => {
    const response = await ask[at]?.({
      method: 'POST',
      url: `${origins.repository}/pki/ocsp/authentication`,
      headers: { 'content-type': 'application/ocsp-request' },
      body: request,
    })
    const bytes = new Uint8Array(response ?? [])
    const told = await verifyOcspResponse({
      response: bytes,
      certificate,
      issuer,
      now: new Date(),
    })
    return told.status
  }
  /** @returns answers before that one */
  const until = async (at: number, wanted: 'good' | 'revoked') => {
    let others = 0
    while ((await status(at)) !== wanted) others += 1
    return others
  }
  const all = Array.from({ length: answering }, (_, at) => at)
  const calls: number[] = []
  const same: number[] = []
  const others: number[] = []
  const ocsp: number[] = []
  const stale: number[] = []
  for (let round = -10; round < rounds; round += 1) {
    const taker = ((round % answering) + answering) % answering
    await Promise.all(all.map((at) => until(at, 'good')))
    const unchanged = await Promise.all(all.map((at) => elapsed(() => status(at))))
    const order = { person, what: 'card', reason: 'lost' }
    const call = await elapsed(async () =>
      post(taker, '/hotline/suspensions', tokens.hotline, order),
    )
    const good: number[] = []
    const refused = await Promise.all(
      all.map((at) => elapsed(async () => good.push(await until(at, 'revoked')))),
    )
    await post(taker + 1, `/counter/cards/${cardId}/release`, tokens.counter, {})
    if (round < 0) continue
    calls.push(call)
    ocsp.push(...unchanged)
    stale.push(...good)
    for (const at of all) (at === taker ? same : others).push(refused[at] ?? Number.NaN)
  }
  return { calls, same, others, ocsp, stale }
}

/** There and back between two connections, nothing else: the cost of the database's signal by itself. */
async function bareNotify(url: string): Promise<number[]> {
  const [here, there] = [new pg.Client(url), new pg.Client(url)]
  await Promise.all([here.connect(), there.connect()])
  await here.query('listen back')
  await there.query('listen forth')
  let answered: Promise<unknown> = Promise.resolve()
  there.on('notification', () => {
    answered = there.query('notify back')
  })
  const times: number[] = []
  for (let round = -10; round < rounds; round += 1) {
    const time = await elapsed(async () => {
      const heard = once(here, 'notification')
      await here.query('notify forth')
      await heard
    })
    if (round >= 0) times.push(time)
  }
  await answered
  await Promise.all([here.end(), there.end()])
  return times
}

const row = (
  name: string,
  values: readonly number[],
  part: number,
  reference: { readonly ocsp: readonly number[]; readonly bare: readonly number[] },
): Metric => ({
  name,
  unit: 'ms',
  better: 'lower',
  runs: part === 0.5 ? values : [quantile(values, part)],
  peer: { name: 'ms, OCSP with nothing changed', runs: [quantile(reference.ocsp, part)] },
  limit: { name: 'ms, bare NOTIFY there and back', runs: [quantile(reference.bare, part)] },
  target: { of: 'unit', atLeast: target },
})

export const benchmark: Benchmark = {
  name: 'suspend',
  description: 'answer of the suspend call to the first refusal, three processes',
  async measure() {
    const processes = await startProcesses(answering, 1)
    try {
      const { calls, same, others, ocsp, stale } = await measureProcesses(processes)
      const reference = { ocsp, bare: await bareNotify(processes.databaseUrl) }
      return {
        metrics: [
          row('refused everywhere, p50', [...same, ...others], 0.5, reference),
          row('refused everywhere, p99', [...same, ...others], 0.99, reference),
          row('by the process that took the call, p99', same, 0.99, reference),
          row('by the other processes, p50', others, 0.5, reference),
          row('by the other processes, p99', others, 0.99, reference),
          row('the suspend call itself, p50', calls, 0.5, reference),
          row('the suspend call itself, p99', calls, 0.99, reference),
          {
            name: 'still good after the answer',
            unit: `of ${stale.length}`,
            better: 'lower',
            runs: [stale.filter((count) => count > 0).length],
            peer: { name: 'none', runs: null },
            limit: { name: 'none', runs: null },
            target: { of: 'unit', atLeast: 0 },
          },
        ],
        notes: [
          `${rounds} suspensions, taken by the ${answering} processes in turn; all are asked by OCSP over HTTP from the answer on, again and again until each refuses. The time ends with the answer that refuses, its signature checked.`,
          'The answer of the call waits until every process has heard of it, so the first request after it is refused; the figures show that request and the load of the machine.',
          'All processes, the database and this program share the machine.',
        ],
      }
    } finally {
      await processes.close()
    }
  },
}
