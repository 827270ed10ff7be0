/** Refusals of a file that is no PDF as it should be. */
import { DocumentError } from '../errors.ts'

export const malformed = (detail: string): never => {
  throw new DocumentError('PDF_MALFORMED', detail)
}

/** Runs a step of the library: whatever it throws is a fault of the file. */
export function reading<T>(step: () => T): T {
  try {
    return step()
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause
    throw new DocumentError('PDF_MALFORMED', { detail: 'an object cannot be read', cause })
  }
}
