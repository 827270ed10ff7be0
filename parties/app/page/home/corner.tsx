/** The right of the head of both home screens: the notices, and 「メニュー」. */
import { Button, Icon } from '@kazashi/ui'
import type { Go } from '../place-name.ts'

export const Corner = (props: { go: Go; menu: string; notices: string }) => (
  <span className="flex items-center gap-1">
    <Button look="head" label={props.notices} onPress={() => props.go('notices')}>
      <Icon name="notice" />
    </Button>
    <Button look="head" onPress={() => props.go('menu')}>
      <Icon name="menu" /> {props.menu}
    </Button>
  </span>
)
