/** 1-A②.android: attribute proof is what the iPhone adds; an Android phone says so, and what to do instead. */
import { Button, Screen, useTexts } from '@kazashi/ui'
import type { PlaceProps } from '../place.ts'
import { texts } from './texts.ts'

export default function AndroidPresent({ frame }: PlaceProps) {
  const { android, home } = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={android.title}
      actions={<Button onPress={frame.onHome}>{home}</Button>}
    >
      <p>{android.lead}</p>
      <ul className="list-disc pl-[1.4em]">
        {android.next.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Screen>
  )
}
