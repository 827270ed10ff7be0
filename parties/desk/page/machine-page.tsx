/** The page of the machine that something was put on, in place of the computer: phone, card and machine are seen together. */
import { Button, Icon, useLanguage, useTexts } from '@kazashi/ui'
import { useEffect, useRef, useState } from 'react'
import type { Origins } from './box.ts'
import { addressOf, type MachineName, type Machines } from './street.ts'
import { texts } from './street-texts.ts'

export function MachinePage(props: {
  readonly name: MachineName
  readonly origins: Origins
  readonly machines: Machines
  readonly onClose: () => void
  /** It is used in a window of its own from now on. */
  readonly onElsewhere: () => void
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { name, onClose, onElsewhere } = props
  // The page itself follows the desk's language: another address would begin the visit anew.
  const [address] = useState(() => addressOf(name, props, language))
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section
      ref={section}
      aria-label={t.screenOf(t.names[name])}
      className="flex min-h-0 scroll-mt-2 flex-col wide:flex-[5]"
    >
      <div className="flex min-h-11 flex-wrap items-center gap-x-3 pl-1">
        <h2 role="status" className="mr-auto text-sm">
          {t.screenOf(t.names[name])}
        </h2>
        <a
          href={addressOf(name, props, language)}
          target="_blank"
          rel="noreferrer"
          onClick={onElsewhere}
          className="quiet-link flex min-h-11 items-center gap-1 px-1 text-sm"
        >
          <Icon name="external" size="sign" /> {t.ownWindow}
        </a>
        <Button look="small" onPress={onClose}>
          {t.close}
        </Button>
      </div>
      <div className="flex h-[42rem] flex-col overflow-hidden rounded-12 border-2 border-edge wide:h-auto wide:min-h-0 wide:flex-1">
        <iframe
          title={t.screenOf(t.names[name])}
          src={address}
          className="w-full flex-1 bg-ground"
        />
      </div>
    </section>
  )
}
