/** A login by the gate, as the page of a site shows it. */
export { performLogin } from './api.ts'
export { type LoginEvent, type LoginState, login } from './login.ts'
export { Before, Inside, Learnt, useTimes } from './parts.tsx'
export type { Person } from './person.ts'
export type { OutNote } from './refusals.ts'
export { siteTexts } from './texts.ts'
