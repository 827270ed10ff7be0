/** Tiles: places to go to, a drawing and two or three words each. With large text they become rows. */
import { Button as AriaButton } from 'react-aria-components'
import { Drawing, type DrawingName } from './drawing.tsx'

export interface Tile {
  readonly drawing: DrawingName
  readonly text: string
  readonly note?: string
  /** Without: it is shown, and cannot be gone to from here. */
  readonly onPress?: () => void
}

const look =
  'flex min-h-26 w-full flex-col items-center gap-1.5 rounded-12 bg-accent-soft px-1 py-2.5 text-center text-sm font-bold leading-tight large:min-h-15 large:flex-row large:gap-4 large:px-3 large:text-left iphone:bg-surface iphone:rounded-16'

export const Tiles = ({ tiles }: { readonly tiles: readonly Tile[] }) => (
  <ul className="grid grid-cols-3 gap-2 large:grid-cols-1">
    {tiles.map(({ drawing, text, note, onPress }) => {
      const content = (
        <>
          <Drawing name={drawing} size="small" />
          <span>
            {text}
            {note !== undefined && (
              <small className="block font-normal text-ink-soft">{note}</small>
            )}
          </span>
        </>
      )
      return (
        <li key={text} className="flex">
          {onPress === undefined ? (
            <div className={look}>{content}</div>
          ) : (
            <AriaButton onPress={onPress} className={`${look} cursor-pointer`}>
              {content}
            </AriaButton>
          )}
        </li>
      )
    })}
  </ul>
)
