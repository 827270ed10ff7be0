/**
 * Choices behind one button, in a panel over the page. It closes by itself once a choice is carried out, and says so where that was
 * refused; Escape and a press elsewhere close it, too.
 */
import { Button, Icon, type IconName } from '@kazashi/ui'
import { createContext, type ReactNode, use, useEffect, useRef, useState } from 'react'
import { type Trouble, TroubleLine, troubleOf } from './trouble.tsx'

const places = {
  left: 'top-full left-0 mt-1',
  right: 'top-full right-0 mt-1',
  above: 'bottom-full left-0 mb-1',
} as const

type Work = () => Promise<void>

interface Panel {
  /** One at a time. @param then what becomes of the panel when the work is done */
  readonly attempt: (work: Work, then?: 'closes' | 'stays') => void
}
const PanelContext = createContext<Panel | undefined>(undefined)
/** @returns undefined: not in a panel */
export const usePanel = () => use(PanelContext)

/** Closes `details`; the focus, where it was in there or is lost, goes to the button that opened it. */
function fold(details: HTMLDetailsElement | null): void {
  if (details === null) return
  const { activeElement, body } = document
  const follows = activeElement === body || details.contains(activeElement)
  details.open = false
  if (follows) details.querySelector('summary')?.focus()
}

function useWork(details: { readonly current: HTMLDetailsElement | null }) {
  const [trouble, setTrouble] = useState<Trouble>()
  const [busy, setBusy] = useState(false)
  const atWork = useRef(false)
  const attempt: Panel['attempt'] = (work, then = 'closes') => {
    if (atWork.current) return
    atWork.current = true
    setBusy(true)
    setTrouble(undefined)
    void work()
      .then(
        () => {
          if (then === 'closes') fold(details.current)
        },
        (thrown: unknown) => {
          setTrouble(troubleOf(thrown))
          if (details.current !== null) details.current.open = true // to be read, wherever a hand was meanwhile
        },
      )
      .finally(() => {
        atWork.current = false
        setBusy(false)
      })
  }
  return { trouble, busy, attempt, forget: () => setTrouble(undefined) }
}

export function Popover(props: {
  readonly label: ReactNode
  /** For readers, where the label says too little. */
  readonly name?: string
  readonly icon: IconName
  readonly side: keyof typeof places
  readonly children: ReactNode
}) {
  const details = useRef<HTMLDetailsElement>(null)
  const [open, setOpen] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLDivElement>(null)
  const { trouble, busy, attempt, forget } = useWork(details)
  // In a narrow window the page may be scrolled so that the panel's beginning is out of sight.
  useEffect(() => {
    if (open) panel.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  useEffect(() => {
    if (trouble !== undefined) said.current?.scrollIntoView({ block: 'nearest' })
  }, [trouble])
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
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        if (!currentTarget.open) forget()
      }}
    >
      <summary
        {...(props.name === undefined ? {} : { 'aria-label': props.name })}
        className="flex min-h-11 min-w-11 cursor-pointer list-none items-center justify-center gap-1 rounded-8 border leading-tight border-edge bg-ground px-2 text-sm hover:bg-surface"
      >
        <Icon name={props.icon} size="sign" />
        {props.label}
      </summary>
      <div
        ref={panel}
        aria-busy={busy}
        className={`absolute z-40 max-h-[70dvh] w-max max-w-[min(42rem,90vw)] overflow-y-auto rounded-12 border border-line bg-ground p-3 text-sm shadow-3 aria-busy:cursor-progress ${places[props.side]}`}
      >
        {trouble !== undefined && (
          <div ref={said} className="mb-3">
            <TroubleLine trouble={trouble} />
          </div>
        )}
        <PanelContext value={{ attempt }}>{props.children}</PanelContext>
      </div>
    </details>
  )
}

/** A choice in a panel. */
export function PanelButton(props: {
  readonly look?: 'small' | 'call'
  readonly onPress: Work
  readonly children: ReactNode
}) {
  const panel = usePanel()
  const { look = 'small', onPress, children } = props
  return (
    <Button look={look} onPress={() => panel?.attempt(onPress)}>
      {children}
    </Button>
  )
}
