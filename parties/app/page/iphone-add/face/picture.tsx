/** A face in a frame, turned as the screen directs. */
import type { FaceMove } from '../table.ts'

/** Positions of eyes, nose and mouth: to the side the face is turned to, seen as in a mirror. */
const shift = { front: 0, right: 22, left: -22, blink: 0 } as const satisfies Record<
  FaceMove,
  number
>

export function FacePicture({ move }: { move: FaceMove }) {
  const x = shift[move]
  const arrow = { right: 'M232 120h34m-14-14 14 14-14 14', left: 'M88 120H54m14-14-14 14 14 14' }
  return (
    <svg aria-hidden="true" viewBox="0 0 320 240" className="mx-auto w-full max-w-72">
      <ellipse
        cx="160"
        cy="120"
        rx="78"
        ry="104"
        fill="#eef4fb"
        stroke="#0017c1"
        strokeWidth="4"
        strokeDasharray="10 8"
      />
      <ellipse cx="160" cy="122" rx="56" ry="72" fill="#f7d9bf" stroke="#8a5a33" strokeWidth="2" />
      <path d="M104 110c2-60 110-60 112 0-20-26-92-26-112 0z" fill="#4a3728" />
      <g transform={`translate(${x} 0)`} stroke="#3a2a1c" strokeWidth="3" fill="none">
        {move === 'blink' ? (
          <path d="M128 122h20M172 122h20" strokeLinecap="round" />
        ) : (
          <>
            <circle cx="138" cy="122" r="6" fill="#3a2a1c" stroke="none" />
            <circle cx="182" cy="122" r="6" fill="#3a2a1c" stroke="none" />
          </>
        )}
        <path d="M160 128v18l-6 4M144 164c8 8 24 8 32 0" strokeLinecap="round" />
      </g>
      {(move === 'right' || move === 'left') && (
        <path
          d={arrow[move]}
          fill="none"
          stroke="#0017c1"
          strokeWidth="6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  )
}
