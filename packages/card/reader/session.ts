/**
 * A client's work with commands: one exchange with its continuations, selecting, and reading a file to its exact length
 * (ISO 7816-4 §5.1, §7.1.1, §7.2.3, §7.6.1). It remembers what is selected, so nothing is selected twice.
 */
import type { ResponseApdu } from '../apdu.ts'
import { type CommandParts, command, encodeCommand, parseResponse } from '../apdu.ts'
import { appletDefinition } from '../applets/applet.ts'
import type { AppletName } from '../contents.ts'
import { CardError } from '../errors.ts'
import { statusWord } from '../status.ts'
import { tlvHeaderMax, tlvLength } from '../tlv.ts'
import type { CardTransport } from '../transport.ts'

/** Most bytes of one READ BINARY with a short Le. */
const shortChunk = 256
/** Offsets of READ BINARY have fifteen bits (§7.2.2). */
const offsetLimit = 0x8000
/** More continuations of one answer than this are no honest card: 64 KiB in steps of a byte is not waited for. */
const continuationLimit = 300

export interface Progress {
  readonly step: 'select' | 'read' | 'verify' | 'sign' | 'change'
  readonly applet: AppletName
  /** Elementary file, undefined while an applet is selected. */
  readonly file: number | undefined
  /** Bytes read so far, and in all once that is known; both 0 where nothing is read. */
  readonly done: number
  readonly total: number | undefined
}

export interface SessionOptions {
  /** Called after each command that had success. */
  readonly onProgress?: (progress: Progress) => void
  /**
   * Read long files by one command with an extended Le. Default false: cards take it, but not every reader does.
   */
  readonly extendedLength?: boolean
}

export class ReaderSession {
  readonly #transport: CardTransport
  readonly #options: SessionOptions
  #applet: AppletName | undefined
  #file: number | undefined
  /** Counts how often the security status was lost, so that the caller that verified can tell. */
  #epoch = 0

  constructor(transport: CardTransport, options: SessionOptions) {
    this.#transport = transport
    this.#options = options
  }

  /** The security status that stands now; another value later: it was lost meanwhile. */
  get epoch(): number {
    return this.#epoch
  }

  /**
   * One command and its whole answer: 6Cxx is repeated with the right length, 61xx continued by GET RESPONSE.
   * @throws {CardError} CARD_AWAY, CARD_ANSWER_MALFORMED
   */
  async exchange(parts: CommandParts): Promise<ResponseApdu> {
    let answer = await this.#transmit(parts)
    if (answer.sw >> 8 === 0x6c) {
      answer = await this.#transmit({ ...parts, ne: answer.sw & 0xff || shortChunk })
    }
    if (answer.sw >> 8 !== 0x61) return answer
    const pieces = [answer.data]
    for (let count = 0; answer.sw >> 8 === 0x61; count += 1) {
      if (count === continuationLimit) throw new CardError('CARD_ANSWER_MALFORMED')
      const ne = answer.sw & 0xff || shortChunk
      answer = await this.#transmit({ cla: 0x00, ins: 0xc0, p1: 0, p2: 0, ne })
      pieces.push(answer.data)
    }
    return { data: concatenate(pieces), sw: answer.sw }
  }

  async #transmit(parts: CommandParts): Promise<ResponseApdu> {
    try {
      return parseResponse(await this.#transport.transmit(encodeCommand(command(parts))))
    } catch (error) {
      this.#forget()
      throw error
    }
  }

  #forget(): void {
    this.#applet = undefined
    this.#file = undefined
    this.#epoch += 1
  }

  /**
   * Selects an applet, unless it is; selecting one clears the security status.
   * @throws {CardError} NOT_A_MY_NUMBER_CARD when the card has no such applet
   */
  async selectApplet(applet: AppletName): Promise<void> {
    if (this.#applet === applet) return
    this.#forget()
    const { sw } = await this.exchange({
      cla: 0x00,
      ins: 0xa4,
      p1: 0x04,
      p2: 0x0c,
      data: appletDefinition(applet).aid,
    })
    if (sw !== statusWord.ok) {
      throw new CardError('NOT_A_MY_NUMBER_CARD', { statusWord: sw, detail: applet })
    }
    this.#applet = applet
    this.report('select', { file: undefined })
  }

  /** @throws {CardError} FILE_NOT_FOUND, NOT_A_MY_NUMBER_CARD */
  async selectFile(applet: AppletName, file: number): Promise<void> {
    await this.selectApplet(applet)
    if (this.#file === file) return
    const { sw } = await this.exchange({
      cla: 0x00,
      ins: 0xa4,
      p1: 0x02,
      p2: 0x0c,
      data: Uint8Array.of(file >> 8, file & 0xff),
    })
    if (sw !== statusWord.ok) {
      this.#file = undefined
      throw fileError(sw, applet, file)
    }
    this.#file = file
  }

  /**
   * The one data object or certificate in a file, to its exact length: filler after it is not read.
   * @throws {CardError} SECURITY_STATUS when a secret has to be verified first; FILE_NOT_FOUND; DATA_OBJECT_MALFORMED
   */
  async readObject(applet: AppletName, file: number): Promise<Uint8Array> {
    await this.selectFile(applet, file)
    const first = await this.#readBinary(applet, file, 0, shortChunk)
    const total = tlvLength(first.subarray(0, tlvHeaderMax))
    if (total === undefined || total > offsetLimit) {
      throw new CardError('DATA_OBJECT_MALFORMED', { detail: fileName(applet, file) })
    }
    return this.#readRest(applet, file, first, total)
  }

  /** The first `length` bytes of a file that is no data object. @throws {CardError} as `readObject` */
  async readFixed(applet: AppletName, file: number, length: number): Promise<Uint8Array> {
    await this.selectFile(applet, file)
    return this.#readRest(applet, file, new Uint8Array(), length)
  }

  async #readRest(
    applet: AppletName,
    file: number,
    first: Uint8Array,
    total: number,
  ): Promise<Uint8Array> {
    const whole = new Uint8Array(total)
    let done = Math.min(first.length, total)
    whole.set(first.subarray(0, done))
    if (done > 0) this.report('read', { file, done, total })
    while (done < total) {
      const most = this.#options.extendedLength === true ? total : shortChunk
      const piece = await this.#readBinary(applet, file, done, Math.min(most, total - done))
      if (piece.length === 0 || piece.length > total - done) {
        throw new CardError('DATA_OBJECT_MALFORMED', { detail: fileName(applet, file) })
      }
      whole.set(piece, done)
      done += piece.length
      this.report('read', { file, done, total })
    }
    return whole
  }

  async #readBinary(
    applet: AppletName,
    file: number,
    offset: number,
    ne: number,
  ): Promise<Uint8Array> {
    const { data, sw } = await this.exchange({
      cla: 0x00,
      ins: 0xb0,
      p1: offset >> 8,
      p2: offset & 0xff,
      ne,
    })
    if (sw !== statusWord.ok) throw fileError(sw, applet, file)
    return data
  }

  /** Tells the listener about a command that had success. */
  report(step: Progress['step'], at: Partial<Omit<Progress, 'step' | 'applet'>> = {}): void {
    if (this.#applet === undefined) return
    this.#options.onProgress?.({
      step,
      applet: this.#applet,
      file: this.#file,
      done: 0,
      total: 0,
      ...at,
    })
  }
}

const fileName = (applet: AppletName, file: number): string =>
  `${applet} EF ${file.toString(16).toUpperCase().padStart(4, '0')}`

/** The error for a status word that an operation on a file got. */
export function fileError(sw: number, applet: AppletName, file: number): CardError {
  const details = { statusWord: sw, detail: fileName(applet, file) }
  if (sw === statusWord.securityStatus) return new CardError('SECURITY_STATUS', details)
  // An empty file, one without a certificate, has no first byte either: 6B00 at offset 0.
  const absent: readonly number[] = [
    statusWord.fileNotFound,
    statusWord.recordNotFound,
    statusWord.offsetOutsideFile,
  ]
  if (absent.includes(sw)) {
    return new CardError('FILE_NOT_FOUND', details)
  }
  return new CardError('CARD_STATUS_UNEXPECTED', details)
}

function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
