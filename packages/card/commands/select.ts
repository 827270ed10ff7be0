/** SELECT (ISO 7816-4 §7.1.1): applets by name or its beginning, files by identifier under the applet. */
import type { CommandApdu } from '../apdu.ts'
import { appletDefinition, applets, cardManagerAid } from '../applets/applet.ts'
import { type Answer, deselect, enterApplet, type Session } from '../session.ts'
import { statusWord } from '../status.ts'

const LONGEST_AID = 16
const noAnswerData = 0x0c
const nextOccurrence = 0x02

/** P1 = 04 applet, 02 file, 00 the master file, which this card has only in name. */
export function select(session: Session, command: CommandApdu): Answer {
  if (command.p1 === 0x04) return selectApplet(session, command)
  if (command.p1 === 0x02) return selectFile(session, command)
  if (command.p1 === 0x00) return selectMasterFile(session, command)
  return { sw: statusWord.wrongP1P2 }
}

function selectApplet(session: Session, { p2, data, ne }: CommandApdu): Answer {
  if (
    (p2 & ~noAnswerData & ~nextOccurrence) !== 0 ||
    ![0, noAnswerData].includes(p2 & noAnswerData)
  )
    return { sw: statusWord.wrongP1P2 }
  if (data.length === 0 || data.length > LONGEST_AID) return { sw: statusWord.wrongLength }
  const names = selectableNames(session)
  const current = names.findIndex(({ name }) => name === session.applet?.definition.name)
  const from = (p2 & nextOccurrence) === 0 ? 0 : current + 1
  const found = names.slice(from).find(({ aid }) => startsWith(aid, data))
  if (found === undefined) return { sw: statusWord.fileNotFound }
  const contents = session.contents.applets.find(({ name }) => name === found.name)
  if (contents === undefined) deselect(session)
  else enterApplet(session, contents)
  const wantsTemplate = (p2 & noAnswerData) === 0 && ne !== undefined
  return wantsTemplate
    ? { sw: statusWord.ok, data: controlTemplate(found.aid) }
    : { sw: statusWord.ok }
}

/** The card manager first (its name is undefined, as in the session), then the applets this card has. */
function selectableNames(session: Session): { name: string | undefined; aid: Uint8Array }[] {
  const present = new Set(session.contents.applets.map(({ name }) => name))
  return [
    { name: undefined, aid: cardManagerAid },
    ...applets
      .filter(({ name }) => present.has(name))
      .map(({ name }) => ({ name, aid: appletDefinition(name).aid })),
  ]
}

const startsWith = (aid: Uint8Array, prefix: Uint8Array): boolean =>
  prefix.length <= aid.length && prefix.every((byte, index) => byte === aid[index])

/** FCI template with the DF name only (§5.3.3, tables 10 and 12). */
const controlTemplate = (aid: Uint8Array): Uint8Array =>
  Uint8Array.from([0x6f, aid.length + 2, 0x84, aid.length, ...aid])

function selectFile(session: Session, { p2, data }: CommandApdu): Answer {
  if (p2 !== 0 && p2 !== noAnswerData) return { sw: statusWord.wrongP1P2 }
  const [high, low] = data
  if (data.length !== 2 || high === undefined || low === undefined)
    return { sw: statusWord.wrongLength }
  const id = (high << 8) | low
  const file = session.applet?.contents.files.get(id)
  if (file === undefined) return { sw: statusWord.fileNotFound }
  session.file = { id, file }
  return { sw: statusWord.ok }
}

/** Seen on cards: no effect and 9000 under an applet, 6A86 in the card manager, 6A82 by identifier. */
function selectMasterFile(session: Session, { p2, data }: CommandApdu): Answer {
  if (p2 !== 0 && p2 !== noAnswerData) return { sw: statusWord.wrongP1P2 }
  if (data.length === 0)
    return { sw: session.applet === undefined ? statusWord.wrongP1P2 : statusWord.ok }
  return { sw: data.length === 2 ? statusWord.fileNotFound : statusWord.wrongLength }
}
