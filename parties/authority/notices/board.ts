/** Wakes the streams that wait for a phone's notices in this process; the notices are in the database. */

export class NoticeBoard {
  readonly #waiting = new Map<string, Set<() => void>>()
  #closed = false

  /** @returns a function that ends the waiting */
  watch(phone: string, wake: () => void): () => void {
    const those = this.#waiting.get(phone) ?? new Set()
    this.#waiting.set(phone, those.add(wake))
    return () => {
      those.delete(wake)
      if (those.size === 0 && this.#waiting.get(phone) === those) this.#waiting.delete(phone)
    }
  }

  wake(phone: string): void {
    for (const wake of [...(this.#waiting.get(phone) ?? [])]) wake()
  }

  get closed(): boolean {
    return this.#closed
  }

  /** Streams end. */
  close(): void {
    this.#closed = true
    for (const phone of [...this.#waiting.keys()]) this.wake(phone)
  }
}
