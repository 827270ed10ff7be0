/** 1-D, 5-A: whom to ask and when, and the questions most people have. */
import { freeDial, Opening, Screen, useTexts } from '@kazashi/ui'
import { texts } from './texts.ts'

/** 1-D. */
const fax = '0120-601-785'

export function Help({ onBack }: { onBack: () => void }) {
  const t = useTexts(texts)
  return (
    <Screen title={t.title} onBack={onBack}>
      <section className="rounded-12 border border-line px-4 py-3">
        <h2 className="text-lg">{t.call}</h2>
        <p className="text-ink-soft">{t.callName}</p>
        <a href={`tel:${freeDial}`} className="quiet-link inline-block py-2 text-xl font-bold">
          {freeDial}
        </a>
        <dl className="flex flex-col gap-2">
          <div>
            <dt className="font-bold">{t.ask}</dt>
            <dd>{t.askHours}</dd>
          </div>
          <div>
            <dt className="font-bold">{t.lost}</dt>
            <dd>{t.lostHours}</dd>
          </div>
          <div>
            <dt className="font-bold">{t.fax}</dt>
            <dd>{fax}</dd>
          </div>
        </dl>
      </section>
      <p className="rounded-8 bg-warn-soft px-3 py-2 text-base">{t.practice}</p>
      <h2 className="text-lg">{t.questions}</h2>
      {t.answers.map(({ question, answer }) => (
        <Opening key={question} title={question}>
          <p>{answer}</p>
        </Opening>
      ))}
      <p className="text-base text-ink-soft">{t.warning}</p>
    </Screen>
  )
}
