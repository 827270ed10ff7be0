/** A corpus into a folder that is not there yet, or is empty. */
import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { type Corpus, createCorpus } from './corpus.ts'
import { CorpusError } from './corpus-error.ts'

/** @throws {CorpusError} CORPUS_FOLDER_USED; an error of the system */
export async function writeCorpus(folder: string, seed: number): Promise<Corpus> {
  makeFolder(folder)
  // Files of another corpus beside the new ones would be judged by nobody.
  if (readdirSync(folder).length > 0) throw new CorpusError('CORPUS_FOLDER_USED', folder)
  const corpus = await createCorpus(seed)
  for (const [path, octets] of corpus.files) {
    const file = join(folder, path)
    makeFolder(dirname(file))
    writeFileSync(file, octets)
  }
  return corpus
}
