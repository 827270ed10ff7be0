/** 5-A4: what was here expired with the card's certificate. Before anything on the phone, the card is renewed at the counter. */
import { defineTexts, Panel, useTexts } from '@kazashi/ui'
import type { PhoneSummary } from '../phone/phone-summary.ts'
import { renewalFirst } from './next-thing.ts'

const texts = defineTexts({
  ja: {
    lead: '先に、お住まいの市区町村の窓口で、カードの電子証明書を更新してください。更新する前の申請は、受け付けられません。',
  },
  en: {
    lead: 'First, have the certificates of your card renewed at your municipal office. An application before that is refused.',
  },
})

export function RenewalFirst({ summary }: { summary: Pick<PhoneSummary, 'name' | 'ended'> }) {
  const t = useTexts(texts)
  if (!renewalFirst(summary)) return undefined
  return <Panel tone="warn">{t.lead}</Panel>
}
