/** Cards and robot phones held to a clinic's reader of the box, as the desk and the app hold them. */
import { localFetch } from '@kazashi/serve'
import { z } from 'zod'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'

const Reader = z.object({ id: z.string(), url: z.string() })
export type ClinicReader = z.infer<typeof Reader>
const Held = z.object({ pin: z.string().nullable() })
const Card = z.object({
  id: z.string(),
  face: z.object({ name: z.string() }),
  slip: z.object({ authenticationPin: z.string() }),
})
export type BoxCard = z.infer<typeof Card>
const Robot = z.object({ name: z.string(), cardId: z.string(), holder: z.string() })
export type BoxRobot = z.infer<typeof Robot>

export interface Hands {
  newReader(): Promise<ClinicReader>
  newCard(): Promise<BoxCard>
  /** A person with a card and a phone that has its functions. */
  newPhone(platform: 'android' | 'iphone'): Promise<BoxRobot>
  cardOf(robot: BoxRobot): Promise<BoxCard>
  holdCard(reader: ClinicReader, card: BoxCard): Promise<void>
  takeCard(reader: ClinicReader): Promise<void>
  /** @returns the PIN that its owner enters at the terminal; null: recognised by the phone */
  holdPhone(reader: ClinicReader, robot: BoxRobot): Promise<string | null>
  takePhone(robot: BoxRobot): Promise<void>
}

export function handsIn(sandbox: Sandbox): Hands {
  const box = sandbox.origin('box')
  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await localFetch(`${box}${path}`, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
  const cardBy = async (id: string) => {
    const found = z
      .array(Card)
      .parse(await ask('GET', '/cards'))
      .find((card) => card.id === id)
    if (found === undefined) throw new Error('no such card')
    return found
  }
  return {
    newReader: async () => Reader.parse(await ask('POST', '/readers', { place: 'clinic' })),
    newCard: async () => cardBy((await sandbox.newCard()).id),
    newPhone: async (platform) => {
      const name = `clinic-${crypto.randomUUID().slice(0, 8)}`
      return Robot.parse(await ask('POST', '/phones', { name, platform }))
    },
    cardOf: async ({ cardId }) => cardBy(cardId),
    holdCard: async ({ id }, card) => {
      await ask('PUT', `/readers/${id}/card`, { cardId: card.id })
    },
    takeCard: async ({ id }) => {
      await ask('DELETE', `/readers/${id}/card`)
    },
    holdPhone: async ({ id }, { name }) =>
      Held.parse(await ask('PUT', `/phones/${name}/reader`, { reader: id })).pin,
    takePhone: async ({ name }) => {
      await ask('DELETE', `/phones/${name}/reader`)
    },
  }
}
