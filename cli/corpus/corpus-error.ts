import { errorClass } from '@kazashi/errors'

const corpusErrors = {
  CORPUS_FOLDER_USED: {
    clause: 'kazashi corpus --out',
    next: 'name a folder that is empty, or that is not there yet',
  },
} as const

export class CorpusError extends errorClass('CorpusError', corpusErrors) {}
