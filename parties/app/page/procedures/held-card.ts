/** The card held to the phone: waits for it, tells how far the reading is, lets the reader go. */
import type { CardTransport } from '@kazashi/card'
import type { CardProgress } from '@kazashi/phone'
import type { Device } from '../phone/device.ts'
import { withSignal } from '../phone/signals.ts'
import type { ReadingStage } from './card-steps.ts'

export interface CardSecret {
  readonly password: string
  readonly force: boolean
}

/** What is being done once a step of the reading is behind us. */
const nextStage = {
  'card-found': 'password',
  'password-right': 'certificate',
  'certificate-read': 'signing',
  signed: 'asking',
} as const satisfies Record<CardProgress, ReadingStage>

/**
 * @param prepare what has to be there before the card is asked; runs while one waits for it
 * @param work what is done with the card
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
