/** Loops in a graph of names: sets whose members all reach each other (Tarjan's strongly connected components), and a way round. */

/** name → the names it leads to */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** @returns the sets of two or more that reach each other, and each name that leads to itself; sorted */
export function loops(graph: Graph): string[][] {
  const found: string[][] = []
  const index = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const visit = (name: string): number => {
    const number = index.size
    index.set(name, number)
    stack.push(name)
    onStack.add(name)
    let lowest = number
    for (const next of graph.get(name) ?? []) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next))
      else if (onStack.has(next)) lowest = Math.min(lowest, index.get(next) ?? number)
    }
    if (lowest < number) return lowest
    const members = stack.splice(stack.indexOf(name))
    for (const member of members) onStack.delete(member)
    if (members.length > 1 || graph.get(name)?.has(name)) found.push(members.toSorted())
    return lowest
  }
  for (const name of graph.keys()) if (!index.has(name)) visit(name)
  return found.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

/** The shortest way from `name` back to itself, both ends included. @param name a member of a loop */
export function wayRound(graph: Graph, name: string): string[] {
  const cameFrom = new Map<string, string>()
  let edge = [name]
  while (edge.length > 0 && !cameFrom.has(name)) {
    const reached: string[] = []
    for (const from of edge) {
      for (const to of graph.get(from) ?? []) {
        if (cameFrom.has(to)) continue
        cameFrom.set(to, from)
        reached.push(to)
      }
    }
    edge = reached
  }
  const way = [name]
  for (let at = cameFrom.get(name); at !== undefined; at = cameFrom.get(at)) {
    way.unshift(at)
    if (at === name) break
  }
  return way
}
