/** What an iPhone's wallet shows (1-A②, 3-D): the attributes of the card as an ISO/IEC 18013-5 mdoc, checked as a reader would. */
import {
  myNumberCardDocType,
  myNumberCardElements,
  namespaces,
  parseMdoc,
  verifyMdoc,
} from '@kazashi/mdoc'
import { openWalletCard, walletState } from '@kazashi/phone'
import { z } from 'zod'
import type { World } from './scenario.ts'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'

const trust = z.object({
  anchors: z.array(z.looseObject({ kind: z.string(), certificate: z.base64() })),
})

/** The issuer's certificates that readers trust. */
async function issuers({ sandbox }: World): Promise<Uint8Array[]> {
  const answer = await sandbox.fetch(`${sandbox.origins.authority}/trust`)
  return trust
    .parse(await answer.json())
    .anchors.filter(({ kind }) => kind !== 'signing' && kind !== 'authentication')
    .map(({ certificate }) => new Uint8Array(Buffer.from(certificate, 'base64')))
}

/** Apple ウォレットに追加, and what is on it. */
export const walletSays = (world: World, { phone }: ThePhone, card: TheCard): Promise<void> =>
  world.step('1-A②', '属性証明', async (step) => {
    step.assert(walletState(phone) === 'usable', 'the wallet shows the card as usable')
    const verified = await verifyMdoc({
      mdoc: parseMdoc(await openWalletCard(phone)),
      anchors: await issuers(world),
      now: world.sandbox.now(),
      docType: myNumberCardDocType,
    })
    step.assert(true, 'it is signed by the issuer of the trust list (ISO/IEC 18013-5 §9.3.1)')
    const { [namespaces.japan]: said } = myNumberCardElements(verified)
    const { name, address, myNumber } = card.resident()
    step.assert(said.full_name_unicode === name, 'the name is that of the card')
    step.assert(said.resident_address_unicode === address, 'the address is that of the card')
    step.assert(said.individual_number_unicode === myNumber, 'the My Number is that of the card')
    step.assert(said.portrait.length > 0, 'the portrait is there')
  })

export const walletIsEmpty = (world: World, row: string, { phone }: ThePhone): Promise<void> =>
  world.step(row, 'ウォレット', async (step) => {
    step.assert(walletState(phone) === 'none', 'the wallet has no card any more')
  })
