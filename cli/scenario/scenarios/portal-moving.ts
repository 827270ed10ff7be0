/** Moving house at Mynaportal with the phone alone (1-B①). */
import { applyAndRegister } from '../applying.ts'
import { handInApplication } from '../at-mynaportal.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

const day = 86_400_000
/** Days until the move. */
const soon = 5
/** Japan is nine hours ahead of UTC all year; milliseconds. */
const ahead = 9 * 3_600_000

export const portalMoving = scenario({
  name: 'portal-moving',
  rows: ['1-B①'],
  promises: ['1-B①.moving'],
  summary: 'moving house is notified, filled in and signed at Mynaportal',
  async goodWay(world) {
    await byDay(world)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, await takeCard(world))
    const at = new Date(world.sandbox.now().getTime() + ahead + soon * day)
    const moveDate = at.toISOString().slice(0, 10)
    return handInApplication(world, phone, {
      procedure: 'moving',
      name: '引っ越し',
      file: 'moving.pdf',
      answers: {
        person: {
          name: '𠮷田　髙子',
          birthDate: '1990-05-01',
          address: '東京都例示区模擬通1-1-22',
          phone: '0312345678',
        },
        'new-address': { postalCode: '7000000', newAddress: '岡山県絵空市試験台7-10' },
        days: { moveDate, visitDate: moveDate },
      },
    })
  },
  async refusals(world, withdraw) {
    await world.refusal('1-B①', '出したあとに取り下げる', 'APPLICATION_TAKEN', withdraw)
  },
})
