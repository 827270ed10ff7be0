/** Everything that would be random is drawn from the seed (HKDF, RFC 5869), by a label for each use. */
import { hkdfSync } from 'node:crypto'

/** @param label the use: the same label draws the same octets @param octets at most 8,160 */
export type Draw = (label: string, octets: number) => Uint8Array

const utf8 = new TextEncoder()

export const drawFrom =
  (seed: number): Draw =>
  (label, octets) =>
    new Uint8Array(
      hkdfSync('sha256', utf8.encode(`${seed}`), 'kazashi corpus', utf8.encode(label), octets),
    )
