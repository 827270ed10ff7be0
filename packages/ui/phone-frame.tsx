/** The body of a phone around a page: each kind is known by its corners and its camera. */
import type { ReactNode } from 'react'

/** A hole for the camera and tighter corners (Android), or an island and round ones (iPhone). */
const bodies = {
  hole: {
    body: 'rounded-[32px]',
    screen: 'rounded-[24px]',
    camera: 'size-3 rounded-full',
  },
  island: {
    body: 'rounded-[44px]',
    screen: 'rounded-[34px]',
    camera: 'h-3.5 w-16 rounded-full',
  },
} as const

export function PhoneFrame(props: {
  readonly camera: keyof typeof bodies
  readonly children: ReactNode
}) {
  const { body, screen, camera } = bodies[props.camera]
  return (
    <div
      className={`flex size-full flex-col bg-[#14141c] p-2.5 pt-0 shadow-3 dark:outline-1 dark:outline-edge ${body}`}
    >
      <span aria-hidden="true" className="flex h-7 shrink-0 items-center justify-center">
        <span className={`bg-[#3a3a48] ${camera}`} />
      </span>
      <div className={`flex min-h-0 flex-1 flex-col overflow-hidden bg-ground ${screen}`}>
        {props.children}
      </div>
    </div>
  )
}
