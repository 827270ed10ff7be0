/** READ BINARY (ISO 7816-4 §7.2.3) and READ RECORD (§7.3.3). */
import type { CommandApdu } from '../apdu.ts'
import { type Answer, fileByShortId, mayUse, type Session } from '../session.ts'
import { exactLengthStatus, statusWord } from '../status.ts'

/** P1-P2: an offset of 15 bits in the current file, or P1 = 80 | SFI and an offset of 8 bits. */
export function readBinary(session: Session, { p1, p2, data, ne }: CommandApdu): Answer {
  if (data.length > 0 || ne === undefined) return { sw: statusWord.wrongLength }
  const byShortId = (p1 & 0x80) !== 0
  if (byShortId && (p1 & 0x60) !== 0) return { sw: statusWord.wrongP1P2 }
  const target = fileByShortId(session, byShortId ? p1 & 0x1f : 0)
  if (typeof target === 'number') return { sw: target }
  const { file } = target
  if (file.type !== 'transparent') return { sw: statusWord.fileStructure }
  if (!mayUse(session, file.read)) return { sw: statusWord.securityStatus }
  const offset = byShortId ? p2 : (p1 << 8) | p2
  if (offset >= file.content.length) return { sw: statusWord.offsetOutsideFile }
  return { sw: statusWord.ok, data: file.content.slice(offset, offset + ne) }
}

const oneRecord = 4
const allFromRecord = 5

/** P1: the record's number from 1; P2: SFI (five bits) and 4, one record by its number. */
export function readRecord(session: Session, { p1, p2, data, ne }: CommandApdu): Answer {
  if (data.length > 0 || ne === undefined) return { sw: statusWord.wrongLength }
  if ((p2 & 7) === allFromRecord) return { sw: statusWord.functionNotSupported }
  if ((p2 & 7) !== oneRecord) return { sw: statusWord.wrongP1P2 }
  const target = fileByShortId(session, p2 >> 3)
  if (typeof target === 'number') return { sw: target }
  const { file } = target
  if (file.type !== 'record') return { sw: statusWord.fileStructure }
  if (!mayUse(session, file.read)) return { sw: statusWord.securityStatus }
  const record = p1 === 0 ? undefined : file.records[p1 - 1]
  if (record === undefined) return { sw: statusWord.recordNotFound }
  if (record.length > ne) return { sw: exactLengthStatus(record.length) }
  return { sw: statusWord.ok, data: record.slice() }
}
