/** Props of every screen of a procedure: its step, back, help. */
import type { ScreenProps } from '@kazashi/ui'
import type { Section } from './sections/sections.ts'

export interface Frame {
  readonly step?: ScreenProps['step']
  readonly onBack?: (() => void) | undefined
  readonly onHelp: () => void
  /** Help of another section than the place's own. */
  readonly onHelpOf: (section: Section) => void
  readonly onHome: () => void
  /** Back from the first screen of a place: to the one it was opened from. */
  readonly onLeave: () => void
  /** 「メニューへ」. */
  readonly onMenu?: () => void
}
