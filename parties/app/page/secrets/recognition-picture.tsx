/** A finger's lines and a face in their frames: the phone decides which of them it asks for. */
export function FingerOrFace() {
  const line = {
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 2,
    strokeLinecap: 'round',
  } as const
  return (
    <div aria-hidden="true" className="flex justify-center gap-8 py-4 text-accent">
      <svg aria-hidden="true" viewBox="0 0 48 48" className="size-20" {...line}>
        <path d="M13 40c2-4 3-8 3-13a8 8 0 0 1 16 0c0 6-1 11-3 16" />
        <path d="M9 33c1-2 1-4 1-6a14 14 0 0 1 28 0c0 5-.5 9-1.5 13" />
        <path d="M24 27c0 7-1 12-3.500 17" />
        <path d="M5.500 24A19 19 0 0 1 24 7c5 0 9.500 2 13 5.500M42 19c.8 3 1 6 1 9" />
      </svg>
      <svg aria-hidden="true" viewBox="0 0 48 48" className="size-20" {...line}>
        <path d="M6 15V9a3 3 0 0 1 3-3h6M33 6h6a3 3 0 0 1 3 3v6M42 33v6a3 3 0 0 1-3 3h-6M15 42H9a3 3 0 0 1-3-3v-6" />
        <path d="M17 18v4M31 18v4M24 18v8h-3M17 31c4 4 10 4 14 0" />
      </svg>
    </div>
  )
}
