/** Looks for secrets in the data a phone sent, kept or printed: as text in either case, as UTF-16, as hex, and inside base64. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Something that was left behind, and where. */
export interface Trace {
  readonly where: string
  readonly bytes: Uint8Array
}

export interface Secret {
  readonly name: string
  readonly value: string
}

export const textTrace = (where: string, text: string): Trace => ({
  where,
  bytes: Buffer.from(text),
})

/** A secret this short turns up by chance; it is looked for only as a value of its own. */
const shortest = 6
/** Shorter runs of base64 hold no secret of that length. */
const base64Runs = /[A-Za-z0-9+/_-]{8,}={0,2}/g
/** Base64 in base64: a CMS in JSON is one layer, encoded data inside it the next. */
const layers = 2

const asLatin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** The text itself and all base64 inside it. */
function readings(text: string, depth: number): string[] {
  if (depth === 0) return [text]
  const inside = text.match(base64Runs) ?? []
  return [
    text,
    ...inside.flatMap((run) => readings(Buffer.from(run, 'base64').toString('latin1'), depth - 1)),
  ]
}

function holds(reading: string, value: string): boolean {
  if (value.length < shortest) {
    // As a whole value between marks, as all there is, or as a string with its length before it (BER-TLV, APDU).
    const whole = new RegExp(`(?:^|["'=>(\\s])${value}(?:$|["'&<),;\\s])`)
    const prefixed = String.fromCharCode(value.length) + value
    return whole.test(reading) || reading.includes(prefixed)
  }
  const folded = reading.toUpperCase()
  const wide = value.split('').join('\0')
  const hex = Buffer.from(value).toString('hex').toUpperCase()
  return [value, wide, hex].some((form) => folded.includes(form.toUpperCase()))
}

/** @returns each place with a secret in it, as `NAME: WHERE` */
export function findSecrets(traces: readonly Trace[], secrets: readonly Secret[]): string[] {
  return traces.flatMap(({ where, bytes }) => {
    const all = readings(asLatin1(bytes), layers)
    return secrets
      .filter(({ value }) => all.some((reading) => holds(reading, value)))
      .map(({ name }) => `${name}: ${where}`)
  })
}

/** Files in `folder` with a word in them in the clear; a word of four digits would be in any database by chance. */
export function findInFiles(folder: string, secrets: readonly Secret[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  return files
    .filter((file) => file.isFile())
    .flatMap(({ parentPath, name: file }) => {
      const content = readFileSync(join(parentPath, file))
      return secrets
        .filter(({ value }) => value.length >= shortest && content.includes(value))
        .map(({ name }) => `${name}: ${join(parentPath, file)}`)
    })
}
