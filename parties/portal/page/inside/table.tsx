/** Rows under headings; on a narrow page each row is a group, with the heading before each value. */

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
        {rows.map((cells, index) => (
          <tr
            // Rows are shown as they come, and none moves.
            key={index}
            className="block border-b border-line py-2 sm:table-row"
          >
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
