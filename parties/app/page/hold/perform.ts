/** Runs the effects in the table of 1-B③, 1-B④. The secret of a finger or a face goes to the element that lies there, and nowhere else. */
import { presentCard } from '@kazashi/card'
import { biometricQuestion, heldElement, PhoneError } from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import { refusalOf } from '../faults/refusal.ts'
import { type Device, DeviceError } from '../phone/device.ts'
import { heldAddress, placeAwaited, placesNear } from './places.ts'
import type { HoldEffect, HoldEvent, MachineName, Place } from './table.ts'

export interface Holding {
  readonly perform: Perform<HoldEvent, HoldEffect>
  /** The person goes elsewhere: the phone is taken away. */
  readonly leave: () => void
}

/**
 * @param wanted the machine that is waited for; undefined: whatever is there
 * @param onOver the phone lies there no more, whatever the screen shows by then
 */
export function holding(
  device: Device,
  wanted: MachineName | undefined,
  onOver: (how: 'taken' | 'lost') => void,
): Holding {
  const { phone, readerUrl } = device
  let secret: Uint8Array | undefined
  let close: (() => void) | undefined
  let isLeft = false

  const recognise = async (signal: AbortSignal) => {
    const question = biometricQuestion(phone)
    if (question === undefined) throw new PhoneError('BIOMETRICS_OFF')
    const given = await device.recognition.ask(question, signal)
    if (signal.aborted) given.fill(0)
    else secret = given
  }
  const hold = async (reader: string, at: Place) => {
    const given = secret
    secret = undefined
    const held = await presentCard(heldAddress(reader, at), heldElement(phone, given))
    close = held.close
    if (isLeft) held.close()
    void held.over.then((how) => {
      close = undefined
      device.look() // tries may have been spent
      onOver(how)
    })
  }

  return {
    perform: async (effect, send, signal) => {
      try {
        if (readerUrl === null) throw new DeviceError('READER_MISSING')
        // Over the air, whether or not the phone has a network.
        const look = () => placesNear(readerUrl, (input, init) => fetch(input, init))
        switch (effect.type) {
          case 'look': {
            const places = await (wanted === undefined
              ? look()
              : placeAwaited(wanted, look, signal))
            return send({ type: 'found', places })
          }
          case 'recognise':
            await recognise(signal)
            return send({ type: 'recognised' })
          case 'hold':
            await hold(readerUrl, effect.at)
            return send({ type: 'held' })
          case 'take':
            return close?.()
        }
      } catch (thrown) {
        secret?.fill(0)
        secret = undefined
        device.look()
        send({ type: 'refused', refusal: refusalOf(thrown) })
      }
    },
    leave: () => {
      isLeft = true
      secret?.fill(0)
      close?.()
    },
  }
}
