/** The parts of every page: the design system's look, the frame of a screen, fields for secrets, errors, flows, texts. */
export { ActionBar } from './action-bar.tsx'
export { forgetBarHeight, tellBarHeight } from './bar-height.ts'
export { Brand } from './brand.tsx'
export { Button, ButtonLink, type ButtonProps } from './button.tsx'
export { CardPicture } from './card-picture.tsx'
export { CheckBox, CommonFault } from './check-box.tsx'
export { Chip, type ChipTone } from './chip.tsx'
export { Choice } from './choice.tsx'
export { useComposed } from './composed.ts'
export { Disclosure } from './disclosure.tsx'
export { Drawing, type DrawingName } from './drawing.tsx'
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
export { HoldPicture } from './hold-picture.tsx'
export { Icon } from './icon.tsx'
export type { IconName } from './icons.ts'
export { Keypad } from './keypad.tsx'
export { MoreBelow } from './more-below.tsx'
export { isOperating, noteSandbox } from './operating.ts'
export { OptionGroup } from './option-group.tsx'
export { Panel } from './panel.tsx'
export { PhoneFrame } from './phone-frame.tsx'
export { Progress, type ProgressStep, Spinner, Waiting } from './progress.tsx'
export { type Fact, FactRows, RowGroup } from './rows.tsx'
export { SandboxBanner } from './sandbox-banner.tsx'
export { AboveScreen, backOfScreen, Screen, type ScreenProps } from './screen.tsx'
export { type SecretEntry, SecretForm, type SecretFormProps } from './secret-form.tsx'
export { SecretSlip, type SlipLine } from './secret-slip.tsx'
export { Sentences } from './sentences.tsx'
export { fragment, pageSettings, startPage } from './start.tsx'
export { Facts, StateCard } from './state-card.tsx'
export { withStreamPlace } from './stream-place.ts'
export { Telephone } from './telephone.tsx'
export { TextLine } from './text-line.tsx'
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
export { type Station, Timeline } from './timeline.tsx'
export { answerTrace } from './trace.ts'
export { Warning } from './warning.tsx'
