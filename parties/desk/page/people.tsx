/** The people of this seat by name and face, and kinds of people to add. */
import { Button, Icon, useTexts } from '@kazashi/ui'
import { useMemo } from 'react'
import { type CardView, type Kind, kinds } from './box.ts'
import { faceUrl } from './face.ts'
import { Mark } from './lead-bar.tsx'
import { PanelButton, Popover } from './popover.tsx'
import { texts } from './texts.ts'

/** The given name, or the first of the names that are not divided so. */
const shortName = (name: string): string => {
  const parts = name.split('\u3000')
  return (/^[\p{Script=Latin}]/u.test(name) ? parts[0] : parts[1]) ?? name
}

export function People(props: {
  cards: readonly CardView[]
  chosen: string | undefined
  onChoose: (id: string) => void
  /** Another adult, at once. */
  onAnother: () => void
  onAdd: (kind: Kind) => Promise<void>
  marked: boolean
}) {
  const t = useTexts(texts)
  return (
    <section aria-label={t.people} className="relative flex items-start gap-1">
      {props.marked && <Mark />}
      <fieldset className="flex min-w-0 flex-1 gap-1 overflow-x-auto p-1">
        <legend className="sr-only">{t.people}</legend>
        {props.cards.map(({ id, face }) => (
          <label
            key={id}
            className="flex w-14 shrink-0 cursor-pointer flex-col items-center rounded-8 border-2 border-transparent px-0.5 py-1 text-xs leading-tight has-checked:border-accent has-checked:bg-accent-soft has-checked:font-bold has-focus-visible:outline-4"
          >
            <input
              type="radio"
              name="person"
              className="sr-only"
              checked={props.chosen === id}
              onChange={() => props.onChoose(id)}
            />
            <Face face={face} />
            <span className="w-full truncate text-center" lang="ja" title={face.name}>
              {shortName(face.name)}
            </span>
            <span className="sr-only">{face.name}</span>
          </label>
        ))}
      </fieldset>
      <span className="flex flex-col gap-1 pt-1">
        <Button look="small" label={t.newPerson} onPress={props.onAnother}>
          <Icon name="plus" size="sign" /> {t.add}
        </Button>
        <Popover icon="users" label={t.kindsLabel} side="right">
          <h3 className="mb-2 max-w-60 text-base">{t.kindsTitle}</h3>
          <ul className="flex max-w-68 flex-col items-start gap-1">
            {kinds.map((kind) => (
              <li key={kind}>
                <PanelButton onPress={() => props.onAdd(kind)}>{t.kinds[kind]}</PanelButton>
              </li>
            ))}
          </ul>
        </Popover>
      </span>
    </section>
  )
}

function Face({ face }: { face: CardView['face'] }) {
  const url = useMemo(() => faceUrl(face), [face])
  return (
    <img alt="" src={url} className="size-10 rounded-full bg-accent-soft object-cover object-top" />
  )
}
