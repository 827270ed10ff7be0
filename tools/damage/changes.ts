/** Damage that keeps a document's form, mostly: elements of DER and tokens of text are changed, cut, doubled, swapped, put in. */

/** The same numbers for the same seed (mulberry32). */
export function numbersOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
type Draw = (below: number) => number

interface Node {
  tag: number
  content: Uint8Array
  children: Node[] | undefined
}

/** Elements with elements in them, wherever the octets allow it; undefined: they are no elements. */
function nodesOf(bytes: Uint8Array): Node[] | undefined {
  const nodes: Node[] = []
  let at = 0
  while (at < bytes.length) {
    const [tag, first] = [bytes[at] ?? 0, bytes[at + 1]]
    if (first === undefined || (tag & 0x1f) === 0x1f) return undefined
    const count = first >= 0x80 ? first & 0x7f : 0
    if (count > 4) return undefined
    let length = count === 0 ? first : 0
    for (const octet of bytes.subarray(at + 2, at + 2 + count)) length = length * 256 + octet
    const start = at + 2 + count
    if (start + length > bytes.length) return undefined
    const content = bytes.subarray(start, start + length)
    const children = (tag & 0x20) !== 0 || tag === 0x04 ? nodesOf(content) : undefined
    nodes.push({ tag, content, children: children && children.length > 0 ? children : undefined })
    at = start + length
  }
  return nodes
}

function encoded(nodes: readonly Node[]): Uint8Array {
  const parts = nodes.map(({ tag, content, children }) => {
    const inner = children ? encoded(children) : content
    const length: number[] = []
    for (let rest = inner.length; rest > 0; rest = Math.floor(rest / 256))
      length.unshift(rest % 256)
    const header =
      inner.length < 0x80 ? [tag, inner.length] : [tag, 0x80 | length.length, ...length]
    return Buffer.concat([Uint8Array.from(header), inner])
  })
  return new Uint8Array(Buffer.concat(parts))
}

const lists = (nodes: Node[]): Node[][] => [
  nodes,
  ...nodes.flatMap(({ children }) => (children ? lists(children) : [])),
]

/** One to three elements changed, each at a place that is drawn. */
export function damagedDer(bytes: Uint8Array, draw: Draw): Uint8Array {
  const root = nodesOf(bytes)
  if (root === undefined) return damagedOctets(bytes, draw)
  for (let left = 1 + draw(3); left > 0; left -= 1) {
    const all = lists(root)
    const list = all[draw(all.length)] ?? root
    const at = draw(Math.max(1, list.length))
    const node = list[at]
    if (node === undefined) continue
    const other = list[draw(list.length)] ?? node
    const kind = draw(7)
    if (kind === 0) list.splice(at, 1)
    else if (kind === 1) list.splice(at, 0, structuredClone(node))
    else if (kind === 2) [list[at], list[list.indexOf(other)]] = [other, node]
    else if (kind === 3) node.tag = draw(2) === 0 ? draw(256) : node.tag ^ (1 << draw(8))
    else if (kind === 4) list.splice(at, 1, ...(node.children ?? []))
    else if (kind === 5) list[at] = { tag: 0x30, content: new Uint8Array(), children: [node] }
    else {
      node.content = damagedOctets(node.children ? encoded(node.children) : node.content, draw)
      node.children = undefined
    }
  }
  return encoded(root)
}

/** Octets flipped, cut out, doubled. */
function damagedOctets(bytes: Uint8Array, draw: Draw): Uint8Array {
  const octets = [...bytes]
  for (let left = 1 + draw(3); left > 0; left -= 1) {
    const at = draw(Math.max(1, octets.length))
    const kind = draw(4)
    if (kind === 0) octets[at] = (octets[at] ?? 0) ^ (1 << draw(8))
    else if (kind === 1) octets.splice(at, 1 + draw(4))
    else if (kind === 2) octets.splice(at, 0, octets[at] ?? 0)
    else octets[at] = draw(256)
  }
  return Uint8Array.from(octets)
}

/** Words, numbers, names and brackets of a PDF or an XML document; binary parts are single octets. */
const token = /\d+|[A-Za-z]+|<[0-9A-Fa-f]{16,}>|<\/?|<<|>>|\/[A-Za-z]+|[\s\S]/g

export function damagedText(bytes: Uint8Array, draw: Draw): Uint8Array {
  const tokens = Buffer.from(bytes).toString('latin1').match(token) ?? []
  for (let left = 1 + draw(3); left > 0; left -= 1) {
    const at = draw(Math.max(1, tokens.length))
    const here = tokens[at] ?? ''
    const kind = draw(5)
    if (kind === 0) tokens.splice(at, 1 + draw(3))
    else if (kind === 1) tokens.splice(at, 0, here)
    else if (kind === 2)
      tokens[at] = /^\d+$/.test(here)
        ? String(draw(2) === 0 ? draw(100) : Number(here) + draw(3) - 1)
        : 'X'
    else if (kind === 3) tokens[at] = tokens[draw(tokens.length)] ?? ''
    else tokens[at] = String.fromCharCode(draw(256))
  }
  return new Uint8Array(Buffer.from(tokens.join(''), 'latin1'))
}
