/** A page of docs/integrate as a program reads it: its sections, the commands in them, and the files, each behind a line that begins with its name. */

/** @throws {RangeError} there is no section of this title */
export function sectionOf(page: string, title: string): string {
  const [, section] = page.split(`\n## ${title}\n`)
  if (section === undefined) throw new RangeError(`no section "${title}"`)
  return section.split('\n## ', 1)[0] ?? ''
}

/** Of all blocks of `sh`. */
export const commandsIn = (section: string): string =>
  [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands]) => commands).join('')

/** Name → text. */
export const filesIn = (section: string): Map<string, string> =>
  new Map(
    [...section.matchAll(/^`([\w./-]+)`[^\n]*\n\n```\w+\n(.*?)^```$/gms)].map(
      ([, name = '', text = '']) => [name, text],
    ),
  )
