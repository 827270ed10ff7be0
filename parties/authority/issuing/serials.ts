/** Serial numbers: a certificate's index in its series, encrypted. Cards have four octets as real ones, phones sixteen. */

import type { Sealing } from '@kazashi/database'
import type { CertificateKind } from '@kazashi/lifecycle'
import { cardSerial, phoneSerial, type SerialCodec } from '@kazashi/pki'
import { generationOf } from '../database/numbering.ts'
import type { SeriesName } from '../database/tables.ts'

/** Octets of a card's serial number; a phone's has up to sixteen, and a number of the other length is never ours. */
const cardOctets = 4

export interface Serials {
  encode(series: SeriesName, index: number): string
  /** @param kind of the issuer @returns undefined: no number of ours @param serialNumber lower-case hex */
  decode(
    kind: CertificateKind,
    serialNumber: string,
  ):
    | { readonly series: SeriesName; readonly index: number; readonly generation: number }
    | undefined
}

export function createSerials(sealing: Sealing): Serials {
  const card = (series: SeriesName) => cardSerial(sealing.derive(`serial ${series}`, 16))
  const phone = (series: SeriesName) => phoneSerial(sealing.derive(`serial ${series}`, 16))
  const codecs: Readonly<Record<SeriesName, SerialCodec>> = {
    'card-signing': card('card-signing'),
    'card-authentication': card('card-authentication'),
    'phone-signing': phone('phone-signing'),
    'phone-authentication': phone('phone-authentication'),
  }
  return {
    encode: (series, index) => codecs[series].encode(index),
    decode(kind, serialNumber) {
      const carrier = serialNumber.length === 2 * cardOctets ? 'card' : 'phone'
      const series: SeriesName = `${carrier}-${kind}`
      const index = codecs[series].decode(serialNumber)
      return index === undefined
        ? undefined
        : { series, index, generation: generationOf(series, index) }
    },
  }
}
