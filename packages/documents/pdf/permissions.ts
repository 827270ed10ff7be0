/** What its author and its signers allow after them (ISO 32000-2 §12.8.2.2, §12.8.2.4). */
import { type PDFDict, PDFName } from '@cantoo/pdf-lib'
import { fieldsOf, nameOf, textOf } from './fields.ts'
import { isSame, type PdfRevision } from './revision.ts'

interface Transform {
  readonly method: string | undefined
  readonly parameters: PDFDict | undefined
}

const transformsOf = (revision: PdfRevision, signature: PDFDict | undefined): Transform[] =>
  revision.list(signature, 'Reference').map((one) => {
    const reference = revision.dictionary(one)
    return {
      method: nameOf(revision.at(reference, 'TransformMethod')),
      parameters: revision.dictionary(reference?.get(PDFName.of('TransformParams'))),
    }
  })

/** Of the certification in the catalog: 1 nothing, 2 fields and signatures, 3 annotations too; undefined: no certification. */
export function certifiedFor(revision: PdfRevision): 1 | 2 | 3 | undefined {
  const permissions = revision.dictionary(revision.root.get(PDFName.of('Perms')))
  const certification = revision.dictionary(permissions?.get(PDFName.of('DocMDP')))
  if (certification === undefined) return undefined
  const found = transformsOf(revision, certification).find(({ method }) => method === 'DocMDP')
  const level = revision.at(found?.parameters, 'P')?.toString()
  return level === '1' ? 1 : level === '3' ? 3 : 2
}

export interface Permissions {
  /** @returns a line for each change that is not allowed */
  faultsOf(
    world: { readonly signed: PdfRevision; readonly now: PdfRevision },
    isChanged: boolean,
  ): string[]
}

export function permissionsOf(revision: PdfRevision, signature: PDFDict): Permissions {
  const transforms = transformsOf(revision, signature)
  const isClosed =
    certifiedFor(revision) === 1 ||
    transforms.some(
      ({ method, parameters }) =>
        method === 'DocMDP' && revision.at(parameters, 'P')?.toString() === '1',
    )
  const locks = transforms.filter(({ method }) => method === 'FieldMDP')
  const isLocked = (field: string): boolean =>
    locks.some(({ parameters }) => {
      const action = nameOf(revision.at(parameters, 'Action'))
      const names = revision.list(parameters, 'Fields').map((one) => textOf(one))
      if (action === 'Include') return names.includes(field)
      return action === 'Exclude' ? !names.includes(field) : true
    })
  return {
    faultsOf({ signed, now }, isChanged) {
      if (isChanged && isClosed) return ['its author allows no change']
      if (locks.length === 0 || !isChanged) return []
      const later = new Map(fieldsOf(now).map(({ name, value }) => [name, value]))
      return fieldsOf(signed)
        .filter(({ name, value }) => isLocked(name) && !isSame(value, later.get(name)))
        .map(({ name }) => `field ${name} was locked by the signature`)
    },
  }
}
