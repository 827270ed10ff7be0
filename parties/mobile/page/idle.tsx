/** The tablet goes back to its first screen when nobody touches it, after a warning with more time (WCAG 2.2, 2.2.1). */
import { Button, Panel, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { texts } from './texts.ts'

/** Milliseconds without a touch before the warning, long enough to read a page of a contract, and from it to the end. */
const idleAfter = 180_000
const idleWarning = 30_000
const signs = ['pointerdown', 'keydown', 'scroll'] as const

export function Idle({ onOver }: { readonly onOver: () => void }) {
  const t = useTexts(texts)
  const [round, setRound] = useState(0)
  const [warned, setWarned] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round starts the time anew
  useEffect(() => {
    if (warned) return undefined
    const timer = setTimeout(() => setWarned(true), idleAfter)
    const touched = () => setRound((before) => before + 1)
    for (const sign of signs) window.addEventListener(sign, touched, true)
    return () => {
      clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, touched, true)
    }
  }, [round, warned])
  useEffect(() => {
    if (!warned) return undefined
    const timer = setTimeout(onOver, idleWarning)
    return () => clearTimeout(timer)
  }, [warned, onOver])
  if (!warned) return undefined
  return (
    <div role="alert">
      <Panel tone="warn" title={t.idleTitle}>
        <p>{t.idleNote}</p>
        <Button look="call" onPress={() => setWarned(false)}>
          {t.idleMore}
        </Button>
      </Panel>
    </div>
  )
}
