/** What every screen of a procedure gets: where it stands, back, help. */
import type { ScreenProps } from '@kazashi/ui'

export interface Frame {
  readonly step?: ScreenProps['step']
  readonly onBack?: (() => void) | undefined
  readonly onHelp: () => void
  readonly onHome: () => void
  /** 「メニューへ」. */
  readonly onMenu?: () => void
}
