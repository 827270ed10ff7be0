/** A long text in pieces that can be read: in Japanese a sentence a line, to the letter; in any language a line a line. */
export function Sentences({ children }: { readonly children: string }) {
  return (
    <span className="flex flex-col gap-2">
      {children.split(/(?<=。)(?!」|）|\n)|\n/).map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </span>
  )
}
