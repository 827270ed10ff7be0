/** A warning in advance: where the keys are, the ways they are deleted, and the remedy. */
import { Disclosure, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { type Lasting, lasting } from '../phone/lasting.ts'
import type { DeviceDescription } from '../phone/platform.ts'
import { texts } from './texts.ts'

export function StorageNote({ platform }: { platform: DeviceDescription['platform'] }) {
  const t = useTexts(texts)
  const [promise, setPromise] = useState<Lasting>()
  useEffect(() => {
    void lasting().then(setPromise)
  }, [])
  return (
    <Disclosure title={t.title}>
      <ul className="flex list-disc flex-col gap-1 pl-[1.25em]">
        {[
          ...t.lead[platform],
          ...(promise === undefined ? [] : [t.promise[promise]]),
          ...t.after[platform],
        ].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
