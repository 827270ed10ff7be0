/** The computer with the portal on it, and the button that stands in for the phone's camera. */
import { Button, useLanguage, useTexts } from '@kazashi/ui'
import { type ReactNode, type RefObject, useState } from 'react'
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
  /** Beside the title. */
  readonly street: ReactNode
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { origins, frame, marked, onScan } = props
  const [address] = useState(`${origins.portal}/#lang=${language}`)
  return (
    <section
      aria-label={t.screen}
      id={narrowPlaces.computer}
      className="relative scroll-mt-2 flex min-h-0 flex-col wide:flex-[3]"
    >
      {marked === 'page' && <Mark at="bottom" />}
      <div className="mb-1 flex min-h-11 flex-wrap items-center justify-between gap-2 pl-8">
        <h2 className="text-sm">{t.screen}</h2>
        {props.street}
        {onScan !== undefined && (
          <span className="relative">
            {marked === 'scan' && <Mark at="before" />}
            <Button look="call" onPress={onScan}>
              {t.scan}
            </Button>
          </span>
        )}
      </div>
      <div className="flex h-[34rem] flex-col overflow-hidden rounded-12 border-2 border-edge wide:h-auto wide:min-h-0 wide:flex-1">
        <p className="bg-line px-3 py-0.5 font-mono text-xs">{origins.portal}</p>
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
