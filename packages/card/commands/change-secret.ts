/** CHANGE REFERENCE DATA (ISO 7816-4 §7.5.7) and CHANGE KEY (JICSAP 1.1): the new secret only, after VERIFY of the old. */
import type { CommandApdu } from '../apdu.ts'
import type { AppletDefinition } from '../applets/applet-definition.ts'
import { fitsForm } from '../layout.ts'
import { type Answer, fileByReference, type Session } from '../session.ts'
import { statusWord } from '../status.ts'

/** `00 24 01 P2`: JPKI and card-data applets. P1 = 00 (old ‖ new) is not this card's way. */
export const changeReferenceData = (session: Session, command: CommandApdu): Answer =>
  command.p1 === 0x01
    ? change(session, command, 'change-reference-data')
    : { sw: statusWord.wrongP1P2 }

/** `80 32 00 P2`: common and resident register applets. */
export const changeKey = (session: Session, command: CommandApdu): Answer =>
  command.p1 === 0x00 ? change(session, command, 'change-key') : { sw: statusWord.wrongP1P2 }

function change(
  session: Session,
  { p2, data }: CommandApdu,
  way: AppletDefinition['change'],
): Answer {
  if (session.applet?.definition.change !== way) return { sw: statusWord.instructionNotSupported }
  const target = fileByReference(session, p2)
  if (typeof target === 'number') return { sw: target }
  const { id, file } = target
  if (file.type !== 'secret') return { sw: statusWord.fileStructure }
  if (!session.verified.has(id)) return { sw: statusWord.securityStatus }
  if (data.length === 0) return { sw: statusWord.wrongLength }
  // Numbers printed on the card are never changed.
  if (file.form === 'fixed') return { sw: statusWord.conditionsOfUse }
  if (!fitsForm(file.form, data)) return { sw: statusWord.wrongData }
  file.value = data.slice()
  return { sw: statusWord.ok, changed: true }
}
