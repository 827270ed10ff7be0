/** Everything after the login, loaded when somebody is logged in: the login stays small. */
import type { ReactNode } from 'react'
import { Application } from './application.tsx'
import { Home } from './home.tsx'
import { Own } from './own.tsx'
import { Inside } from './parts.tsx'
import { placeAt, usePath } from './place.ts'
import { Procedures } from './procedures.tsx'
import { Records } from './records.tsx'

/** @param props.title of the first screen @param props.children what the portal knows of the login, and the way out */
export default function InsidePortal(props: {
  readonly title: string
  readonly fault: ReactNode
  readonly children: ReactNode
}) {
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
