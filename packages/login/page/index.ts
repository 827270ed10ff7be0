/** A login by the phone, as the page of a relying party shows it. */
export {
  type LoginRefusal,
  loginRefusal,
  loginToldAs,
  refusalTexts,
  type SpokenCode,
} from './refusals.ts'
export { useOnPhone, type Waiting, WaitingOnComputer, WaitingOnPhone } from './waiting.tsx'
export { waitingTexts } from './waiting-texts.ts'
export { pause, watchLogin } from './watch.ts'
