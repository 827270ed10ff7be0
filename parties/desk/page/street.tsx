/** The street of places, behind one button: each page opens in a window of its own, and a card is put on the machines that have a reader. */
import { Drawing, type DrawingName, useLanguage, useTexts } from '@kazashi/ui'
import type { Origins } from './box.ts'
import { PanelButton, Popover } from './popover.tsx'
import { addressOf, isMachine, type MachineName, type Machines, type PlaceName } from './street.ts'
import { texts } from './street-texts.ts'
import type { DeskState } from './use-desk.ts'

const drawings = {
  bank: 'bank',
  cashless: 'cashless',
  kiosk: 'kiosk',
  clinic: 'clinic',
  mobile: 'carrier',
} as const satisfies Record<PlaceName, DrawingName>

export function Street(props: {
  readonly desk: DeskState
  readonly origins: Origins
  readonly places: readonly PlaceName[]
  readonly machines: Machines
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <Popover icon="external" label={t.places} side="right">
      <div className="flex w-[36rem] max-w-full flex-col gap-3">
        <p className="text-ink-soft">{t.lead}</p>
        <ul className="grid grid-cols-2 gap-2 md:grid-cols-3">
          {props.places.map((name) => (
            <li key={name} className="flex flex-col gap-1 rounded-8 border border-line p-2">
              <a
                href={addressOf(name, props, language)}
                target="_blank"
                rel="noreferrer"
                aria-label={t.open(t.names[name])}
                className="flex min-h-11 flex-col items-center text-center hover:underline"
              >
                <Drawing name={drawings[name]} size="small" />
                <span className="font-bold">{t.names[name]}</span>
                <span className="text-ink-soft">{t.notes[name]}</span>
              </a>
              {isMachine(name) && <CardHere desk={props.desk} name={name} />}
            </li>
          ))}
        </ul>
        <p>
          <strong>{t.licenceTitle}</strong>　{t.licence}
        </p>
      </div>
    </Popover>
  )
}

function CardHere({ desk, name }: { desk: DeskState; name: MachineName }) {
  const t = useTexts(texts)
  const { street, card } = desk
  if (card === undefined) return undefined
  const lies = street.cardAt(name) === card.id
  const word = lies ? t.take : t.put
  return (
    <PanelButton onPress={() => (lies ? street.take(name) : street.put(name))}>
      {word(t.names[name])}
    </PanelButton>
  )
}
