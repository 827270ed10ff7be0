/** Reading a card in a reader of this machine by PC/SC: Linux (pcscd), macOS and Windows bring the service along. */
import type { Card, Client, Err, Reader } from 'pcsc-mini'
import { CardError } from '../errors.ts'
import type { CardTransport } from '../transport.ts'

/** A service reports its readers at once; nothing for this long means that there are no more (milliseconds). */
const quiet = 200
/** Another program that just used the card lets it go within this time (milliseconds). */
const busyFor = 2_000
const busyStep = 100

type Pcsc = typeof import('pcsc-mini')

const noService = new Set(['NoService', 'ServiceStopped', 'NoAccess', 'ServerTooBusy'])
const away = new Set([
  'NoSmartCard',
  'RemovedCard',
  'ResetCard',
  'UnpoweredCard',
  'UnresponsiveCard',
  'UnsupportedCard',
  'CommError',
  'CommDataLost',
  'NotTransacted',
  'ProtoMismatch',
  'InvalidHandle',
])
const noReader = new Set(['UnknownReader', 'ReaderUnavailable', 'NoReadersAvailable'])

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Errors of PC/SC in our words. */
function cardError(error: unknown): CardError {
  if (error instanceof CardError) return error
  const code = codeOf(error)
  const details = { detail: code || 'PC/SC', cause: error }
  if (away.has(code)) return new CardError('CARD_AWAY', details)
  if (noReader.has(code)) return new CardError('READER_NOT_FOUND', details)
  return new CardError('READER_UNAVAILABLE', details)
}

/** The library loads the system's PC/SC library, which a Linux machine may not have. */
async function load(): Promise<Pcsc> {
  try {
    return await import('pcsc-mini')
  } catch (cause) {
    throw new CardError('READER_UNAVAILABLE', { detail: 'no PC/SC library', cause })
  }
}

interface Watch {
  readonly client: Client
  /** Reader and whether a card is in it, as last heard. */
  readonly readers: Map<string, { readonly reader: Reader; present: boolean }>
  /** Resolves at the next news, or false after `milliseconds`; rejects when the service goes away. */
  news(milliseconds: number, signal?: AbortSignal): Promise<boolean>
}

function watch(pcsc: Pcsc): Watch {
  const client = new pcsc.Client()
  const readers: Watch['readers'] = new Map()
  let failure: Err | undefined
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of [...listeners]) listener()
  }
  client.on('error', (error) => {
    failure = error
    tell()
  })
  client.on('reader', (reader) => {
    const entry = { reader, present: false }
    readers.set(reader.name(), entry)
    reader.on('change', (status) => {
      entry.present = status.has(pcsc.ReaderStatus.PRESENT)
      tell()
    })
    reader.on('disconnect', () => {
      readers.delete(reader.name())
      tell()
    })
    tell()
  })
  try {
    client.start()
  } catch (error) {
    throw noService.has(codeOf(error))
      ? new CardError('READER_UNAVAILABLE', { detail: 'no PC/SC service', cause: error })
      : cardError(error)
  }
  const news: Watch['news'] = (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const end = (heard: boolean): void => {
        clearTimeout(timer)
        listeners.delete(listener)
        signal?.removeEventListener('abort', stop)
        if (failure !== undefined) reject(cardError(failure))
        else resolve(heard)
      }
      const listener = (): void => end(true)
      const stop = (): void => end(false)
      const timer = setTimeout(stop, milliseconds)
      listeners.add(listener)
      signal?.addEventListener('abort', stop)
      if (signal?.aborted === true) stop()
    })
  return { client, readers, news }
}

/** Hears until the service has named its readers. */
async function settle({ news }: Watch): Promise<void> {
  while (await news(quiet)) {
    // more may follow
  }
}

/**
 * The names of the readers of this machine, with and without a card.
 * @throws {CardError} READER_UNAVAILABLE when there is no PC/SC service
 */
export async function listReaders(): Promise<string[]> {
  const seen = watch(await load())
  try {
    await settle(seen)
    return [...seen.readers.keys()]
  } finally {
    seen.client.stop()
  }
}

export interface PcscOptions {
  /** Wait for the reader and for a card in it until this aborts; without it neither is waited for. */
  readonly signal?: AbortSignal
  /** Called once when a card has to be waited for. */
  readonly onWaiting?: () => void
}

/**
 * Takes the card in a reader for this program alone, until it is closed: then the card is reset, so that nobody inherits
 * its security status.
 * @param readerName as `listReaders` gives it
 * @throws {CardError} READER_UNAVAILABLE (no service, or another program keeps the card), READER_NOT_FOUND, CARD_AWAY
 */
export async function connectPcsc(
  readerName: string,
  options: PcscOptions = {},
): Promise<CardTransport> {
  const pcsc = await load()
  const seen = watch(pcsc)
  try {
    const reader = await waitFor(seen, readerName, options)
    const card = await connectCard(pcsc, reader)
    const { atr } = await card.state()
    return transportOf(pcsc, seen.client, card, atr)
  } catch (error) {
    seen.client.stop()
    throw cardError(error)
  }
}

async function waitFor(seen: Watch, name: string, options: PcscOptions): Promise<Reader> {
  const { signal, onWaiting } = options
  const there = (): Reader | undefined => {
    const entry = seen.readers.get(name)
    return entry?.present === true ? entry.reader : undefined
  }
  while (there() === undefined && (await seen.news(quiet))) {
    // the service is still naming its readers
  }
  if (there() === undefined && signal?.aborted === false) {
    onWaiting?.()
    while (there() === undefined && !signal.aborted) await seen.news(longest, signal)
  }
  const reader = there()
  if (reader !== undefined) return reader
  throw seen.readers.has(name)
    ? new CardError('CARD_AWAY', { detail: 'no card in the reader' })
    : new CardError('READER_NOT_FOUND', { detail: name })
}

/** A timer's longest time (milliseconds). */
const longest = 2 ** 31 - 1

async function connectCard(pcsc: Pcsc, reader: Reader): Promise<Card> {
  for (let waited = 0; ; waited += busyStep) {
    try {
      return await reader.connect(pcsc.CardMode.EXCLUSIVE, pcsc.Protocol.ANY)
    } catch (error) {
      if (codeOf(error) !== 'SharingViolation' || waited >= busyFor) throw error
      await new Promise((resolve) => setTimeout(resolve, busyStep))
    }
  }
}

function transportOf(pcsc: Pcsc, client: Client, card: Card, atr: Uint8Array): CardTransport {
  const buffer = new ArrayBuffer(pcsc.MAX_BUFFER_LEN)
  let closed = false
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) throw new CardError('CARD_AWAY', { detail: 'closed' })
    try {
      return await work()
    } catch (error) {
      throw cardError(error)
    }
  }
  return {
    atr: Uint8Array.from(atr),
    transmit: (command) =>
      guarded(async () => Uint8Array.from(await card.transmit(command, buffer))),
    reset: () =>
      guarded(async () => {
        await card.reconnect(pcsc.CardMode.EXCLUSIVE, pcsc.CardDisposition.UNPOWER)
      }),
    async close() {
      if (closed) return
      closed = true
      try {
        await card.disconnect(pcsc.CardDisposition.RESET)
      } catch {
        // the card or the service is gone already: there is nothing to let go
      } finally {
        client.stop()
      }
    },
  }
}
