/** The entry of a new PIN is judged with the birth date of the card's holder at hand; no state and no store keeps it. */
import { holderBirthDate } from '@kazashi/phone'
import type { Device } from '../phone/device.ts'

/** Adds the birth date to entries of a PIN, and hands on other events as they are. */
export const withBirthDate =
  <Event extends { readonly type: string }>(
    { phone }: Pick<Device, 'phone'>,
    send: (event: Event) => void,
  ) =>
  (event: Event): void => {
    if (event.type !== 'pin-entered') send(event)
    else {
      holderBirthDate(phone).then(
        (birthDate) => send({ ...event, birthDate }),
        () => send(event), // nothing readable was signed: judged by its digits alone
      )
    }
  }
