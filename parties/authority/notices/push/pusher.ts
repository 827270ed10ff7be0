/** Empties the outbox of pushes: takes those that are due, sends them, writes each outcome (5-A1). */
import type { Clock } from '@kazashi/lifecycle'
import { newestCredential } from '../../database/credentials.ts'
import {
  type PushOutcome,
  type TakenPush,
  takePushes,
  writeOutcome,
} from '../../database/deliveries.ts'
import { dropSubscription, subscriptionOf } from '../../database/push-subscriptions.ts'
import type { Storage } from '../../database/storage.ts'
import { transact } from '../../database/transaction.ts'
import { type Backoff, nextAttempt } from './backoff.ts'
import { answerWithin, type PushAnswer, type PushSender, sendPush } from './send.ts'

export interface PushSettings extends PushSender {
  readonly backoff: Backoff
}

/** Sent at the same time. */
const batch = 20
/** Milliseconds: a killed worker holds its pushes no longer than an answer could have taken. */
const leaseTime = answerWithin + 5_000

export interface PusherNeeds extends Storage {
  /** Push services know nothing of the sandbox's time. */
  readonly machineClock: Clock
  readonly push: PushSettings
  readonly random: (length: number) => Uint8Array
}

function outcomeOf(answer: PushAnswer, attempts: number, records: PusherNeeds): PushOutcome {
  if (answer.kind === 'accepted') return { state: 'delivered' }
  const { failure } = answer
  if (answer.kind !== 'failed') return { state: 'undeliverable', failure }
  const { machineClock, push, random } = records
  const chance = (random(1)[0] ?? 0) / 256
  const { retryAfter: asked = 0 } = answer
  const at = nextAttempt(machineClock.now(), { attempts, chance, asked }, push.backoff)
  return at ? { state: 'waiting', failure, nextAttemptAt: at } : { state: 'undeliverable', failure }
}

async function pushOne(records: PusherNeeds, push: TakenPush): Promise<void> {
  const { db, sealing } = records
  const { phone, attempts } = push
  const write = (outcome: PushOutcome, gone?: string) =>
    transact(records, async (unit) => {
      await writeOutcome(unit, push, outcome)
      if (gone !== undefined) await dropSubscription(unit.trx, { phone, endpoint: gone })
    })
  // What another owner was to be told is nobody else's, as in the inbox.
  const owner = push.shown ? undefined : await newestCredential(db, phone)
  if (owner?.person !== push.person) return write({ state: 'unneeded' })
  const subscription = await subscriptionOf(db, sealing, phone)
  if (!subscription) return write({ state: 'undeliverable', failure: 'no subscription' })
  const answer = await sendPush(records.push, push, subscription)
  const gone = answer.kind === 'gone' ? subscription.endpoint : undefined
  return write(outcomeOf(answer, attempts, records), gone)
}

/** Until none is due; safe beside any number of other workers. */
async function sendPushes(records: PusherNeeds): Promise<void> {
  for (;;) {
    const now = records.machineClock.now()
    const until = new Date(now.getTime() + leaseTime)
    const taken = await takePushes(records.db, { now, until, most: batch })
    await Promise.all(taken.map((push) => pushOne(records, push)))
    if (taken.length === 0) return
  }
}

/** Milliseconds between looks for pushes that are due again. */
const lookInterval = 1_000

export interface Pushing {
  /** Something may be due: sends it now, or right after the sending in progress. */
  look(): void
  /** The sending in progress is finished first. */
  close(): Promise<void>
}

export function startPushing(records: PusherNeeds, onError: (error: Error) => void): Pushing {
  let running: Promise<void> | undefined
  let again = false
  let closed = false
  const run = async () => {
    do {
      again = false
      await sendPushes(records).catch(onError)
    } while (again && !closed)
    running = undefined
  }
  const look = () => {
    if (closed) return
    if (running) again = true
    else running = run()
  }
  const timer = setInterval(look, lookInterval)
  return {
    look,
    async close() {
      closed = true
      clearInterval(timer)
      await running
    },
  }
}
