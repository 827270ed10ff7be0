/** Where lists and the issuer's certificate are (RFC 5280 §4.2.1.13, §4.2.1.15, §4.2.2.1). */
import * as der from '../der.ts'
import { oids } from '../oids.ts'
import { readGeneralName } from './alternative-names.ts'
import { inside, type LooseCertificate, listOf, readable } from './reading.ts'
import type { Note } from './table.ts'

const isFetched = (element: der.Element): boolean => {
  const { kind, text } = readGeneralName(element)
  return kind === 'uri' && /^(?:https?|ldaps?):/i.test(text)
}

export function judgePointers({ extensions }: LooseCertificate, note: Note): void {
  for (const { oid, name, value } of extensions) {
    if (oid === oids.cRLDistributionPoints || oid === oids.freshestCRL)
      readable(note, name, () => {
        for (const point of listOf(value)) judgePoint(point, name, note)
      })
    if (oid === oids.authorityInfoAccess)
      readable(note, name, () => {
        const issuers = listOf(value)
          .map((description) => inside(description))
          .filter(([method]) => method && der.readOid(method) === oids.caIssuers)
        if (issuers.length > 0 && !issuers.some(([, location]) => location && isFetched(location)))
          note('CA_ISSUERS_WITHOUT_URI', name)
      })
  }
}

function judgePoint(point: der.Element, at: string, note: Note): void {
  const reader = new der.Reader(point)
  const name = reader.optional(der.context(0, true))
  reader.optional(der.context(1))
  const issuer = reader.optional(der.context(2, true))
  if (name === undefined && issuer === undefined) note('POINT_INCOMPLETE', at)
  if (name === undefined) return
  const [fullName] = inside(name)
  if (fullName?.tag !== der.context(0, true)) return
  if (!inside(fullName).some(isFetched)) note('POINT_WITHOUT_URI', at)
}
