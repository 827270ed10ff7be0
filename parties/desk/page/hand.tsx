/** A thing that a person takes with mouse, pen or finger (pointer events) and lets go somewhere else. */
import { type PointerEvent, type ReactNode, useState } from 'react'
import { type DropName, dropAt, targetsOn } from './drop.ts'

interface HandOptions {
  /** Those on which the thing can lie. */
  readonly accepts: (name: DropName) => boolean
  readonly onOver: (over: DropName | undefined) => void
  /** It was let go. @param on what it lies on; undefined: nothing of these */
  readonly onDrop: (on: DropName | undefined) => void
}

/** Pixels within which it was pressed, and not moved. */
const still = 8

/** The page behind, frames too, gets no pointer events while the thing is held: it has captured the pointer. */
export function useHand({ accepts, onOver, onDrop }: HandOptions) {
  const [held, setHeld] = useState<{ x: number; y: number; dx: number; dy: number }>()
  const under = ({ clientX: x, clientY: y }: PointerEvent) =>
    dropAt({ x, y }, targetsOn(document), accepts)
  const letGo = () => {
    setHeld(undefined)
    onOver(undefined)
  }
  return {
    held,
    props: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setHeld({ x: event.clientX, y: event.clientY, dx: 0, dy: 0 })
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (held === undefined) return
        setHeld({ ...held, dx: event.clientX - held.x, dy: event.clientY - held.y })
        onOver(under(event))
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (held === undefined) return
        const moved = Math.hypot(held.dx, held.dy) > still
        letGo()
        if (moved) onDrop(under(event))
      },
      onPointerCancel: letGo,
    },
    style:
      held === undefined || Math.hypot(held.dx, held.dy) <= still
        ? {}
        : { transform: `translate(${held.dx}px, ${held.dy}px) rotate(-3deg)` },
  }
}

/** The card in the hand. */
export function Hand({ children, ...options }: HandOptions & { readonly children: ReactNode }) {
  const { held, props, style } = useHand(options)
  return (
    <div
      data-testid="card"
      {...props}
      className={`touch-none ${held === undefined ? 'cursor-grab' : 'relative z-50 cursor-grabbing'}`}
      style={style}
    >
      {children}
    </div>
  )
}
