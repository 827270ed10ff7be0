/** The kiosk goes back to its first screen when nobody presses anything, after a warning with more time (WCAG 2.2, 2.2.1). */
import { Button, Panel, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { texts } from './texts.ts'

/** Seconds without a press until the end, and how many of them are warned about. */
const patience = 80
const warning = 20

/** @param props.shown how long there still is, also before the warning */
export function Idle(props: { readonly onOver: () => void; readonly shown?: boolean }) {
  const { onOver, shown = false } = props
  const t = useTexts(texts)
  const [left, setLeft] = useState(patience)
  const warned = left <= warning
  useEffect(() => {
    if (left <= 0) {
      onOver()
      return undefined
    }
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left, onOver])
  useEffect(() => {
    // In the warning its own button is the answer: what is pressed does not vanish under the finger.
    if (warned) return undefined
    const pressed = () => setLeft(patience)
    window.addEventListener('pointerdown', pressed)
    window.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('pointerdown', pressed)
      window.removeEventListener('keydown', pressed)
    }
  }, [warned])
  return (
    <>
      {(shown || warned) && (
        <p role="timer" className="text-right text-ink-soft tabular-nums">
          {t.secondsLeft(left)}
        </p>
      )}
      {warned && (
        <div role="alert">
          <Panel tone="warn" title={t.idleTitle}>
            <p>{t.idleNote}</p>
            <Button look="call" onPress={() => setLeft(patience)}>
              {t.idleMore}
            </Button>
          </Panel>
        </div>
      )}
    </>
  )
}
