/** The word mark of a page, with the sign of the app: a card behind a phone. With large text the word gives way to the sign. */
export function Brand({ name }: { readonly name: string }) {
  return (
    <b className="flex min-h-11 items-center gap-2 text-xl">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-8 shrink-0">
        <rect width="32" height="32" rx="9" className="fill-accent" />
        <rect x="5" y="13" width="14" height="9.5" rx="2" fill="#c2e5d1" />
        <rect x="12" y="6" width="9.5" height="19" rx="2.5" className="fill-on-accent" />
        <path
          d="M24 11c2.2 3 2.2 7 0 10"
          fill="none"
          stroke="#ffa66d"
          strokeWidth="2.4"
          strokeLinecap="round"
        />
      </svg>
      <span className="large:sr-only">{name}</span>
    </b>
  )
}
