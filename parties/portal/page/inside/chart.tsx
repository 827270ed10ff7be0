/** One value over the years as a line, with the usual range behind it. The numbers stand in it, and in the table beside it. */

export interface ChartPoint {
  readonly label: string
  readonly value: number
}

const width = 600
const height = 240
const pad = { left: 48, right: 24, top: 28, bottom: 34 } as const

export function Chart(props: {
  readonly title: string
  readonly points: readonly ChartPoint[]
  /** The usual range: its upper bound, and its name. */
  readonly usual?: { readonly high: number; readonly name: string }
}) {
  const { title, points, usual } = props
  const values = [...points.map(({ value }) => value), ...(usual ? [usual.high] : [])]
  const spread = Math.max(...values) - Math.min(...values) || 1
  const low = Math.min(...values) - spread * 0.4
  const high = Math.max(...values) + spread * 0.4
  const x = (at: number) =>
    pad.left + (at * (width - pad.left - pad.right)) / Math.max(1, points.length - 1)
  const y = (value: number) =>
    pad.top + ((high - value) * (height - pad.top - pad.bottom)) / (high - low)
  const line = points.map(({ value }, at) => `${at === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('')
  return (
    <svg
      role="img"
      aria-label={`${title}: ${points.map(({ label, value }) => `${label} ${value}`).join(', ')}`}
      viewBox={`0 0 ${width} ${height}`}
      className="h-auto w-full max-w-[44rem]"
    >
      {usual && (
        <>
          <rect
            x={pad.left - 24}
            width={width - pad.left - pad.right + 48}
            y={y(usual.high)}
            height={height - pad.bottom - y(usual.high)}
            className="fill-good-soft"
          />
          <text x={pad.left - 16} y={height - pad.bottom - 8} fontSize="15" className="fill-good">
            {usual.name}
          </text>
        </>
      )}
      <path d={line} fill="none" strokeWidth="4" className="stroke-accent" strokeLinejoin="round" />
      {points.map(({ label, value }, at) => (
        <g key={label}>
          <circle
            cx={x(at)}
            cy={y(value)}
            r="7"
            strokeWidth="4"
            className="fill-field stroke-accent"
          />
          <text
            x={x(at)}
            y={y(value) - 15}
            fontSize="18"
            fontWeight="700"
            textAnchor="middle"
            className="fill-ink"
          >
            {value}
          </text>
          <text
            x={x(at)}
            y={height - 8}
            fontSize="16"
            textAnchor="middle"
            className="fill-ink-soft"
          >
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}
