/** GET CHALLENGE (ISO 7816-4 §7.5.3) and GET DATA (§7.4.2): answers of the card without any file. */
import { type CommandApdu, SHORT_NE_LIMIT } from '../apdu.ts'
import { dataObject } from '../layout.ts'
import type { Answer, Session } from '../session.ts'
import { statusWord } from '../status.ts'

/** 1…256 random bytes, also before any SELECT; extended length is refused. */
export function getChallenge(
  session: Session,
  { p1, p2, data, ne, extended }: CommandApdu,
): Answer {
  if (p1 !== 0 || p2 !== 0) return { sw: statusWord.wrongP1P2 }
  if (data.length > 0 || ne === undefined) return { sw: statusWord.wrongLength }
  if (extended || ne > SHORT_NE_LIMIT) return { sw: statusWord.conditionsOfUse }
  return { sw: statusWord.ok, data: session.random(ne) }
}

/** P1-P2: the tag. The card manager answers all of them, an applet the contact ATR only. */
export function getData(session: Session, { p1, p2, data, ne }: CommandApdu): Answer {
  const tag = (p1 << 8) | p2
  const value = session.contents.dataObjects.get(tag)
  const inReach = session.applet === undefined || tag === dataObject.contactAtr
  if (value === undefined || !inReach) return { sw: statusWord.referencedDataNotFound }
  // Not 6Cxx: this card names no length, clients ask again with extended Le.
  if (data.length > 0 || ne === undefined || value.length > ne)
    return { sw: statusWord.wrongLength }
  return { sw: statusWord.ok, data: value.slice() }
}
