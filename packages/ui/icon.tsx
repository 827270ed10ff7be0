/** An icon beside a word that says the same: as large as the text around it, in its colour, silent for a screen reader. */
import { type IconName, iconPaths } from './icons.ts'

/** In lines of the text around it: beside a title, as a sign, beside a note. */
const sizes = {
  row: 'size-[1.5em] large:size-[1.2em]',
  sign: 'size-[1.15em]',
  large: 'size-[2em]',
} as const

export function Icon(props: {
  readonly name: IconName
  /** Default: `row`. */
  readonly size?: keyof typeof sizes
  /** A colour of its own, as a class. */
  readonly tone?: string
}) {
  const { name, size = 'row', tone = '' } = props
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className={`shrink-0 ${sizes[size]} ${tone}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={iconPaths[name]} />
    </svg>
  )
}
