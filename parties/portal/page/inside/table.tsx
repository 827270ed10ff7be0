/** Rows under headings; on a narrow page each row is a group, with the heading before each value. */

/** Two rows may say the same: the second has another key. */
function numbered(rows: readonly (readonly string[])[]) {
  const seen = new Map<string, number>()
  return rows.map((cells) => {
    const text = cells.join(' ')
    const before = seen.get(text) ?? 0
    seen.set(text, before + 1)
    return { key: `${text} ${before}`, cells }
  })
}

export function Table(props: {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly caption?: string
}) {
  const { heads, rows, caption } = props
  return (
    <table className="block w-full border-collapse text-left sm:table">
      {caption !== undefined && <caption className="sr-only">{caption}</caption>}
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="border-b border-edge">
          {heads.map((head) => (
            <th key={head} scope="col" className="px-2 py-2 text-sm text-ink-soft">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {numbered(rows).map(({ key, cells }) => (
          <tr key={key} className="block border-b border-line py-2 sm:table-row">
            {cells.map((cell, at) => (
              <td
                key={heads[at]}
                className={`block px-2 py-0.5 sm:table-cell sm:py-2 ${at === 0 ? 'font-bold' : ''}`}
              >
                <span aria-hidden="true" className="mr-2 text-sm text-ink-soft sm:hidden">
                  {heads[at]}
                </span>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
