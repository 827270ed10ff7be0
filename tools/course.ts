/**
 * docs/course.md as data: its rows, the promises of each, and those that the head of a test's title names. Rows are
 * third-level headings (`### 2-C Applying`), promises the list under them (`- \`2-C⑥.tick\`: what it promises`).
 */
export interface Promised {
  /** Row, step of the course where it has one, point, plain words: `2-C⑥.tick`. */
  readonly name: string
  readonly what: string
}
export interface CourseRow {
  readonly row: string
  readonly what: string
  readonly promises: readonly Promised[]
}

const heading = /^### (\d-[A-Z]\S*) +(.+)$/
const item = /^- `([^`]+)`: +(\S.*)$/
/** After the row: step numbers of the course, then lower-case words. */
const rest = /^[①-⑳]*\.[a-z]+(-[a-z]+)*$/

export function parseCourse(text: string): CourseRow[] {
  const rows: { row: string; what: string; promises: Promised[] }[] = []
  for (const line of text.split('\n')) {
    const [, row, title = ''] = heading.exec(line) ?? []
    const [, name, what = ''] = item.exec(line) ?? []
    if (row !== undefined) rows.push({ row, what: title, promises: [] })
    else if (name !== undefined) rows.at(-1)?.promises.push({ name, what })
  }
  return rows
}

const isOf = (row: string, name: string): boolean =>
  name.startsWith(row) && rest.test(name.slice(row.length))

const twice = (names: readonly string[]): string[] =>
  names.filter((name, at) => names.indexOf(name) !== at)

/** @returns faults of the document itself, a line each */
export function courseFaults(text: string): string[] {
  const rows = parseCourse(text)
  const lines = text.split('\n').filter((line) => line.startsWith('- ') && !item.test(line))
  return [
    ...lines.map((line) => `is no promise: ${line}`),
    ...rows.filter((one) => one.promises.length === 0).map(({ row }) => `${row} has no promise`),
    ...twice(rows.map(({ row }) => row)).map((row) => `${row} is there twice`),
    ...twice(rows.flatMap(({ promises }) => promises.map(({ name }) => name))).map(
      (name) => `${name} is there twice`,
    ),
    ...rows.flatMap(({ row, promises }) =>
      promises
        .filter(({ name }) => !isOf(row, name))
        .map(({ name }) => `${name} is no name in ${row}`),
    ),
  ]
}

interface Head {
  readonly rows: readonly string[]
  readonly promises: readonly string[]
  /** Words that look like a name of the course but are none, and promises behind the head, where they do not count. */
  readonly faults: readonly string[]
  /** The title after its names. */
  readonly sentence: string
}

const steps = /^[①-⑳]+(–[①-⑳]+)?$/
const likeName = /^\d-[A-Z]/
const likePromise = /^\d-[A-Z][^\s.]*\.[a-z]/

/** '2-C' or '2-C⑦' → the row, '2-C…2-E' → the three rows from the first to the last, anything else → none. */
function rowsOf(word: string, names: readonly string[]): string[] {
  const [from = '', to = from] = word
    .split('…')
    .map((name) => (names.includes(name) ? name : name.replace(/[①-⑳]+$/, '')))
  const [first, last] = [names.indexOf(from), names.indexOf(to)]
  return first === -1 || last === -1 ? [] : names.slice(first, last + 1)
}

/**
 * Names at the head of a title, commas and step numbers between them: '2-C⑥.tick 2-D ⑦ the way …'.
 * @param course in the order of the document
 */
export function headOf(title: string, course: readonly CourseRow[]): Head {
  const names = course.map(({ row }) => row)
  const known = new Set(course.flatMap(({ promises }) => promises.map(({ name }) => name)))
  const head = { rows: [] as string[], promises: [] as string[], faults: [] as string[] }
  const words = [...title.matchAll(/[^\s,、:]+/g)]
  let at = 0
  for (const [word] of words) {
    const rows = rowsOf(word, names)
    if (known.has(word)) head.promises.push(word)
    else if (rows.length > 0) head.rows.push(...rows)
    else if (likeName.test(word)) head.faults.push(`${word} is not in docs/course.md`)
    else if (!steps.test(word)) break
    at += 1
  }
  const late = words.slice(at).filter(([word]) => likePromise.test(word))
  head.faults.push(
    ...late.map(([word]) => `${word} stands after the head, where it does not count`),
    ...twice(head.promises).map((name) => `${name} is named twice`),
  )
  return { ...head, sentence: title.slice(words[at]?.index ?? title.length) }
}
