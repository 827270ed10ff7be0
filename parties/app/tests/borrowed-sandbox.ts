/** The ways of the app use a borrowed sandbox; the desk's do too, so it stands in tools. */
export { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
