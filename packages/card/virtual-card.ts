/** A card in software: takes command APDUs, gives response APDUs, keeps its contents (ISO 7816-4). */
import { type CommandApdu, encodeResponse, parseCommand } from './apdu.ts'
import { changeKey, changeReferenceData } from './commands/change-secret.ts'
import { getChallenge, getData } from './commands/data.ts'
import { readBinary, readRecord } from './commands/read.ts'
import { select } from './commands/select.ts'
import { computeDigitalSignature, internalAuthenticate } from './commands/sign.ts'
import { usableTries, verify } from './commands/verify.ts'
import type { CardContents, SecretFile } from './contents.ts'
import { CardError } from './errors.ts'
import { elementaryFile, type SecretName, secretPlaces } from './layout.ts'
import { type Answer, deselect, type Session } from './session.ts'
import { statusWord } from './status.ts'

type Command = (session: Session, command: CommandApdu) => Answer

const interindustry = 0x00
const proprietary = 0x80

/** CLA → INS → command. */
const commands: ReadonlyMap<number, ReadonlyMap<number, Command>> = new Map([
  [
    interindustry,
    new Map<number, Command>([
      [0x20, verify],
      [0x24, changeReferenceData],
      [0x84, getChallenge],
      [0x88, internalAuthenticate],
      [0xa4, select],
      [0xb0, readBinary],
      [0xb2, readRecord],
      [0xca, getData],
    ]),
  ],
  [
    proprietary,
    new Map<number, Command>([
      [0x2a, computeDigitalSignature],
      [0x32, changeKey],
    ]),
  ],
])

/** CLA‖INS of the commands that concern one secret: VERIFY, CHANGE REFERENCE DATA, CHANGE KEY. */
const secretCommands: ReadonlySet<number> = new Set([0x0020, 0x0024, 0x8032])

export interface Processed {
  /** Response APDU. */
  readonly response: Uint8Array
  /** Counters, secrets or files changed: keep the contents before giving the response out. */
  readonly changed: boolean
}

export class VirtualCard {
  /** Changed in place by VERIFY and the CHANGE commands. */
  readonly contents: CardContents
  readonly #session: Session

  /** @param random a number of bytes from a cryptographic generator, for challenges and PSS salts */
  constructor(contents: CardContents, random: (length: number) => Uint8Array) {
    this.contents = contents
    this.#session = {
      contents,
      random,
      applet: undefined,
      file: undefined,
      verified: new Set(),
      recognised: new Set(),
    }
  }

  /** Answer to reset. */
  get atr(): Uint8Array {
    return this.contents.atr
  }

  /** One command APDU, whatever its bytes; never throws because of them. */
  process(command: Uint8Array): Processed {
    const { sw, data = new Uint8Array(), changed = false } = this.#answer(command)
    return { response: encodeResponse({ data, sw }), changed }
  }

  /**
   * The secret that a VERIFY or CHANGE command would compare or replace now; undefined for other commands. Changes nothing.
   * For a host that keeps no plain values: it puts the value in for the comparison, and stores a spent try before it.
   */
  secretOf(command: Uint8Array): SecretFile | undefined {
    try {
      const { cla, ins, p2 } = parseCommand(command)
      if (!secretCommands.has((cla << 8) | ins) || (p2 & 0xe0) !== 0x80) return undefined
      const { applet, file } = this.#session
      const meant = (p2 & 0x1f) === 0 ? file?.file : applet?.contents.files.get(p2 & 0x1f)
      return meant?.type === 'secret' ? meant : undefined
    } catch {
      return undefined
    }
  }

  /**
   * The host has recognised the holder in its own way, as a phone does by a finger or a face: files and keys behind `name`
   * open as after VERIFY, until the security status is lost. The counter stays, and the secret cannot be changed by it.
   * @returns false where the secret's applet is not selected, or the secret is locked or not set
   */
  recognise(name: SecretName): boolean {
    const [applet, id] = secretPlaces[name]
    if (this.#session.applet?.definition.name !== applet) return false
    const file = elementaryFile(this.contents, applet, id)
    if (file.type !== 'secret' || usableTries(file) === 0) return false
    this.#session.recognised.add(id)
    return true
  }

  /** Cold reset: security status is lost, no applet is selected. */
  reset(): void {
    deselect(this.#session)
  }

  #answer(bytes: Uint8Array): Answer {
    try {
      const command = parseCommand(bytes)
      return find(command)(this.#session, command)
    } catch (error) {
      if (!(error instanceof CardError)) throw error
      // The other codes mean that the card's own contents are unfit: a key that is none.
      const { wrongLength, noPreciseDiagnosis } = statusWord
      return { sw: error.code === 'APDU_MALFORMED' ? wrongLength : noPreciseDiagnosis }
    }
  }
}

function find({ cla, ins }: CommandApdu): Command {
  const ofClass = commands.get(cla)
  if (ofClass === undefined) return () => ({ sw: refusedClass(cla) })
  return ofClass.get(ins) ?? (() => ({ sw: statusWord.instructionNotSupported }))
}

/** §5.1.1, table 2: bits 1 and 2 are a logical channel, bits 3 and 4 secure messaging; this card has neither. */
function refusedClass(cla: number): number {
  const base = cla & 0x7f
  if (base >= 1 && base <= 3) return statusWord.channelNotSupported
  if (base === 0x08 || base === 0x0c) return statusWord.secureMessagingNotSupported
  return statusWord.classNotSupported
}
