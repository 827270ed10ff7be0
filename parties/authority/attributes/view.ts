/** Attributes as the API shows them: there, or not any more. */
import { type AttributesView, toBase64 } from '../applications/view.ts'
import type { AttributeDocument } from '../database/attribute-documents.ts'

/** @returns nothing on an Android phone, and where they have ended */
export const attributesMember = (
  document: AttributeDocument | undefined,
): { readonly attributes?: AttributesView } =>
  document?.mdoc === undefined ? {} : { attributes: { mdoc: toBase64(document.mdoc) } }
