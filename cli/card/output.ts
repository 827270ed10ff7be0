/** Output of a reading command: fields for people, one JSON document for programs. */

/** A value, or several with names. */
export type Fields = Readonly<{ [name: string]: string | number | boolean | null | Fields }>

/** `name: value` lines, nested fields indented; a text of several lines stands below its name. */
function fieldLines(fields: Fields, indent = ''): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (value !== null && typeof value === 'object') {
      return [`${indent}${name}:`, ...fieldLines(value, `${indent}  `)]
    }
    const text = value === null ? '-' : String(value)
    if (!text.includes('\n')) return [`${indent}${name}: ${text}`]
    return [`${indent}${name}:`, ...text.trimEnd().split('\n')]
  })
}

/** Prints to standard output, which carries nothing else. */
export function print(fields: Fields, json: boolean | undefined): void {
  console.log(json === true ? JSON.stringify(fields, undefined, 2) : fieldLines(fields).join('\n'))
}
