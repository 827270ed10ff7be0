/** Whether the browser may delete the phone's data by itself (Storage Standard §4.4): its actual promise, not the wish. */

/** may-go: not promised, or a browser that does not say */
export type Lasting = 'kept' | 'may-go'

/** Asks nothing of the person: the promise itself is asked for when the phone is opened. */
export async function lasting(): Promise<Lasting> {
  try {
    return (await navigator.storage.persisted()) ? 'kept' : 'may-go'
  } catch {
    return 'may-go'
  }
}
