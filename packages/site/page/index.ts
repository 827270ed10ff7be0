/** A login by the gate, as the page of a site shows it; and a contract, as it is read and signed there. */

export { type ContractView, contractView } from '../contract/view.ts'
export { performLogin } from './api.ts'
export { ask, cameBack, type Given, nothing, type Refusal, wordsOf } from './asking.ts'
export { type LoginEvent, type LoginState, login } from './login.ts'
export { LoginScreens } from './login-screens.tsx'
export { Paper, ReadThenSign, useReadToEnd } from './paper.tsx'
export { Before, Inside, Learnt, useTimes } from './parts.tsx'
export type { Person } from './person.ts'
export type { OutNote } from './refusals.ts'
export { siteTexts } from './texts.ts'
export { Told } from './told.tsx'
