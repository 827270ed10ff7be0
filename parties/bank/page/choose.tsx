/** Which account it is to be, and how far each has come. */
import { siteTexts } from '@kazashi/site/page'
import { Button, Chip, type ChipTone, Choice, RowGroup, Screen, useTexts } from '@kazashi/ui'
import type { ReactNode } from 'react'
import { type Account, type ProductName, productNames } from './account.ts'
import { texts } from './texts.ts'

const tones = {
  written: 'wait',
  signing: 'wait',
  opened: 'good',
  'looked-at': 'wait',
  refused: 'warn',
} as const satisfies Record<Exclude<Account['state'], 'none'>, ChipTone>

export function Choose(props: {
  readonly brand: ReactNode
  readonly told: ReactNode
  readonly accounts: Readonly<Record<ProductName, Account>>
  readonly onChoose: (product: ProductName) => void
  readonly onLogout: () => void
}) {
  const t = useTexts(texts)
  const s = useTexts(siteTexts)
  const chip = ({ state }: Account) =>
    state === 'none' ? undefined : <Chip tone={tones[state]}>{t.states[state]}</Chip>
  return (
    <Screen
      key="choose"
      brand={props.brand}
      title={t.choose}
      actions={
        <Button look="second" onPress={props.onLogout}>
          {s.logout}
        </Button>
      }
    >
      {props.told}
      <p>{t.chooseLead}</p>
      <RowGroup>
        {productNames.map((product) => (
          <Choice
            key={product}
            icon={product === 'deposit' ? 'bank' : 'chart'}
            text={t.products[product]}
            note={t.productNotes[product]}
            chip={chip(props.accounts[product])}
            onPress={() => props.onChoose(product)}
          />
        ))}
      </RowGroup>
    </Screen>
  )
}
