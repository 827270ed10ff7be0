/** The props of every place of the app, and the loading of its code. */
import type { ComponentType } from 'react'
import type { Frame } from './frame.ts'
import type { Device } from './phone/device.ts'
import type { Go } from './place-name.ts'

export interface PlaceProps {
  readonly device: Device
  readonly frame: Frame
  readonly go: Go
  /** 「続きからはじめる」, or the page was loaded anew: a draft goes on. Else whoever comes begins at the first screen. */
  readonly goesOn?: boolean
  /** The card's secret is asked for from now on, or no longer. */
  readonly onAsks?: (asks: boolean) => void
}

/** A procedure: its code is loaded when it is opened. */
export type PlaceLoader = () => Promise<{ readonly default: ComponentType<PlaceProps> }>
