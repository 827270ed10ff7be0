/** Stations on a way, from top to bottom: what is done, where one is, what is still to come. */
import { Icon } from './icon.tsx'

export interface Station {
  readonly title: string
  readonly note?: string | undefined
  readonly state: 'done' | 'now' | 'later'
}

const marks = {
  done: 'bg-done text-on-done',
  now: 'border-4 border-accent bg-field',
  later: 'border-2 border-edge bg-field',
} as const

export const Timeline = ({ stations }: { readonly stations: readonly Station[] }) => (
  <ol>
    {stations.map(({ title, note, state }, index) => (
      <li
        key={title}
        {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}
        className="relative flex gap-4 pb-4"
      >
        {index + 1 < stations.length && (
          <span
            aria-hidden="true"
            className={`absolute top-[1.7em] bottom-0 left-[calc(0.85em-1px)] w-0.5 ${state === 'done' ? 'bg-done' : 'bg-line'}`}
          />
        )}
        <span
          aria-hidden="true"
          className={`flex size-[1.7em] shrink-0 items-center justify-center rounded-full ${marks[state]}`}
        >
          {state === 'done' && <Icon name="check" size="sign" />}
        </span>
        <div className="min-w-0 flex-1">
          <p className={state === 'later' ? 'text-ink-soft' : 'font-bold'}>{title}</p>
          {note !== undefined && <p className="text-sm text-ink-soft">{note}</p>}
        </div>
      </li>
    ))}
  </ol>
)
