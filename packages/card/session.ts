/** A card's memory between two commands: the applet, the current file, the secrets verified (ISO 7816-4 §5.4). */
import { appletDefinition } from './applets/applet.ts'
import type { AppletDefinition } from './applets/applet-definition.ts'
import type { AccessRule, AppletContents, CardContents, ElementaryFile } from './contents.ts'
import { statusWord } from './status.ts'

export interface CurrentFile {
  readonly id: number
  readonly file: ElementaryFile
}

interface SelectedApplet {
  readonly definition: AppletDefinition
  readonly contents: AppletContents
}

export interface Session {
  readonly contents: CardContents
  readonly random: (length: number) => Uint8Array
  /** undefined: the card manager, which holds no file. */
  applet: SelectedApplet | undefined
  file: CurrentFile | undefined
  /** File identifiers of the secrets verified in this applet. */
  readonly verified: Set<number>
  /** Those in whose place the holder was recognised otherwise: opens files and keys, changes no secret. */
  readonly recognised: Set<number>
}

/** Result of a command: a status word, data, and whether the contents were changed. */
export interface Answer {
  readonly sw: number
  readonly data?: Uint8Array
  readonly changed?: boolean
}

/** The state after a reset: card manager, no file, nothing verified. */
export function deselect(session: Session): void {
  session.applet = undefined
  session.file = undefined
  session.verified.clear()
  session.recognised.clear()
}

/** Selecting an applet loses the security status, also when it is the same one. */
export function enterApplet(session: Session, contents: AppletContents): void {
  deselect(session)
  session.applet = { definition: appletDefinition(contents.name), contents }
}

/** Whether the secrets verified so far, or a recognition in their place, open a file or a key. */
export function mayUse(session: Session, rule: AccessRule): boolean {
  if (rule === 'free') return true
  if (rule === 'never') return false
  return rule.anyOf.some((id) => session.verified.has(id) || session.recognised.has(id))
}

/** Largest short file identifier (ISO 7816-4 §5.3.1.1: five bits, 31 is none). */
const LAST_SHORT_ID = 30

/**
 * The file a command means by a short file identifier; 0 means the current one. The file becomes current.
 * @returns the file, or 6986 (no current file) or 6A82 (no such file)
 */
export function fileByShortId(session: Session, shortId: number): CurrentFile | number {
  if (shortId === 0) return session.file ?? statusWord.noCurrentFile
  const file = session.applet?.contents.files.get(shortId)
  if (file === undefined || shortId > LAST_SHORT_ID) return statusWord.fileNotFound
  session.file = { id: shortId, file }
  return session.file
}

/**
 * The same for P2 of VERIFY, CHANGE REFERENCE DATA and the key commands: 80 is the current file, 80 | SFI another.
 * @returns the file, or 6A86 where P2 is neither, 6986 or 6A82
 */
export function fileByReference(session: Session, p2: number): CurrentFile | number {
  return (p2 & 0xe0) === 0x80 ? fileByShortId(session, p2 & 0x1f) : statusWord.wrongP1P2
}
