/** The card's position: under the upper half of the phone. */

export function HoldPicture({ reading }: { reading: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 320 210" className="mx-auto w-full max-w-72">
      <g transform="rotate(-4 160 90)">
        <rect x="52" y="26" width="216" height="136" rx="12" fill="#d9efe8" stroke="#5f8f82" />
        <rect x="68" y="48" width="52" height="66" rx="4" fill="#f4fbf9" stroke="#5f8f82" />
        <circle cx="94" cy="72" r="12" fill="#a9c9bf" />
        <path d="M74 112c2-18 38-18 40 0z" fill="#a9c9bf" />
        <rect x="226" y="112" width="28" height="24" rx="4" fill="#e2c15a" stroke="#9c7f20" />
      </g>
      <g className={reading ? '' : 'motion-safe:animate-bounce'}>
        <rect x="118" y="62" width="92" height="142" rx="14" fill="#1a1a1a" />
        <rect x="124" y="70" width="80" height="126" rx="8" fill="#ffffff" />
        <circle cx="164" cy="100" r="20" fill="none" stroke="#9db7f9" strokeWidth="6" />
        <circle
          cx="164"
          cy="100"
          r="20"
          fill="none"
          stroke="#0017c1"
          strokeWidth="6"
          strokeDasharray={reading ? '90 126' : '30 126'}
          strokeLinecap="round"
        />
      </g>
    </svg>
  )
}
