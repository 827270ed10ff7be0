/** The wallet of an iPhone (1-A②, 3-D): the attributes of the card as an ISO/IEC 18013-5 mdoc, checked as a reader would. */
import { unwrap } from '@kazashi/authority/api'
import {
  myNumberCardDocType,
  myNumberCardElements,
  namespaces,
  parseMdoc,
  verifyMdoc,
} from '@kazashi/mdoc'
import { base64 } from '@kazashi/octets'
import { openWalletCard, walletState } from '@kazashi/phone'
import type { TheCard } from './the-card.ts'
import type { ThePhone } from './the-phone.ts'
import type { World } from './world.ts'

/** As the card says it; 適用不能 is the word of JIS X 0303 for 9. */
const sexWords = { male: '男', female: '女', 'not-applicable': '適用不能' } as const

/** Trust anchors for readers of such a card: the IACAs of the sandbox. */
async function issuers({ sandbox }: World): Promise<Uint8Array[]> {
  const { attributes } = unwrap(await sandbox.authority.GET('/trust'))
  return attributes.iacas.map((iaca) => base64.decode(iaca))
}

/** Apple ウォレットに追加, and the contents of the wallet. */
export const walletSays = (world: World, { phone }: ThePhone, card: TheCard): Promise<void> =>
  world.step('1-A②', '属性証明', async (step) => {
    step.assert(walletState(phone) === 'usable', 'the wallet shows the card as usable')
    const verified = await verifyMdoc({
      mdoc: parseMdoc(await openWalletCard(phone)),
      anchors: await issuers(world),
      now: world.sandbox.now(),
      docType: myNumberCardDocType,
    })
    step.assert(true, 'its issuer is the one of the trust list (ISO/IEC 18013-5 §9.3.1)')
    const { [namespaces.japan]: said, [namespaces.general]: general } =
      myNumberCardElements(verified)
    const { name, address, myNumber, birthDate, sex } = card.resident()
    step.assert(said.full_name_unicode === name, 'the name is that of the card')
    step.assert(said.resident_address_unicode === address, 'the address is that of the card')
    const born = general.birth_date.date
    step.assert(born === birthDate, 'the date of birth is that of the card')
    step.assert(said.sex_unicode === sexWords[sex], 'the sex is that of the card')
    step.assert(said.individual_number_unicode === myNumber, 'the My Number is that of the card')
    step.assert(said.portrait.length > 0, 'the portrait is there')
  })

export const walletIsEmpty = (world: World, row: string, { phone }: ThePhone): Promise<void> =>
  world.step(row, 'ウォレット', async (step) => {
    step.assert(walletState(phone) === 'none', 'the wallet has no card any more')
  })
