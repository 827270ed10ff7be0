/** What every place of the app gets, and the places there are. */
import type { ComponentType } from 'react'
import type { Device } from './phone/device.ts'
import type { Frame } from './screens/frame.tsx'

export const placeNames = [
  'home',
  'menu',
  'status',
  'notices',
  'help',
  'loss',
  'new-phone',
  'install',
  'apply',
  'switch',
  'resume',
  'register',
  'withdraw',
  'login',
  'revoke',
  'reset-secret',
  'biometrics',
  'reset-phone',
  // iPhone only
  'iphone-add',
  'iphone-card',
  'delete-other',
] as const
export type PlaceName = (typeof placeNames)[number]
export const isPlaceName = (value: unknown): value is PlaceName =>
  placeNames.some((name) => name === value)

export type Go = (place: PlaceName) => void

export interface PlaceProps {
  readonly device: Device
  readonly frame: Frame
  readonly go: Go
}

/** A procedure: its code is loaded when it is opened. */
export type PlaceLoader = () => Promise<{ readonly default: ComponentType<PlaceProps> }>
