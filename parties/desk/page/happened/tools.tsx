/** What is done now and then is folded: who is shown, files, clearing. It closes with Escape and by a press elsewhere. */
import { Button, Icon, useTexts } from '@kazashi/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Who } from './lines.ts'
import { happenedTexts } from './texts.ts'

/** Those chosen talk to each other. */
export function Filter(props: {
  readonly whos: readonly Who[]
  readonly hidden: ReadonlySet<Who>
  readonly onChange: (hidden: ReadonlySet<Who>) => void
}) {
  const t = useTexts(happenedTexts)
  const { whos, hidden, onChange } = props
  const toggle = (who: Who) => {
    const next = new Set(hidden)
    if (!next.delete(who)) next.add(who)
    onChange(next)
  }
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{t.show}</legend>
      {whos.map((who) => (
        <label
          key={who}
          className="inline-flex min-h-11 cursor-pointer items-center gap-1 rounded-full border border-edge px-2 text-xs has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-4"
        >
          <input
            type="checkbox"
            checked={!hidden.has(who)}
            onChange={() => toggle(who)}
            className="size-4 accent-[var(--accent)]"
          />
          {t.whos[who]}
        </label>
      ))}
    </fieldset>
  )
}

export function Tools(props: {
  readonly onClear: () => void
  readonly onJson: () => void
  readonly onHar: () => void
  readonly children: ReactNode
}) {
  const t = useTexts(happenedTexts)
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = () => {
      if (details.current !== null) details.current.open = false
    }
    const pressed = ({ target }: Event) => {
      if (target instanceof Node && !details.current?.contains(target)) close()
    }
    document.addEventListener('pointerdown', pressed)
    window.addEventListener('blur', close) // a press in a frame
    return () => {
      document.removeEventListener('pointerdown', pressed)
      window.removeEventListener('blur', close)
    }
  }, [])
  return (
    <details
      ref={details}
      className="group"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || details.current?.open !== true) return
        event.stopPropagation()
        details.current.open = false
        details.current.querySelector('summary')?.focus()
      }}
    >
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1 font-bold text-accent">
        <Icon name="settings" size="sign" /> {t.tools}
        <Icon name="down" size="sign" tone="group-open:rotate-180" />
      </summary>
      <div className="absolute right-2 top-full z-30 flex w-96 max-w-[calc(100%-1rem)] flex-col gap-2 rounded-8 border border-line bg-ground p-3 shadow-3">
        {props.children}
        <div className="flex flex-wrap gap-2">
          <Button look="small" onPress={props.onJson}>
            <Icon name="download" size="sign" /> {t.saveJson}
          </Button>
          <Button look="small" onPress={props.onHar}>
            <Icon name="download" size="sign" /> {t.saveHar}
          </Button>
          <Button look="small" onPress={props.onClear}>
            <Icon name="trash" size="sign" /> {t.clear}
          </Button>
        </div>
      </div>
    </details>
  )
}
