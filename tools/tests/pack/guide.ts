/** A page of docs/integrate followed word for word: its files are written, its commands run in order in one shell, and what they print is told. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atAPrompt } from '../../at-a-prompt.ts'

interface Step {
  /** Of its section. */
  readonly title: string
  readonly commands: string
  /** What the page says they print. undefined: it does not say. */
  readonly printed: string | undefined
}

/** A block, with the name of a file where the line before it begins with one. */
const block = /(?:^`([\w./-]+)`[^\n]*\n\n)?^```(sh|js|text)\n(.*?)^```$/gms

/** @throws {RangeError} a block that belongs nowhere */
function readGuide(page: string) {
  const files = new Map<string, string>()
  const steps: Step[] = []
  for (const section of page.split('\n## ').slice(1)) {
    const [title = ''] = section.split('\n', 1)
    for (const [, file, kind, text = ''] of section.matchAll(block)) {
      const last = steps.at(-1)
      if (file !== undefined) files.set(file, text)
      else if (kind === 'sh') steps.push({ title, commands: text, printed: undefined })
      else if (kind === 'text' && last?.title === title && last.printed === undefined)
        steps[steps.length - 1] = { ...last, printed: text }
      else throw new RangeError(`"${title}": what is this for?\n${text}`)
    }
  }
  return { files, steps }
}

/** @param printed in which a `…` stands for what is different each time */
export const likely = (printed: string): RegExp =>
  new RegExp(`^${printed.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('…', '[^\\n]+')}$`)

export interface Followed extends Pick<Step, 'title' | 'printed'> {
  readonly said: string
}

const mark = '--- step '
/** The sandbox does not outlive the page, wherever it stops. */
const atEnd = `end() { kill $(node -p "require('./sandbox.json').pid"); }; trap 'end 2> end.log || true' EXIT`

/** @param folder made, if it is not there @param inPlaceOf commands by the title of their section, for those of the page */
export async function followGuide(
  folder: string,
  page: string,
  inPlaceOf: ReadonlyMap<string, string>,
  variables: Readonly<Record<string, string>>,
): Promise<{ readonly code: unknown; readonly followed: readonly Followed[] }> {
  const { files, steps } = readGuide(readFileSync(page, 'utf8'))
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of files) writeFileSync(join(folder, name), text)
  const script = steps.map(
    ({ title, commands }, at) => `echo '${mark}${at}'\n${inPlaceOf.get(title) ?? commands}`,
  )
  const { code, said } = await atAPrompt(folder, [atEnd, ...script].join('\n'), variables)
  const parts = said.split(new RegExp(`^${mark}\\d+\\n`, 'm')).slice(1)
  const followed = steps.map(({ title, printed }, at) => ({
    title,
    printed,
    said: parts[at] ?? 'it did not come to this',
  }))
  return { code, followed }
}
