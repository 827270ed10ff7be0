/** Damage to a document that keeps it XML, mostly: tags, attributes and text are flipped, cut out, doubled, swapped. */
import fc from 'fast-check'

/** What a document is made of: tags with their attributes apart, and text. */
const piece = /<!--.*?-->|<[^\s>]+|\s[\w:.-]+="[^"]*"|\/?>|[^<>\s"][^<>]*|[\s\S]/gs

export type Change = readonly [
  kind:
    | 'flip'
    | 'cut'
    | 'double'
    | 'swap'
    | 'cut-element'
    | 'double-element'
    | 'move-element'
    | 'insert',
  at: number,
  value: number,
]
export const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.tuple(
    fc.constantFrom(
      'flip',
      'cut',
      'double',
      'swap',
      'cut-element',
      'double-element',
      'move-element',
      'insert',
    ),
    fc.nat(1000),
    fc.nat(1000),
  ),
  { minLength: 1, maxLength: 3 },
)

const inserted = [
  '<!-- -->',
  '<?p i?>',
  '<![CDATA[]]>',
  '<a/>',
  ' Id="part-1"',
  ' xmlns:ds="urn:x"',
  ' xmlns=""',
  '&amp;',
  '\n',
  '<!DOCTYPE a>',
]

/** From a start tag to its end, both as indexes of pieces. */
function elementAt(pieces: readonly string[], at: number): [number, number] | undefined {
  const starts = pieces.flatMap((one, index) => (/^<[^/!?]/.test(one) ? [index] : []))
  const from = starts[at % starts.length]
  if (from === undefined) return undefined
  let depth = 0
  for (let index = from; index < pieces.length; index++) {
    const one = pieces[index] ?? ''
    if (/^<[^/!?]/.test(one)) depth++
    if (one === '/>' || /^<\//.test(one)) depth--
    if (depth === 0) return [from, one === '/>' ? index + 1 : index + 2]
  }
  return undefined
}

function flipped(text: string, value: number): string {
  const at = value % text.length
  const code = text.charCodeAt(at) ^ (1 << (value % 6))
  return text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1)
}

export function damaged(xml: string, list: readonly Change[]): string {
  let pieces: string[] = xml.match(piece) ?? []
  for (const [kind, position, value] of list) {
    const at = position % pieces.length
    const one = pieces[at] ?? ''
    const other = value % pieces.length
    const element = elementAt(pieces, position)
    const found = element ? pieces.slice(...element) : []
    const without = element ? pieces.toSpliced(element[0], element[1] - element[0]) : pieces
    if (kind === 'flip') pieces = pieces.with(at, flipped(one, value))
    if (kind === 'cut') pieces = pieces.toSpliced(at, 1)
    if (kind === 'double') pieces = pieces.toSpliced(at, 0, one)
    if (kind === 'swap') pieces = pieces.with(at, pieces[other] ?? '').with(other, one)
    if (kind === 'insert') pieces = pieces.toSpliced(at, 0, inserted[value % inserted.length] ?? '')
    if (kind === 'cut-element') pieces = without
    if (kind === 'double-element') pieces = pieces.toSpliced(element?.[0] ?? 0, 0, ...found)
    if (kind === 'move-element')
      pieces = without.toSpliced(value % (without.length + 1), 0, ...found)
  }
  return pieces.join('')
}
