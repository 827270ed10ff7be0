/** The card behind the phone, in their real proportions, seen from above. It slides in once; the ring turns while the card is read. */

/** Where the card has to touch: under the middle of an Android phone, under the top of an iPhone. */
const places = {
  middle: {
    card: 93,
    phone:
      'M68 29a15 15 0 0 1 15-15H157a15 15 0 0 1 15 15V209a15 15 0 0 1-15 15H83a15 15 0 0 1-15-15Z',
    camera: <circle cx="120" cy="28" r="4" fill="var(--il-ink)" />,
    edges: 'M71 93H169M71 179H169',
    covered: 'M71 95H169V177H71Z',
    touch: 136,
  },
  top: {
    card: 40,
    phone:
      'M68 78a24 24 0 0 1 24-24H148a24 24 0 0 1 24 24V202a15 15 0 0 1-15 15H83a15 15 0 0 1-15-15Z',
    camera: <rect x="106" y="62" width="28" height="8" rx="4" fill="var(--il-ink)" />,
    edges: 'M71 126H169',
    covered: 'M71 80H169V124H71Z',
    touch: 108,
  },
} as const

export function HoldPicture(props: {
  readonly where: keyof typeof places
  /** The card is being read. */
  readonly reading: boolean
}) {
  const { card, phone, camera, edges, covered, touch } = places[props.where]
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 240 240"
      className="mx-auto w-48 max-w-full short:w-32"
      fill="none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M14 226H226" stroke="var(--il-tint2)" strokeWidth="5" />
      <g className="sliding-in">
        <g transform={`translate(52 ${card}) scale(1.13)`}>
          <rect
            width="120"
            height="76"
            rx="9"
            fill="var(--il-card)"
            stroke="var(--il-ink)"
            strokeWidth="5"
          />
          <path
            d="M3 56C28 42 52 66 78 54S108 44 117.5 48V67a7 7 0 0 1-7 7H9.5a7 7 0 0 1-7-7Z"
            fill="var(--il-card2)"
          />
          <path d="M13 12H46" stroke="var(--il-ink)" strokeWidth="4" />
        </g>
      </g>
      <path d={phone} fill="var(--il-paper)" stroke="var(--il-ink)" strokeWidth="6" />
      {camera}
      <path d={edges} stroke="var(--il-card2)" strokeWidth="4" strokeDasharray="7 7" />
      <path d={covered} fill="var(--il-card)" opacity=".45" />
      <circle cx="120" cy={touch} r="29" fill="var(--il-shade)" />
      <circle cx="120" cy={touch} r="29" stroke="var(--il-tint2)" strokeWidth="6" />
      <g className={props.reading ? 'spinning' : ''}>
        {/* Keeps the middle of the turn in the middle of the ring. */}
        <circle cx="120" cy={touch} r="29" stroke="transparent" strokeWidth="7" />
        <path
          d={`M120 ${touch - 29}a29 29 0 1 1-27.3 39`}
          stroke="var(--il-accent)"
          strokeWidth="7"
        />
      </g>
      <path
        transform={`translate(0 ${touch})`}
        d="M109-9c7 6 7 12 0 18M117-13c10 8 10 18 0 26M125-17c13 10 13 24 0 34"
        stroke="var(--il-ink)"
        strokeWidth="5"
      />
    </svg>
  )
}
