/** 3-A, 3-B 「対応している機種一覧」, as the authority tells it; nothing while that is unknown. */
import { Disclosure, useTexts } from '@kazashi/ui'
import type { SupportedModel } from '../phone/supported-models.ts'
import { texts } from './texts.ts'

export function Models({ models = [] }: { models?: readonly SupportedModel[] | undefined }) {
  const t = useTexts(texts)
  if (models.length === 0) return null
  return (
    <Disclosure title={t.models}>
      <ul className="list-disc pl-[1.4em]">
        {models.map(({ model, minimumOsVersion }) => (
          <li key={model}>{t.model(model, minimumOsVersion)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
