/**
 * The proof of who stands here: the server's statement signed by the authentication key of what is held to the reader, or the card's
 * certificate where its face is compared. A PIN goes into VERIFY and nowhere else.
 */
import { type CardTransport, openCard } from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import { createSignedData } from '@kazashi/pki'
import { z } from 'zod'
import type { Device, NewVisit } from '../wire.ts'
import { TerminalFault } from './fault.ts'

/** How the person is known to be the holder. */
export type Way =
  | { readonly kind: 'pin'; readonly pin: string; readonly lastTry: boolean }
  /** The phone itself has recognised the holder. */
  | { readonly kind: 'recognised' }
  /** The face on the card is compared: by the terminal, or by the reception. */
  | { readonly kind: 'face' }
  | { readonly kind: 'eye' }

const Statement = z.object({ time: z.coerce.date() })

/**
 * @param wanted as the person chose @returns the proof as the server takes it
 * @throws {TerminalFault} OTHER_DEVICE, NOT_A_CARD, NOT_RECOGNISED; {CardError}
 */
export async function proofBy(
  transport: CardTransport,
  wanted: Device,
  way: Way,
  { statement, nonce, code }: NewVisit,
): Promise<object> {
  const client = openCard(transport)
  const { carrier } = await client.token()
  if (carrier === 'other' || carrier === 'resident-card')
    throw new TerminalFault({ code: 'NOT_A_CARD' })
  if (carrier !== wanted) throw new TerminalFault({ code: 'OTHER_DEVICE', held: carrier })
  if (way.kind === 'face' || way.kind === 'eye') {
    const certificate = await client.readCertificate('authentication')
    return { kind: way.kind, certificate: base64.encode(certificate) }
  }
  // ISO 7816-4 §7.5.6: where the phone has recognised its holder, no PIN is wanted.
  const isOpen = carrier !== 'card' && (await client.isRecognised('authentication-pin'))
  if (!isOpen && way.kind === 'recognised') throw new TerminalFault({ code: 'NOT_RECOGNISED' })
  const proof = isOpen || way.kind === 'recognised' ? async () => undefined : way.pin
  const force = way.kind === 'pin' && way.lastTry
  const signer = await client.signer('authentication', proof, { force })
  const certificate = await client.readCertificate('authentication')
  const content = base64.decode(statement)
  const { time } = Statement.parse(JSON.parse(new TextDecoder().decode(content)))
  const response = await createSignedData({ content, certificate, signer, signingTime: time })
  return { kind: 'signature', response: base64.encode(response), nonce, code }
}
