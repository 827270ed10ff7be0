/** One of the terminal's choices: a drawing or an icon, a word or two, and where it goes. The whole of it takes the press. */
import { Drawing, type DrawingName } from '@kazashi/ui'
import { type ReactNode, useId } from 'react'
import { Button } from 'react-aria-components'

export function Tile(props: {
  readonly title: string
  readonly note: string
  readonly drawing?: DrawingName
  /** In place of a drawing: the tile is a row. */
  readonly mark?: ReactNode
  readonly onPress: () => void
}) {
  const { drawing, mark } = props
  const about = useId()
  const isRow = mark !== undefined
  return (
    <div
      className={`relative flex h-full items-center gap-4 rounded-16 border-2 border-line bg-ground p-5 hover:border-accent hover:bg-accent-soft ${isRow ? '' : 'min-h-56 flex-col justify-center text-center'}`}
    >
      {drawing !== undefined && (
        <div className="md:[&_svg]:size-60">
          <Drawing name={drawing} size="large" />
        </div>
      )}
      {mark}
      <div className={`min-w-0 ${isRow ? 'flex-1' : ''}`}>
        <Button
          onPress={props.onPress}
          aria-describedby={about}
          className={`min-h-0! cursor-pointer px-0! text-lg! font-bold md:text-[1.875rem]! text-ink after:absolute after:inset-0 after:rounded-16 ${isRow ? 'text-left' : ''}`}
        >
          {props.title}
        </Button>
        <p id={about} className="text-base text-ink-soft">
          {props.note}
        </p>
      </div>
    </div>
  )
}
