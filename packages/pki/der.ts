/** DER (X.690 §10, §11): the strict subset that RFC 5280, 5652, 6960 and 2986 use, written and read. */
export * from './der-read.ts'
export { context, isPrintable, type TimeForm, tags } from './der-tags.ts'
export * from './der-write.ts'
export { PkiError } from './errors.ts'
