/** 1-B③: a certificate is printed at the kiosk by either kind of phone, and anybody checks the paper; who gets none, and when. */
import { takesPart } from '@kazashi/kiosk/offers'
import { parseCertificate } from '@kazashi/pki'
import { applyAndRegister } from '../applying.ts'
import { KioskBrowser, type Paper } from '../at-the-kiosk.ts'
import { holdCard, holdPhone } from '../held.ts'
import { callHotline } from '../on-the-hotline.ts'
import { printedCode } from '../printed-code.ts'
import { scenario } from '../scenario.ts'
import { takeCard } from '../the-card.ts'
import { byDay, moveTo, nextAt } from '../the-clock.ts'
import { newPhone, type ThePhone } from '../the-phone.ts'
import type { World } from '../world.ts'

/** From eighteen on a card lasts longest, and a seal is registered from fifteen. */
const grownUp = 18
const halfDay = 12 * 3_600_000
const row = '1-B③'
/** The page with the code. */
const back = 2

/** An hour at which phones are registered and kiosks print: not in the last days of the year. */
async function whenKiosksPrint(world: World): Promise<void> {
  await byDay(world)
  const { open, opensAt } = await new KioskBrowser(world).status()
  if (open || opensAt === undefined) return
  await moveTo(world, row, '利用できる日', opensAt)
  await byDay(world)
}

const resident = (world: World, livesIn: (code: string) => boolean = takesPart) =>
  takeCard(world, '2-A', { youngest: grownUp, livesIn })

async function phoneOf(world: World, platform: ThePhone['platform']) {
  const card = await resident(world)
  const phone = await newPhone(world, platform)
  await applyAndRegister(world, phone, card)
  return { card, hold: holdPhone(phone) }
}

/** Both sides of a paper and its receipt are kept, and what `/check` says of the code on its back. */
async function keep(world: World, kiosk: KioskBrowser, name: string, paper: Paper): Promise<void> {
  await world.files.document(`${name}.pdf`, paper.pdf)
  await world.files.document(`${name}-receipt.pdf`, paper.receipt)
  await world.step(row, '紙の確認', async (step) => {
    step.fact('number', paper.number)
    const code = await printedCode(paper.pdf, back)
    if (code === undefined) return step.fact('code', 'not read: there is no pdftoppm here')
    const found = await kiosk.check(code)
    const isThis = found.verdict === 'valid' && found.facts.number === paper.number
    step.assert(isThis, 'the code on the back is read as by a phone, and /check says it is valid')
    await world.files.json(`${name}-check`, found)
    return undefined
  })
}

export const kioskCertificate = scenario({
  name: 'kiosk-certificate',
  rows: [row],
  promises: ['1-B③.certificate', '1-B③.refused'],
  summary: 'a certificate printed at a kiosk by phone, and checked; who gets none',
  async goodWay(world) {
    await whenKiosksPrint(world)
    const kiosk = new KioskBrowser(world)
    const android = await phoneOf(world, 'android')
    const residence = await world.step(row, 'Androidスマホで住民票の写し', async (step) => {
      const person = await kiosk.prove(android.hold)
      step.assert(person.carrier === 'phone', 'the phone proves who is there, after its PIN')
      const paper = await kiosk.print(
        'residence',
        person.household.map(({ at }) => at),
      )
      step.assert(true, 'a copy of the residence record is printed, and a receipt')
      return paper
    })
    await keep(world, kiosk, 'residence', residence)
    await world.step(row, '手続きの終わり', async (step) => {
      await kiosk.end()
      step.assert(true, 'the visit has ended')
    })
    const gone = `/visit/papers/${residence.number}`
    await world.refusal(row, '次の人', 'VISIT_UNKNOWN', () => kiosk.file(gone))
    const iphone = await phoneOf(world, 'iphone')
    const seal = await world.step(row, 'iPhoneで印鑑登録証明書', async (step) => {
      const { transport, pin } = await iphone.hold()
      await transport.close()
      step.assert(pin === undefined, 'the iPhone recognises its holder, and no PIN is entered')
      await kiosk.prove(iphone.hold)
      const paper = await kiosk.print('seal', [0])
      step.assert(true, 'a certificate of the registered seal is printed')
      return paper
    })
    await keep(world, kiosk, 'seal', seal)
    await kiosk.end()
    return { kiosk, android, iphone }
  },
  async refusals(world, { kiosk, android, iphone }) {
    const elsewhere = await resident(world, (code) => !takesPart(code))
    await world.refusal(row, '参加していない市区町村', 'MUNICIPALITY_ABSENT', () =>
      kiosk.prove(holdCard(elsewhere)),
    )
    const proved = await kiosk.prove(iphone.hold)
    await world.step(row, '用紙を抜く', async (step) => {
      await kiosk.paper(false)
      step.assert(proved.carrier === 'phone', 'the paper runs out while somebody is there')
    })
    try {
      await world.refusal(row, '用紙がない', 'OUT_OF_PAPER', () => kiosk.print('seal', [0]))
    } finally {
      await kiosk.paper(true)
    }
    await callHotline(world, android.card.resident(), 'phone')
    await world.refusal(row, '一時停止したスマホ', 'CERTIFICATE_SUSPENDED', () =>
      kiosk.prove(android.hold),
    )
    await moveTo(world, row, '夜', nextAt(world.sandbox.now(), '23:30:00'))
    await world.refusal(row, '利用時間外', 'KIOSK_CLOSED', () => kiosk.prove(iphone.hold))
    const { certificate } = iphone.card.certificates.authentication
    const { notAfter } = parseCertificate(certificate).validity
    await moveTo(world, row, '有効期限のあと', new Date(notAfter.getTime() + halfDay))
    await whenKiosksPrint(world)
    await world.refusal(row, '有効期限の切れたスマホ', 'CERTIFICATE_EXPIRED', () =>
      kiosk.prove(iphone.hold),
    )
  },
})
