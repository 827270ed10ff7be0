/** Everything after the login, loaded when somebody is logged in: the login stays small. */
import type { ReactNode } from 'react'
import { Application } from './application.tsx'
import { Home } from './home.tsx'
import { Own } from './own.tsx'
import { Inside, WayOut } from './parts.tsx'
import { placeAt, usePath } from './place.ts'
import { Procedures } from './procedures.tsx'
import { Records } from './records.tsx'

interface Props {
  /** Of the first screen. */
  readonly title: string
  readonly fault: ReactNode
  readonly wayOut: ReactNode
  /** What the portal knows of the login. */
  readonly children: ReactNode
}

export default function InsidePortal(props: Props) {
  return (
    <WayOut value={props.wayOut}>
      <Place {...props} />
    </WayOut>
  )
}

function Place(props: Omit<Props, 'wayOut'>) {
  const place = placeAt(usePath())
  switch (place.name) {
    case 'procedures':
      return <Procedures />
    case 'application':
      return <Application key={place.id} id={place.id} />
    case 'own':
      return <Own part={place.part} />
    case 'records':
      return <Records />
    case 'home':
      return (
        <Inside title={props.title}>
          {props.fault}
          <Home>{props.children}</Home>
        </Inside>
      )
  }
}
