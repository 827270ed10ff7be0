/** A login by the phone, as the server of a relying party has it: the request, its answer, and every refusal in words (Node only). */
export { isRefusal, type LoginCode, LoginProblem, loginCodeOf, loginProblems } from './problems.ts'
export {
  acceptAnswer,
  answerableRequest,
  hashOf,
  hearHindrance,
  isHashOf,
  isOver,
  type LoginRequest,
  newLoginRequest,
  type OwnHindrance,
  openRequest,
  ownHindrances,
  refuseAnswer,
  stopRequest,
  takeUp,
  takeUpTime,
  type Verified,
} from './requests.ts'
export { type Trust, trustOf } from './trust.ts'
export {
  loginAccepted,
  loginRequestView,
  loginResponse,
  loginStateOf,
  loginStates,
  phoneHindered,
  returnQuery,
} from './views.ts'
