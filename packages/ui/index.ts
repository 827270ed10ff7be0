/** The parts of every page: the design system's look, the frame of a screen, fields for secrets, errors, flows, texts. */
export { Button, ButtonLink, type ButtonProps } from './button.tsx'
export { CheckBox, CommonFault } from './check-box.tsx'
export { Choice } from './choice.tsx'
export { Disclosure } from './disclosure.tsx'
export { CodeAndCall, ErrorSummary, type ErrorWords, freeDial } from './error-summary.tsx'
export {
  createFlow,
  type Flow,
  type Machine,
  type Next,
  type Perform,
  type Rows,
  stepBy,
  useFlow,
} from './flow.ts'
export { DoneMark, Progress, type ProgressStep, Spinner, Waiting } from './progress.tsx'
export { SandboxBanner } from './sandbox-banner.tsx'
export { AboveScreen, backOfScreen, Screen, type ScreenProps } from './screen.tsx'
export { type SecretEntry, SecretForm, type SecretFormProps } from './secret-form.tsx'
export { SecretSlip, type SlipLine } from './secret-slip.tsx'
export { fragment, pageSettings, startPage } from './start.tsx'
export { Facts, StateCard } from './state-card.tsx'
export {
  defineTexts,
  type Language,
  LanguageProvider,
  LanguageSwitch,
  languages,
  type Texts,
  tellLanguage,
  useLanguage,
  useTexts,
} from './texts.tsx'
export { Warning } from './warning.tsx'
