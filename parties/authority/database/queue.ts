/**
 * The queue in the same database (pg-boss): a job is written in the transaction that makes it necessary, and only wakes a
 * worker; the work itself is defined by the records, so a lost or doubled job loses and doubles nothing.
 */
import { leaveTrace } from '@kazashi/serve'
import { fromKysely, PgBoss } from 'pg-boss'
import { waitingApplications } from './applications.ts'
import type { Database, Trx } from './connection.ts'

const issueQueue = 'issue'
const deliverQueue = 'deliver'
/** Seconds between polls for jobs that come due; pg-boss takes 0.5 at least. Jobs for now wake a worker at once. */
const pollingSeconds = 0.5
const jobsAtOnce = 4
/** pg-boss's own pool: one connection listens. */
const connections = 3
/** A job that fails is retried at growing intervals for about three days. */
const retries = { retryLimit: 300, retryDelay: 1, retryBackoff: true, retryDelayMax: 900 }

interface IssueJob {
  readonly applicationId: string
}

export interface Workers {
  /** @returns when to try again, by the authority's clock; undefined: done, or nothing to do */
  issue(applicationId: string): Promise<Date | undefined>
  deliver(): Promise<void>
}

/** The queue runs by the machine's time. */
export interface RealTime {
  /** Converts a time of the authority's clock to the machine's. */
  realTime(moment: Date): Date
}

export class WorkQueue {
  readonly #boss: PgBoss
  readonly #clock: RealTime

  constructor(databaseUrl: string, clock: RealTime, onError: (error: Error) => void) {
    this.#clock = clock
    this.#boss = new PgBoss({
      connectionString: databaseUrl,
      application_name: 'kazashi-authority-queue',
      schema: 'queue',
      max: connections,
      useListenNotify: true,
      schedule: false,
    })
    this.#boss.on('error', onError)
  }

  async start(): Promise<void> {
    await this.#boss.start()
    for (const name of [issueQueue, deliverQueue]) {
      await this.#boss.createQueue(name, { notify: true, ...retries })
    }
  }

  /** In the transaction of the application. @param due by the authority's clock */
  async issueLater(trx: Trx, applicationId: string, due: Date): Promise<void> {
    const data: IssueJob = { applicationId }
    const startAfter = this.#clock.realTime(due)
    leaveTrace(applicationId)
    await this.#boss.send(issueQueue, data, { startAfter, db: fromKysely(trx) })
  }

  /** In the transaction of the notice. */
  async deliverSoon(trx: Trx): Promise<void> {
    await this.#boss.send(deliverQueue, {}, { db: fromKysely(trx) })
  }

  /** A job for each application that waits: after a start, and after the clock was moved. */
  async wakeAll(db: Database): Promise<void> {
    await this.#boss.deleteQueuedJobs(issueQueue)
    for (const { id, dueAt } of await waitingApplications(db)) {
      const data: IssueJob = { applicationId: id }
      await this.#boss.send(issueQueue, data, { startAfter: this.#clock.realTime(dueAt) })
    }
  }

  async work(db: Database, { issue, deliver }: Workers): Promise<void> {
    const options = {
      pollingIntervalSeconds: pollingSeconds,
      notifyPollingIntervalSeconds: pollingSeconds,
      localConcurrency: jobsAtOnce,
    }
    await this.#boss.work<IssueJob>(issueQueue, options, async (jobs) => {
      for (const { data } of jobs) {
        const later = await issue(data.applicationId)
        if (!later) continue
        const startAfter = this.#clock.realTime(later)
        await this.#boss.send(issueQueue, data, { startAfter })
      }
    })
    await this.#boss.work(deliverQueue, { ...options, localConcurrency: 1 }, deliver)
    await this.wakeAll(db)
    await this.#boss.send(deliverQueue, {})
  }

  /** Jobs at work are finished first. */
  async close(): Promise<void> {
    await this.#boss.stop({ graceful: true, close: true, timeout: 10_000 })
  }
}
