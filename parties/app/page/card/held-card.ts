/** The card held to the phone: waits for it, reports the progress of the reading, releases the reader. */
import type { CardTransport } from '@kazashi/card'
import type { CardProgress } from '@kazashi/phone'
import type { Device } from '../phone/device.ts'
import { withSignal } from '../phone/signals.ts'
import type { ReadingStage } from './card-steps.ts'

export interface CardSecret {
  readonly password: string
  readonly force: boolean
}

/** The step in progress after each step of the reading. */
const nextStage = {
  'card-found': 'password',
  'password-right': 'certificate',
  'certificate-read': 'signing',
  signed: 'asking',
} as const satisfies Record<CardProgress, ReadingStage>

/**
 * @param prepare makes the data needed before the card is asked; runs while the card is awaited
 * @param work the task with the card
 * @returns false: the person went elsewhere meanwhile
 */
export async function withHeldCard<T>(
  device: Device,
  options: {
    readonly signal: AbortSignal
    readonly send: (event: { readonly type: 'stage'; readonly stage: ReadingStage }) => void
    readonly prepare: () => Promise<T>
    readonly work: (
      prepared: T,
      transport: CardTransport,
      onProgress: (step: CardProgress) => void,
    ) => Promise<unknown>
  },
): Promise<boolean> {
  const { signal, send, prepare, work } = options
  const reader = await device.reader()
  try {
    const [prepared, transport] = await Promise.all([prepare(), reader.waitForCard(signal)])
    if (signal.aborted) return false
    send({ type: 'stage', stage: 'found' })
    const progress = (step: CardProgress) => send({ type: 'stage', stage: nextStage[step] })
    await withSignal(signal, () => work(prepared, transport, progress))
    return true
  } finally {
    reader.close()
  }
}
