/** The journal in a file: one entry a line, each on the disk before the machine goes on (fsync). A line that a kill cut off is no entry. */
import { type FileHandle, open, readFile, truncate } from 'node:fs/promises'
import { Entry, mended } from './entries.ts'

export interface Journal {
  /** Resolves when they are on the disk; several are all there or, after a kill, the first of them. */
  write(...entries: readonly Entry[]): Promise<void>
  /** The highest count in a paper's number so far, of papers that nobody took as well: numbers go on from there. */
  readonly issued: number
  close(): Promise<void>
}

async function readEntries(path: string): Promise<Entry[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  const end = text.lastIndexOf('\n') + 1
  if (end < text.length) await truncate(path, Buffer.byteLength(text.slice(0, end)))
  const lines = text
    .slice(0, end)
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((line) => Entry.parse(JSON.parse(line)))
}

/** @param now in which what was left open is settled @throws ZodError, SyntaxError: the file is no journal */
export async function openJournal(path: string, now: Date): Promise<Journal> {
  const before = await readEntries(path)
  const handle: FileHandle = await open(path, 'a', 0o600)
  let last: Promise<void> = Promise.resolve()
  let issued = 0
  const count = (entries: readonly Entry[]) => {
    for (const entry of entries)
      if (entry.what === 'issued')
        for (const { number } of entry.papers)
          issued = Math.max(issued, Number(number.split('-').at(-1)))
  }
  const append = async (entries: readonly Entry[]) => {
    await handle.appendFile(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
    await handle.sync()
  }
  count(before)
  const late = mended(before, now)
  if (late.length > 0) await append(late)
  return {
    write(...entries) {
      count(entries)
      const turn = last.then(() => append(entries))
      last = turn.catch(() => undefined)
      return turn
    },
    get issued() {
      return issued
    },
    async close() {
      await last
      await handle.close()
    },
  }
}
