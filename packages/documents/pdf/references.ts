/** Which objects of a revision name which others. */
import { PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib'
import type { PdfRevision } from './revision.ts'

/** Numbers that an object names. */
export function namedIn(object: PDFObject | undefined): Set<number> {
  const text = object instanceof PDFStream ? `${object.dict}` : `${object ?? ''}`
  return new Set([...text.matchAll(/(\d{1,10}) \d{1,5} R\b/g)].map(([, number]) => Number(number)))
}

/** @returns for each number that is named, by which objects; the trailer is none */
export function referrersIn(revision: PdfRevision): ReadonlyMap<number, ReadonlySet<number>> {
  const referrers = new Map<number, Set<number>>()
  for (const by of revision.xref.entries.keys()) {
    const object = revision.object(by)
    // A cross-reference stream is the trailer in another form.
    if (object instanceof PDFStream && `${object.dict.get(PDFName.of('Type'))}` === '/XRef')
      continue
    for (const number of namedIn(object)) {
      const known = referrers.get(number)
      if (known) known.add(by)
      else referrers.set(number, new Set([by]))
    }
  }
  return referrers
}
