/** Where each picture stands on a contact sheet: columns in the order of the course, in parts that an eye can still read. */

export interface Picture {
  readonly label: string
  readonly file: string
  /** Pixels of the picture itself; its width is that of all. */
  readonly width: number
  readonly height: number
}

export interface Placed extends Picture {
  readonly x: number
  readonly y: number
  readonly shownWidth: number
  readonly shownHeight: number
}

export interface Part {
  readonly width: number
  readonly height: number
  readonly placed: readonly Placed[]
}

/** All in pixels but the columns. */
export interface Layout {
  readonly columns: number
  readonly pictureWidth: number
  readonly gap: number
  readonly labelHeight: number
  /** A part that would be higher goes on in the next; one row is never cut. */
  readonly highest: number
}

const usualLayout: Layout = {
  columns: 5,
  pictureWidth: 300,
  gap: 20,
  labelHeight: 44,
  highest: 6000,
}

const rowsOf = <T>(all: readonly T[], columns: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / columns) }, (_, row) =>
    all.slice(row * columns, (row + 1) * columns),
  )

/** Pixels of windows, with or without a scroll bar, and how they stand on a sheet. */
const windows = [
  { name: 'phone', narrowerThan: 500, layout: usualLayout },
  {
    name: 'machine',
    narrowerThan: 1200,
    layout: { ...usualLayout, columns: 4, pictureWidth: 440 },
  },
  {
    name: 'computer',
    narrowerThan: Number.POSITIVE_INFINITY,
    layout: { ...usualLayout, columns: 3, pictureWidth: 720 },
  },
] as const

/** Pictures by the kind of window: side by side, one would be too small to be read. */
export const byWindow = (
  pictures: readonly Picture[],
): { readonly name: string; readonly layout: Layout; readonly pictures: readonly Picture[] }[] =>
  windows
    .map(({ name, layout, narrowerThan }, index) => ({
      name,
      layout,
      pictures: pictures.filter(
        ({ width }) => width < narrowerThan && width >= (windows[index - 1]?.narrowerThan ?? 0),
      ),
    }))
    .filter((one) => one.pictures.length > 0)

export function layOut(pictures: readonly Picture[], layout: Layout = usualLayout): Part[] {
  const { columns, pictureWidth, gap, labelHeight, highest } = layout
  const width = gap + columns * (pictureWidth + gap)
  const parts: { width: number; height: number; placed: Placed[] }[] = []
  for (const row of rowsOf(pictures, columns)) {
    const heights = row.map((one) => Math.round((one.height * pictureWidth) / one.width))
    const rowHeight = labelHeight + Math.max(...heights) + gap
    let part = parts.at(-1)
    if (part === undefined || part.height + rowHeight > highest) {
      part = { width, height: gap, placed: [] }
      parts.push(part)
    }
    const y = part.height
    part.placed.push(
      ...row.map((picture, column) => ({
        ...picture,
        x: gap + column * (pictureWidth + gap),
        y,
        shownWidth: pictureWidth,
        shownHeight: heights[column] ?? 0,
      })),
    )
    part.height += rowHeight
  }
  return parts
}
