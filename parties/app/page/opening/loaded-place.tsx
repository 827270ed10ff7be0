/** A procedure's place while its code is loading, and after a failure. */
import { Button, Screen, useTexts, Waiting } from '@kazashi/ui'
import { type ComponentType, useEffect, useState } from 'react'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import type { PlaceLoader, PlaceProps } from '../place.ts'
import { texts } from './texts.ts'

/** Loaded once in the life of the page; a second visit shows it at once. */
const loaded = new Map<PlaceLoader, ComponentType<PlaceProps>>()

export function LoadedPlace(props: { loader: PlaceLoader; place: PlaceProps }) {
  const { loader, place } = props
  const t = useTexts(texts)
  const [, setTimes] = useState(0)
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  const Place = loaded.get(loader)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round tries again
  useEffect(() => {
    let left = false
    if (loaded.has(loader)) return undefined
    loader().then(
      (module) => {
        loaded.set(loader, module.default)
        if (!left) setTimes((times) => times + 1)
      },
      () => {
        if (!left) setFailed(true)
      },
    )
    return () => {
      left = true
    }
  }, [loader, round])
  if (Place !== undefined) return <Place {...place} />
  if (!failed) return <LoadingPlace frame={place.frame} />
  return (
    <Screen
      {...place.frame}
      onBack={place.frame.onHome}
      title={t.failed}
      actions={
        <Button
          onPress={() => {
            setFailed(false)
            setRound(round + 1)
          }}
        >
          {t.again}
        </Button>
      }
    >
      <Fault refusal={{ code: 'NETWORK' }} />
    </Screen>
  )
}

export function LoadingPlace({ frame }: { frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen onHelp={frame.onHelp} onBack={frame.onHome} title={t.title}>
      <Waiting>{t.lead}</Waiting>
    </Screen>
  )
}
