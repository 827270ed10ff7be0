/** VERIFY (ISO 7816-4 §7.5.6): a try is spent before the comparison, so that no failure on the way gives one back. */
import { constantTimeEqual } from '#crypto'
import type { CommandApdu } from '../apdu.ts'
import type { SecretFile } from '../contents.ts'
import { type Answer, fileByReference, type Session } from '../session.ts'
import { statusWord, triesLeftStatus } from '../status.ts'

/**
 * No data asks whether anything is to be compared, and changes nothing: 9000 where a phone has recognised its holder, else the tries left
 * (63Cx). Data is compared.
 */
export function verify(session: Session, { p1, p2, data }: CommandApdu): Answer {
  if (p1 !== 0) return { sw: statusWord.wrongP1P2 }
  const target = fileByReference(session, p2)
  if (typeof target === 'number') return { sw: target }
  const { id, file } = target
  if (file.type !== 'secret') return { sw: statusWord.fileStructure }
  if (data.length === 0) {
    return { sw: session.recognised.has(id) ? statusWord.ok : triesLeftStatus(usableTries(file)) }
  }
  if (usableTries(file) === 0) return { sw: statusWord.referenceDataNotUsable }
  return compare(session, id, file, data)
}

/** A secret that is not set answers like a blocked one. */
export const usableTries = (file: SecretFile): number =>
  file.value === undefined ? 0 : file.triesLeft

function compare(session: Session, id: number, file: SecretFile, data: Uint8Array): Answer {
  const before = file.triesLeft
  file.triesLeft -= 1
  session.verified.delete(id)
  session.recognised.delete(id)
  if (file.value === undefined || !constantTimeEqual(file.value, data))
    return { sw: triesLeftStatus(file.triesLeft), changed: true }
  file.triesLeft = file.tries
  session.verified.add(id)
  return { sw: statusWord.ok, changed: before !== file.tries }
}
