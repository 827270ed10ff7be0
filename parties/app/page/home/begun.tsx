/** An application that was begun and not handed in: since when, and 「続きからはじめる」 as long as that is possible. */
import { Choice, defineTexts, Panel, useLanguage, useTexts } from '@kazashi/ui'
import { momentText } from '../moment.ts'
import type { PhoneSummary } from '../phone/phone-summary.ts'
import type { Go, PlaceName } from '../place-name.ts'

const texts = defineTexts({
  ja: {
    since: (moment: string) => `${moment}にはじめた手続きが、途中です。`,
    tooOld: '時間がたったため、続きからはできません。はじめから、手続きをしてください。',
    notYours: 'はじめた方でなければ、続きではなく、はじめから手続きをしてください。',
    goOn: '続きからはじめる',
  },
  en: {
    since: (moment: string) => `Something that was started on ${moment} is not finished.`,
    tooOld: 'It is too old to continue. Please start again from the beginning.',
    notYours: 'If you did not start it yourself, start from the beginning instead.',
    goOn: 'Continue',
  },
})

/**
 * Before the card has signed it may be anybody's, so beginning anew stays the main action and this is offered beside it.
 * @param draftAt where a draft goes on
 */
export function Begun({
  summary,
  draftAt,
  go,
}: {
  summary: Pick<PhoneSummary, 'name' | 'begun'>
  draftAt: PlaceName
  go: Go
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { begun, name } = summary
  if (begun?.at === undefined) return undefined
  const signed = name === 'unfinished'
  if (begun.tooOld && !signed) return undefined
  return (
    <>
      <Panel tone="warn">
        {t.since(momentText(begun.at, language))} {begun.tooOld ? t.tooOld : !signed && t.notYours}
      </Panel>
      {!signed && <Choice icon="clock" text={t.goOn} onPress={() => go(draftAt, 'goes-on')} />}
    </>
  )
}
