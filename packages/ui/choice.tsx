/** One of several ways to go: a line to press, and below it its purpose. */
import { useId } from 'react'
import { Button } from './button.tsx'

export function Choice(props: {
  readonly text: string
  readonly note?: string
  readonly onPress: () => void
}) {
  const about = useId()
  const { note } = props
  return (
    <div className="flex flex-col gap-1">
      <Button
        look="choice"
        onPress={props.onPress}
        {...(note === undefined ? {} : { describedBy: about })}
      >
        <span className="min-w-0 flex-1 text-left font-bold">{props.text}</span>
        <span aria-hidden="true">▶</span>
      </Button>
      {note !== undefined && (
        <p id={about} className="px-2 text-base text-ink-soft">
          {note}
        </p>
      )}
    </div>
  )
}
