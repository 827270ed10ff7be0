/** A tax return at Mynaportal with the phone alone (1-B①): signed as XML. */
import { applyAndRegister } from '../applying.ts'
import { handInApplication } from '../at-mynaportal.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

export const portalTaxReturn = scenario({
  name: 'portal-tax-return',
  rows: ['1-B①'],
  promises: ['1-B①.tax-return'],
  summary: 'a tax return, computed, filled in and signed at Mynaportal',
  async goodWay(world) {
    await byDay(world)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, await takeCard(world))
    return handInApplication(world, phone, {
      procedure: 'tax-return',
      name: '確定申告',
      file: 'tax-return.xml',
      answers: {
        person: {
          name: '𠮷田　髙子',
          birthDate: '1990-05-01',
          address: '東京都例示区模擬通1-1-22',
        },
        income: { salary: '5000000', withheld: '130000' },
        deductions: { medical: '300000', socialInsurance: '720000', lifeGeneral: '80000' },
        dependants: { dependantsGeneral: '1' },
        account: {
          bank: '架空銀行',
          branch: '本店',
          accountKind: 'ordinary',
          accountNumber: '1234567',
        },
      },
    })
  },
  async refusals(world, withdraw) {
    await world.refusal('1-B①', '出したあとに取り下げる', 'APPLICATION_TAKEN', withdraw)
  },
})
