/** Empties the outbox of pushes: takes those whose time has come, sends them, writes what became of each (5-A1). */
import type { Clock } from '@kazashi/lifecycle'
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
/** Milliseconds: a worker that was killed holds what it took no longer than it could have been waiting. */
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
  if (push.shown) return write({ state: 'unneeded' })
  const subscription = await subscriptionOf(db, sealing, phone)
  if (!subscription) return write({ state: 'undeliverable', failure: 'no subscription' })
  const answer = await sendPush(records.push, push, subscription)
  const gone = answer.kind === 'gone' ? subscription.endpoint : undefined
  return write(outcomeOf(answer, attempts, records), gone)
}

/** Until none is due; safe beside any number of others doing the same. */
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
  /** There may be something to send: now, or right after what is being sent. */
  look(): void
  /** What is being sent is finished first. */
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
