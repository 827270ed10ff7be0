/**
 * A drawing of the one set (`drawings/`), fetched when it is shown. It takes its colours from the page, so that it follows light
 * and dark: each file is one SVG with the id `drawing`, used from outside (SVG 2 §5.5).
 */
const files = import.meta.glob<string>('./drawings/*.svg', {
  query: '?no-inline',
  import: 'default',
  eager: true,
  // Installed, they are below a folder `node_modules`, which is left out otherwise.
  exhaustive: true,
})

/** All there are; a test compares them with the files. */
export const drawingNames = [
  'age-proof',
  'applied',
  'bank',
  'card-away',
  'card-reader',
  'carrier',
  'cashless',
  'clinic',
  'computer',
  'counter',
  'document-signed',
  'done-android',
  'done-iphone',
  'expiring',
  'face-blink',
  'face-front',
  'face-left',
  'face-right',
  'hotline',
  'kiosk',
  'lost-phone',
  'paper-secrets',
  'phone-android',
  'phone-empty-android',
  'phone-empty-iphone',
  'phone-iphone',
  'portal',
  'reader-android',
  'reader-iphone',
  'receipt',
  'stopped-phone',
  'success',
  'waiting',
  'waiting-night',
  'wallet',
] as const
export type DrawingName = (typeof drawingNames)[number]

/** In the head of a page; in a tile; beside a title; above one; alone on a screen. */
const sizes = {
  mark: 'size-9',
  small: 'size-14',
  beside: 'size-24 short:size-20',
  middle: 'size-28 short:size-20',
  large: 'size-44 short:size-32',
} as const

export function Drawing(props: {
  readonly name: DrawingName
  /** Default: `middle`. */
  readonly size?: keyof typeof sizes
}) {
  const { name, size = 'middle' } = props
  return (
    <svg
      aria-hidden="true"
      data-drawing={name}
      viewBox="0 0 240 240"
      className={`shrink-0 ${sizes[size]}`}
    >
      <use href={`${files[`./drawings/${name}.svg`] ?? ''}#drawing`} />
    </svg>
  )
}
