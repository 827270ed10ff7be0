/** The corpus, judged: each case by this kit and, where it can, by OpenSSL; the same octets by the same seed. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import { type Corpus, createCorpus } from './corpus.ts'
import { type CorpusCase, caseKinds, manifestSchema } from './manifest.ts'
import { differences } from './openssl-differences.ts'
import { judge } from './test-judge.ts'
import { writeCorpus } from './write.ts'

const run = promisify(execFile)
let corpus: Corpus
let folder: string
/** Of the command, which writes another seed's meanwhile. */
let told: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kazashi-corpus-'))
  const bin = join(import.meta.dirname, '../kazashi.ts')
  const words = ['corpus', '--out', join(folder, 'two'), '--seed', '2', '--json']
  const [own, other] = await Promise.all([
    writeCorpus(join(folder, 'one'), 1),
    run(process.execPath, [bin, ...words]),
  ])
  corpus = own
  told = other.stdout
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(caseKinds)(
  'RFC 5280 §6.1 this kit judges each %s as the corpus says, and refuses with that code',
  async (kind) => {
    const cases = corpus.manifest.cases.filter((one) => one.kind === kind)
    expect(cases.length).toBeGreaterThan(10)
    expect(cases.some(({ expectation }) => expectation === 'accept')).toBe(true)
    const surprises: string[] = []
    for (const one of cases) {
      const seen = await verdictOf(judge(corpus, one))
      const wanted = one.code ?? 'accepted'
      if (seen !== wanted) surprises.push(`${one.id}: ${seen}, not ${wanted}`)
    }
    expect(surprises).toEqual([])
  },
)

const failure = z.object({ stdout: z.string(), stderr: z.string() })

/** What `openssl` says of a case, in the folder of the corpus. */
async function opensslOn({ words, accepted = '' }: NonNullable<CorpusCase['openssl']>) {
  const { ended, text } = await run('openssl', words, { cwd: join(folder, 'one') }).then(
    ({ stdout, stderr }) => ({ ended: true, text: stdout + stderr }),
    (error: unknown) => {
      const { stdout, stderr } = failure.parse(error)
      return { ended: false, text: stdout + stderr }
    },
  )
  return ended && text.includes(accepted) ? 'accept' : 'refuse'
}

test('RFC 5280 §6.1 OpenSSL says of each case what the corpus says that it does: each difference has its reason', async () => {
  const waiting = corpus.manifest.cases.filter(({ openssl }) => openssl !== undefined)
  expect(waiting.length).toBeGreaterThan(200)
  const surprises: string[] = []
  const work = async (): Promise<void> => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      if (one.openssl === undefined) continue
      const seen = await opensslOn(one.openssl)
      if (seen !== one.openssl.says) surprises.push(`${one.id}: ${seen}`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  expect(surprises).toEqual([])
  const differing = corpus.manifest.cases.filter(({ openssl }) => openssl?.differs !== undefined)
  expect(differing.map(({ id }) => id).toSorted()).toEqual(Object.keys(differences).toSorted())
})

test('RFC 6979 the same seed makes the same octets, in every file; another one makes others', async () => {
  const again = await createCorpus(1)
  expect([...again.files.keys()]).toEqual([...corpus.files.keys()])
  const differing = [...corpus.files].filter(
    ([path, octets]) => Buffer.compare(octets, again.files.get(path) ?? new Uint8Array()) !== 0,
  )
  expect(differing.map(([path]) => path)).toEqual([])
  const same: string[] = []
  for (const [path, octets] of corpus.files)
    if ((await readFile(join(folder, 'two', path))).equals(octets)) same.push(path)
  // What nobody signs is the same for all.
  const unsigned =
    /content\.bin$|data\.bin$|expected\.json$|\/(not-signed|successful-and-empty|error-[a-z-]+)\//
  expect(same.filter((path) => !unsigned.test(path))).toEqual([])
})

test('RFC 8259 the manifest has its form, over 200 cases of names that differ, and every file that it names and no other', async () => {
  const text = await readFile(join(folder, 'one/manifest.json'), 'utf8')
  const { cases, anchors } = manifestSchema.parse(JSON.parse(text))
  expect(cases.length).toBeGreaterThanOrEqual(200)
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
  const named = [
    ...cases.flatMap(({ files }) => Object.values(files)),
    ...anchors.map(({ file }) => file),
    ...['anchors/signing.pem', 'anchors/authentication.pem', 'manifest.json', 'README.md'],
  ]
  expect(named.toSorted()).toEqual([...corpus.files.keys()].toSorted())
  for (const { expectation, code, id } of cases)
    expect([id, code === undefined]).toEqual([id, expectation === 'accept'])
})

test('RFC 5958 no private key is written', () => {
  for (const octets of corpus.files.values())
    expect(Buffer.from(octets).includes('PRIVATE KEY')).toBe(false)
})

test('CORPUS_FOLDER_USED a folder that has files in it is left as it is', async () => {
  expect(await codeOf(writeCorpus(join(folder, 'one'), 2))).toBe('CORPUS_FOLDER_USED')
  const text = await readFile(join(folder, 'one/manifest.json'), 'utf8')
  expect(manifestSchema.parse(JSON.parse(text)).seed).toBe(1)
})

test('exit codes: the command says what it wrote, with --json in fields', async () => {
  const fields = z.object({
    folder: z.string(),
    seed: z.literal(2),
    cases: z.number(),
    kinds: z.record(z.string(), z.number()),
  })
  const said = fields.parse(JSON.parse(told))
  expect(said.cases).toBe(corpus.manifest.cases.length)
  expect(Object.keys(said.kinds)).toEqual([...caseKinds])
  const text = await readFile(join(said.folder, 'manifest.json'), 'utf8')
  expect(manifestSchema.parse(JSON.parse(text)).seed).toBe(2)
})
