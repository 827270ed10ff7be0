/** A bank account is opened with the phone alone (1-B②): its contract is shown at the gate, signed there, and kept. */
import { applyAndRegister } from '../applying.ts'
import { BankCustomer } from '../at-the-bank.ts'
import { everyoneSees } from '../everyone-sees.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay } from '../the-clock.ts'
import { newPhone } from '../the-phone.ts'

/** Years. */
const grownUp = 25
const child = '2020-02-29'

export const bankContract = scenario({
  name: 'bank-contract',
  rows: ['1-B②'],
  promises: ['1-B②.bank-account'],
  summary: 'a bank account is opened by a contract that the phone signs at the gate',
  async goodWay(world) {
    await byDay(world)
    const phone = await newPhone(world, 'android')
    await applyAndRegister(world, phone, await takeCard(world, '2-A', grownUp))
    const customer = await world.step('1-B②', '銀行にログイン', async (step) => {
      const logged = await BankCustomer.logIn(world, phone)
      const { state, claims } = await logged.application()
      step.assert(state === 'none' && claims.name !== '', 'the bank is told name and address')
      return logged
    })
    await world.refusal('1-B②', '署名の前の契約書', 'CONTRACT_UNSIGNED', customer.signed)
    await world.step('1-B②', '口座開設の申し込みと署名', async (step) => {
      await customer.write()
      await customer.read()
      const came = await customer.sign(phone)
      step.assert(came === null, `the contract is signed with the phone${came ? ` (${came})` : ''}`)
      const { state, application } = await customer.application()
      const isLookedAt = (application?.substitutes ?? []).length > 0
      step.assert(
        state === (isLookedAt ? 'looked-at' : 'opened'),
        isLookedAt ? 'a clerk looks at the substitute characters' : 'the account is opened',
      )
      step.fact('application', application?.number ?? '')
      await world.files.document('account-contract.pdf', await customer.signed())
    })
    await everyoneSees(world, '1-B②', '口座開設のあと', phone, {
      resident: 'active',
      portal: 'accepted',
      openssl: { signing: 'good', authentication: 'good' },
    })
    return customer
  },
  async refusals(world, customer) {
    await world.refusal('1-B②', '18歳未満', 'GUARDIAN_NEEDED', () =>
      customer.write({ birthDate: child }),
    )
    await world.refusal('1-B②', 'ほかの人のための口座', 'ACCOUNT_FOR_OTHERS', () =>
      customer.write({ forOthers: true }),
    )
    await world.refusal('1-B②', '二つめの口座', 'ACCOUNT_EXISTS', () =>
      customer.write({ telephone: '0312345678' }),
    )
  },
})
