/** A phone's notices as server-sent events (HTML Living Standard §9.2): those since the last one it saw, then each as it comes. */
import type { Texts } from '@kazashi/serve'
import type { Database } from '../database/connection.ts'
import { type NoticeRecord, noticesOf } from '../database/notices.ts'
import type { NoticeBoard } from './board.ts'
import { noticeView } from './view.ts'

/** Milliseconds: another process may have written a notice without waking us, and proxies drop silent connections. */
const heartbeat = 5_000

const eventOf = (notice: NoticeRecord, language: keyof Texts): string =>
  `id: ${notice.id}\nevent: notice\ndata: ${JSON.stringify(noticeView(notice, language))}\n\n`

export interface StreamNeeds {
  readonly db: Database
  readonly board: NoticeBoard
}

export interface Listener {
  /** Position of the last notice the phone has seen. */
  readonly after: number
  readonly language: keyof Texts
  readonly signal: AbortSignal
}

/** Text of the stream, ending when `signal` aborts or the authority closes. */
export async function* noticeEvents(
  { db, board }: StreamNeeds,
  phone: string,
  { after, language, signal }: Listener,
): AsyncIterable<string> {
  let position = after
  let wake = () => {}
  const stop = board.watch(phone, () => wake())
  const onAbort = () => wake()
  signal.addEventListener('abort', onAbort)
  try {
    yield ': connected\n\n'
    while (!signal.aborted && !board.closed) {
      // Armed before reading, so that a notice written meanwhile is not missed.
      let timer: NodeJS.Timeout | undefined
      const woken = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, heartbeat)
        wake = resolve
      })
      const fresh = await noticesOf(db, phone, position)
      for (const notice of fresh) {
        position = notice.position
        yield eventOf(notice, language)
      }
      if (fresh.length === 0) {
        await woken
        if (!signal.aborted && !board.closed) yield ': still here\n\n'
      }
      clearTimeout(timer)
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    stop()
  }
}
