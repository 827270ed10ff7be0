/** Carries out the terminal's effects: its server, and the card or phone at its reader. */
import { pause } from '@kazashi/login/page'
import type { Perform } from '@kazashi/ui'
import { ask, tell } from '../call.ts'
import { Facility, NewVisit, Visit } from '../wire.ts'
import { type Fault, faultOf, faultOfCode, TerminalFault } from './fault.ts'
import type { Holding, TerminalEffect, TerminalEvent } from './machine.ts'
import { proofBy } from './proof.ts'
import type { TerminalReader } from './reader.ts'

/** Milliseconds in which something is to be held. */
export const holdLimit = 60_000
/** Milliseconds between two looks whether the reception has compared the face. */
const lookAgainAfter = 1_000

/** Those of a person: the reception is told. */
const told: ReadonlySet<string> = new Set([
  'PIN_WRONG',
  'PIN_LOCKED',
  'TAKEN_AWAY',
  'NOT_RECOGNISED',
  'OTHER_DEVICE',
  'NOT_A_CARD',
  'NO_CERTIFICATE',
])

export function performTerminal(reader: TerminalReader): Perform<TerminalEvent, TerminalEffect> {
  /** Of whoever stands here. */
  let current: string | undefined

  const eventOf = (visit: Visit, id: string): TerminalEvent => {
    switch (visit.state) {
      case 'consents':
        return { type: 'asked', id, asked: visit }
      case 'received':
        return { type: 'received', received: visit }
      case 'eye':
        return { type: 'eye', id }
      case 'refused':
        return { type: 'failed', fault: { code: faultOfCode(visit.code) } }
      case 'open':
        return { type: 'failed', fault: { code: 'UNEXPECTED' } }
    }
  }

  const tellReception = async (code: string) => {
    if (current === undefined) return
    await tell('POST', `/visits/${current}/troubles`, { code }).catch(() => undefined)
  }

  const taken = async (signal: AbortSignal) => {
    const limit = new AbortController()
    const timer = setTimeout(() => limit.abort(), holdLimit)
    try {
      return await reader.take(AbortSignal.any([signal, limit.signal]))
    } catch (error) {
      throw limit.signal.aborted ? new TerminalFault({ code: 'TIME_UP' }) : error
    } finally {
      clearTimeout(timer)
    }
  }

  const take = async (
    { device, way }: Holding,
    send: (event: TerminalEvent) => void,
    signal: AbortSignal,
  ) => {
    const begun = await ask(NewVisit, 'POST', '/visits', { device })
    current = begun.id
    const transport = await taken(signal)
    send({ type: 'reading' })
    try {
      const proof = await proofBy(transport, device, way, begun)
      send(eventOf(await ask(Visit, 'POST', `/visits/${begun.id}/proof`, proof), begun.id))
    } finally {
      await transport.close()
    }
  }

  const awaitEye = async (
    id: string,
    send: (event: TerminalEvent) => void,
    signal: AbortSignal,
  ) => {
    while (!signal.aborted) {
      await pause(lookAgainAfter, signal)
      const visit = await ask(Visit, 'GET', `/visits/${id}`)
      if (visit.state !== 'eye') return send(eventOf(visit, id))
    }
  }

  const leave = async (send: (event: TerminalEvent) => void) => {
    reader.leave()
    const id = current
    current = undefined
    if (id !== undefined) await tell('DELETE', `/visits/${id}`).catch(() => undefined)
    send({ type: 'opened', facility: await ask(Facility, 'POST', '/facility') })
  }

  const carryOut = async (
    effect: TerminalEffect,
    send: (event: TerminalEvent) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    switch (effect.type) {
      case 'open':
        return send({ type: 'opened', facility: await ask(Facility, 'POST', '/facility') })
      case 'take':
        return take(effect, send, signal)
      case 'await-eye':
        return awaitEye(effect.id, send, signal)
      case 'agree': {
        const path = `/visits/${effect.id}/consents`
        return send(eventOf(await ask(Visit, 'POST', path, effect.consents), effect.id))
      }
      case 'call':
        current ??= (await ask(NewVisit, 'POST', '/visits', { device: 'card' })).id
        await tellReception('CALLED')
        return leave(send)
      case 'leave':
        return leave(send)
    }
  }

  return async (effect, send, signal) => {
    try {
      await carryOut(effect, send, signal)
    } catch (error) {
      if (signal.aborted) return
      const fault: Fault = faultOf(error)
      if (told.has(fault.code)) await tellReception(fault.code)
      send({ type: 'failed', fault })
    }
  }
}
