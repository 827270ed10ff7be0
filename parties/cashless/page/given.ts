/** What the screens behind the login are given. */
import type { Given } from '@kazashi/site/page'
import type { ReactNode } from 'react'

export type Place = 'home' | 'charge' | 'pay' | 'transfer' | 'identify' | 'application'

export interface InsideProps {
  readonly brand: ReactNode
  readonly told: ReactNode
}

/** Asks, and goes on to `to` where it was given. @returns whether it was */
export type Attempt = (task: Promise<Given<unknown>>, to: Place) => Promise<boolean>
