/** Robots held to a reader (1-B③, 1-B④): the owner of an iPhone is recognised by the phone, that of another enters the PIN there. */
import { connectReader, openCard } from '@kazashi/card'
import { LocalWebSocket, localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await borrowSandbox()
  await sandbox.moveClock('10:00')
  vi.stubGlobal('WebSocket', LocalWebSocket)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await sandbox?.stop()
})

async function ask(method: string, path: string, body?: object) {
  const answer = await localFetch(`${sandbox.origin('box')}${path}`, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return { status: answer.status, document: text === '' ? undefined : JSON.parse(text) }
}
const readerView = z.object({ id: z.string(), url: z.string() })
const heldView = z.object({ pin: z.string().nullable() })

const newKiosk = async () =>
  readerView.parse((await ask('POST', '/readers', { place: 'kiosk' })).document)
async function newRobot(platform: string): Promise<string> {
  const name = `held-${crypto.randomUUID().slice(0, 8)}`
  const { status } = await ask('POST', '/phones', { name, platform })
  expect(status).toBe(201)
  return name
}

test.each(['android', 'iphone'] as const)(
  '1-B③ %s lies on a reader and signs there with its authentication key, as the one its holder is known by',
  async (platform) => {
    const [name, kiosk] = [await newRobot(platform), await newKiosk()]
    const reader = await connectReader(kiosk.url)
    const { document } = await ask('PUT', `/phones/${name}/reader`, { reader: kiosk.id })
    const { pin } = heldView.parse(document)
    const client = openCard(await reader.waitForCard())
    expect((await client.token()).carrier).toBe(platform)
    expect(await client.isRecognised('authentication-pin')).toBe(pin === null)
    expect(pin === null).toBe(platform === 'iphone')
    const signer = await client.signer('authentication', pin ?? (() => Promise.resolve()))
    expect(await signer.sign(Uint8Array.of(1, 2, 3))).toHaveLength(256)
    // Nothing opens the signing key on the way.
    await expect(client.signer('signing', () => Promise.resolve())).rejects.toMatchObject({
      code: 'SECURITY_STATUS',
    })
    await ask('DELETE', `/phones/${name}/reader`)
    await vi.waitFor(() => expect(reader.cardPresent).toBe(false))
    reader.close()
  },
)

test('1-B③ READER_UNKNOWN PHONE_UNKNOWN PHONE_REFUSED a robot lies on no phone’s reader, an unknown one nowhere, and one without a certificate nowhere', async () => {
  const [name, kiosk] = [await newRobot('android'), await newKiosk()]
  const ofPhone = readerView.parse((await ask('POST', '/readers', {})).document)
  const put = async (phone: string, reader: string) =>
    (await ask('PUT', `/phones/${phone}/reader`, { reader })).document
  expect(await put(name, ofPhone.id)).toMatchObject({ code: 'READER_UNKNOWN' })
  expect(await put('nobody', kiosk.id)).toMatchObject({ code: 'PHONE_UNKNOWN' })
  expect(await put('no-phone', kiosk.id)).toMatchObject({
    code: 'PHONE_REFUSED',
    reason: 'NOT_REGISTERED',
  })
})
