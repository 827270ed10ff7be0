/** The computer with the portal on it, and the button that stands in for the phone's camera. */
import { Button, useLanguage, useTexts } from '@kazashi/ui'
import { type RefObject, useState } from 'react'
import type { Origins } from './box.ts'
import { Mark } from './lead-bar.tsx'
import { narrowPlaces } from './narrow-bar.tsx'
import { texts } from './texts.ts'

export function Computer(props: {
  readonly origins: Origins
  readonly frame: RefObject<HTMLIFrameElement | null>
  /** The mark stands at the page, or at the button that reads its code. */
  readonly marked: 'page' | 'scan' | undefined
  /** Undefined: no code is on the screen. */
  readonly onScan: (() => void) | undefined
  /** A machine stands in its place for now: the page goes on behind it. */
  readonly hidden: boolean
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { origins, frame, marked, onScan } = props
  const [address] = useState(`${origins.portal}/#lang=${language}`)
  return (
    <section
      aria-label={t.screen}
      id={narrowPlaces.computer}
      hidden={props.hidden}
      className={`relative min-h-0 scroll-mt-2 flex-col wide:flex-[3] ${props.hidden ? 'hidden' : 'flex'}`}
    >
      {marked === 'page' && <Mark at="bottom" />}
      <div className="flex h-[34rem] flex-col overflow-hidden rounded-12 border-2 border-edge wide:h-auto wide:min-h-0 wide:flex-1">
        <div className="flex items-center justify-between gap-x-2 bg-line pl-3 large:flex-wrap">
          <h2 className="flex min-w-0 items-baseline gap-x-2 py-0.5 text-xs large:flex-wrap">
            <span className="shrink-0">{t.screen}</span>{' '}
            <span className="truncate font-mono font-normal">{origins.portal}</span>
          </h2>
          {onScan !== undefined && (
            <span className="relative ml-auto shrink-0">
              {marked === 'scan' && <Mark at="before" />}
              <Button look="call" onPress={onScan}>
                {t.scan}
              </Button>
            </span>
          )}
        </div>
        <iframe
          ref={frame}
          title={t.portalFrame}
          src={address}
          className="w-full flex-1 bg-ground"
        />
      </div>
    </section>
  )
}
