/** Things that take seconds to start and are lent: to one at a time, and to the next when they were given back. */

interface Lent<T> {
  readonly number: number
  readonly thing: T
}

export interface Shelf<T> {
  /** One that was given back, or a new one. */
  borrow(): Promise<Lent<T>>
  /** @throws {RangeError} it is not lent: two would have it */
  giveBack(number: number): void
  /** Ends all of them, also those not given back. */
  close(): Promise<void>
}

/** A thing that is never given back, because the borrower was killed, goes to nobody again. */
export function openShelf<T extends { stop(): Promise<void> }>(start: () => Promise<T>): Shelf<T> {
  const things: T[] = []
  const free: number[] = []
  return {
    async borrow() {
      const number = free.pop() ?? things.push(await start()) - 1
      const thing = things[number]
      if (thing === undefined) throw new RangeError(`there is no ${number}`)
      return { number, thing }
    },
    giveBack(number) {
      if (things[number] === undefined || free.includes(number)) {
        throw new RangeError(`${number} is not lent`)
      }
      free.push(number)
    },
    close: async () => {
      await Promise.all(things.map((thing) => thing.stop()))
    },
  }
}
