/** Choices behind one button, in a panel over the page; Escape and a press elsewhere close it. */
import { Icon, type IconName } from '@kazashi/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'

const places = {
  left: 'top-full left-0 mt-1',
  right: 'top-full right-0 mt-1',
  above: 'bottom-full left-0 mb-1',
} as const

export function Popover(props: {
  readonly label: ReactNode
  readonly icon: IconName
  readonly side: keyof typeof places
  readonly children: ReactNode
}) {
  const details = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!open) return undefined
    const close = () => {
      if (details.current !== null) details.current.open = false
    }
    const pressed = ({ target }: Event) => {
      if (target instanceof Node && !details.current?.contains(target)) close()
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      close()
      details.current?.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', pressed)
    document.addEventListener('keydown', key)
    window.addEventListener('blur', close) // a press in a frame
    return () => {
      document.removeEventListener('pointerdown', pressed)
      document.removeEventListener('keydown', key)
      window.removeEventListener('blur', close)
    }
  }, [open])
  return (
    <details
      ref={details}
      className="relative"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="flex min-h-11 min-w-11 cursor-pointer list-none items-center justify-center gap-1 rounded-8 border border-edge bg-ground px-2 text-sm hover:bg-surface">
        <Icon name={props.icon} size="sign" />
        {props.label}
      </summary>
      <div
        className={`absolute z-40 max-h-[70dvh] w-max max-w-[min(42rem,90vw)] overflow-y-auto rounded-12 border border-line bg-ground p-3 text-sm shadow-3 ${places[props.side]}`}
      >
        {props.children}
      </div>
    </details>
  )
}
