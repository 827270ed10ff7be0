/** Dates of a PDF (ISO 32000-2 §7.9.4): `D:YYYYMMDDHHmmSSOHH'mm`. */

/** In UTC. */
export const pdfDate = (date: Date): string =>
  `D:${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`

const form =
  /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?$/

/** Without an offset it is taken for UTC. @returns undefined: no date */
export function readPdfDate(text: string | undefined): Date | undefined {
  const found = form.exec(text ?? '')
  if (found === null) return undefined
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00'] = found
  const [sign, hours = '00', minutes = '00'] = found.slice(7)
  const offset = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
  return Number.isNaN(date.getTime()) ? undefined : date
}
