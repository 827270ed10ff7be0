/** The card as it lies in the wallet for practice; nothing of Apple's is drawn. */

export function WalletPicture() {
  return (
    <svg aria-hidden="true" viewBox="0 0 320 200" className="mx-auto w-full max-w-64">
      <rect x="30" y="20" width="260" height="150" rx="16" fill="#d9efe8" stroke="#5f8f82" />
      <rect x="50" y="58" width="56" height="70" rx="5" fill="#f4fbf9" stroke="#5f8f82" />
      <circle cx="78" cy="84" r="13" fill="#a9c9bf" />
      <path d="M56 126c2-20 42-20 44 0z" fill="#a9c9bf" />
      <path
        d="M124 66h140M124 86h104M124 106h120"
        stroke="#5f8f82"
        strokeWidth="6"
        strokeLinecap="round"
        opacity=".5"
      />
      <text x="50" y="46" fontSize="15" fontWeight="700" fill="#1a1a1a">
        SANDBOX
      </text>
      <path d="M14 140h292v44a12 12 0 0 1-12 12H26a12 12 0 0 1-12-12z" fill="#1a1a1a" />
      <path d="M120 140a40 26 0 0 0 80 0z" fill="#464b57" />
    </svg>
  )
}
