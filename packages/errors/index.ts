/** The one error class of all packages and parties; each binds it to its own table of codes. */
export {
  CodedError,
  type CodeOf,
  type ErrorClass,
  type ErrorRow,
  type ErrorTable,
  errorClass,
  type Given,
  type NextOf,
} from './coded-error.ts'
