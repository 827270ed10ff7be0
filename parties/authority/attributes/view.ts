/** Attributes as the API shows them: present, or ended. */
import { base64 } from '@kazashi/octets'
import { z } from 'zod'
import type { AttributeDocument } from '../database/attribute-documents.ts'
import { Base64 } from '../wire.ts'

/** ISO/IEC 18013-5 §8.3.2.1.2.2. */
export const AttributesView = z
  .strictObject({ mdoc: Base64.describe('IssuerSigned, CBOR') })
  .meta({ id: 'Attributes' })
export type AttributesView = z.infer<typeof AttributesView>

/** @returns nothing on an Android phone, and where they have ended */
export const attributesMember = (
  document: AttributeDocument | undefined,
): { readonly attributes?: AttributesView } =>
  document?.mdoc === undefined ? {} : { attributes: { mdoc: base64.encode(document.mdoc) } }
