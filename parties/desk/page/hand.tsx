/** A card that a person takes with mouse, pen or finger (pointer events) and lets go somewhere else. */
import { type ReactNode, type RefObject, useState } from 'react'

const within = (x: number, y: number, box: DOMRect) =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom

export interface HandProps {
  readonly children: ReactNode
  /** The element the card can be let go on. */
  readonly target: RefObject<HTMLElement | null>
  readonly onOver: (over: boolean) => void
  /** The card was let go. @param on it is on the target */
  readonly onDrop: (on: boolean) => void
}

/** The page behind, frames too, gets no pointer events while the card is held: the card has captured the pointer. */
export function Hand({ children, target, onOver, onDrop }: HandProps) {
  const [held, setHeld] = useState<{ x: number; y: number; dx: number; dy: number }>()
  const isOn = (x: number, y: number) => {
    const box = target.current?.getBoundingClientRect()
    return box !== undefined && within(x, y, box)
  }
  const letGo = () => {
    setHeld(undefined)
    onOver(false)
  }
  return (
    <div
      data-testid="card"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setHeld({ x: event.clientX, y: event.clientY, dx: 0, dy: 0 })
      }}
      onPointerMove={(event) => {
        if (held === undefined) return
        setHeld({ ...held, dx: event.clientX - held.x, dy: event.clientY - held.y })
        onOver(isOn(event.clientX, event.clientY))
      }}
      onPointerUp={(event) => {
        if (held === undefined) return
        const moved = Math.hypot(held.dx, held.dy) > 8
        letGo()
        if (moved) onDrop(isOn(event.clientX, event.clientY))
      }}
      onPointerCancel={letGo}
      className={`touch-none ${held === undefined ? 'cursor-grab' : 'relative z-50 cursor-grabbing'}`}
      style={
        held === undefined
          ? {}
          : { transform: `translate(${held.dx}px, ${held.dy}px) rotate(-3deg)` }
      }
    >
      {children}
    </div>
  )
}
