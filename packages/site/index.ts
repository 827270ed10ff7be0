/** What the server of a site by the gate is made of: its client, sessions and login, and documents signed with the phone (Node only). */
export { type Claims, type Client, type LoggedIn, openClient } from './client.ts'
export {
  type Comparison,
  compare,
  compareText,
  substitutes,
  type Written,
} from './contract/compare.ts'
export { type Order, openSignings, type Sheet, type Signings } from './contract/course.ts'
export { type Contract, contractPdf } from './contract/pdf.ts'
export {
  birthDateField,
  dateOf,
  dateWords,
  differing,
  type PersonField,
  personFields,
} from './contract/person.ts'
export { type SignedContract, verifyContract } from './contract/verify.ts'
export { contractView, viewOfContract } from './contract/view.ts'
export { cookieOptions } from './cookies.ts'
export { loginRoutes } from './login-routes.ts'
export { type SiteCode, SiteProblem, siteProblems } from './problems.ts'
export { type ClientSettings, openProvider, type SiteKey } from './provider.ts'
export type { Holder } from './session-status.ts'
export { Sessions, sessionLifetime } from './sessions.ts'
export { type DocumentToSign, openSigning, type SigningClient } from './signing/client.ts'
export { pdfOrder } from './signing/pdf.ts'
export { SigningProblem, signingProblems } from './signing/problems.ts'
export { signingRoutes } from './signing/routes.ts'
export { publishedTrust } from './trust.ts'
export { openVisitors, type Visitor, type Visitors } from './visitors.ts'
