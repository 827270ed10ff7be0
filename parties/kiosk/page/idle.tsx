/** The kiosk goes back to its first screen when nobody presses anything, after a warning with more time (WCAG 2.2, 2.2.1). */
import { Button, Panel, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { texts } from './texts.ts'

/** Milliseconds without a press before the warning, and from it to the end. */
const idleAfter = 60_000
const idleWarning = 20_000

export function Idle({ onOver }: { readonly onOver: () => void }) {
  const t = useTexts(texts)
  const [round, setRound] = useState(0)
  const [warned, setWarned] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round starts the time anew
  useEffect(() => {
    if (warned) return undefined
    const timer = setTimeout(() => setWarned(true), idleAfter)
    const pressed = () => setRound((before) => before + 1)
    window.addEventListener('pointerdown', pressed)
    window.addEventListener('keydown', pressed)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', pressed)
      window.removeEventListener('keydown', pressed)
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
