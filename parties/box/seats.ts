/**
 * Seats: each browser at a desk has people, cards, papers and readers of its own, which no other seat sees. A seat is known by its
 * token alone; the box keeps a hash of it. Programs without a token share the common seat.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { BoxProblem } from './problems.ts'
import { folderKey, openText, sealText, writeDurably } from './sealed-folder.ts'

const seatRecord = z.strictObject({
  id: z.uuid(),
  /** SHA-256 of the token, hex. */
  tokenHash: z.string(),
  madeAt: z.iso.datetime(),
})
type SeatRecord = z.infer<typeof seatRecord>

export interface Seat {
  /** Undefined: the common seat. */
  readonly id: string | undefined
}

const commonSeat: Seat = { id: undefined }

/** Several classes at one server; a seat without cards takes a few hundred bytes. */
const seatsLimit = 500

const fileName = (id: string) => `${id}.seat.json`
const label = (id: string) => `kazashi box 1: seat ${id}`
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

export interface Seats {
  /** @returns the token too, which nothing keeps @throws {Problem} SEATS_FULL */
  add(): Promise<{ readonly seat: Seat & { readonly id: string }; readonly token: string }>
  /** @param authorization a bearer token (RFC 6750 §2.1); undefined: the common seat @throws {Problem} SEAT_UNKNOWN */
  of(authorization: string | undefined): Seat
  /** Whether there is such a seat; the common one always is. */
  has(id: string | undefined): boolean
  remove(seat: Seat): Promise<void>
}

export interface SeatsOptions {
  /** An empty seat makes room for a new one. */
  readonly isEmpty: (seat: Seat) => boolean
  readonly now: () => Date
  readonly limit?: number
}

async function readSeats(folder: string, key: Uint8Array): Promise<SeatRecord[]> {
  const seats: SeatRecord[] = []
  for (const name of await readdir(folder)) {
    const [, id] = /^([0-9a-f-]{36})\.seat\.json$/.exec(name) ?? []
    if (id === undefined) continue
    try {
      const text = openText(await readFile(join(folder, name), 'utf8'), label(id), key)
      seats.push(seatRecord.parse(JSON.parse(text)))
    } catch (cause) {
      throw new BoxProblem('CARD_DAMAGED', { detail: id, cause })
    }
  }
  return seats.sort((a, b) => a.madeAt.localeCompare(b.madeAt))
}

/** @param folder of the cards @throws {Problem} CARD_DAMAGED: a seat cannot be opened with the folder's key */
export async function openSeats(folder: string, options: SeatsOptions): Promise<Seats> {
  const { isEmpty, now, limit = seatsLimit } = options
  const key = await folderKey(folder)
  /** By the hash of their tokens, the oldest first. */
  const seats = new Map((await readSeats(folder, key)).map((seat) => [seat.tokenHash, seat]))
  const remove = async ({ id, tokenHash }: SeatRecord) => {
    seats.delete(tokenHash)
    await unlink(join(folder, fileName(id)))
  }
  const makeRoom = async () => {
    if (seats.size < limit) return
    const empty = [...seats.values()].find(isEmpty)
    if (empty === undefined) throw new BoxProblem('SEATS_FULL')
    await remove(empty)
  }
  return {
    async add() {
      await makeRoom()
      const token = randomBytes(32).toString('base64url')
      const seat = { id: randomUUID(), tokenHash: hashOf(token), madeAt: now().toISOString() }
      seats.set(seat.tokenHash, seat)
      const sealed = sealText(JSON.stringify(seat), label(seat.id), key)
      await writeDurably(folder, fileName(seat.id), sealed)
      return { seat, token }
    },
    of(authorization) {
      if (authorization === undefined) return commonSeat
      const token = /^Bearer +([\x21-\x7e]+)$/i.exec(authorization)?.[1] ?? ''
      const seat = seats.get(hashOf(token))
      if (seat === undefined) throw new BoxProblem('SEAT_UNKNOWN')
      return seat
    },
    has: (id) => id === undefined || [...seats.values()].some((one) => one.id === id),
    async remove({ id }) {
      const seat = [...seats.values()].find((one) => one.id === id)
      if (seat !== undefined) await remove(seat)
    },
  }
}
