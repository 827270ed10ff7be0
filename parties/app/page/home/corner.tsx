/** The right of the head of both home screens: the notices, with the number of those unread, and 「メニュー」. */
import { Button, defineTexts, Icon, useTexts } from '@kazashi/ui'
import { use } from 'react'
import type { Go } from '../place-name.ts'
import { UnreadNotices } from './unread.ts'

const texts = defineTexts({
  ja: { unread: (name: string, count: number) => `${name}、未読${count}件` },
  en: { unread: (name: string, count: number) => `${name}, ${count} unread` },
})

/** More are not counted out: the mark has room for two characters. */
const most = 9

export function Corner(props: { go: Go; menu: string; notices: string }) {
  const { go, menu, notices } = props
  const t = useTexts(texts)
  const unread = use(UnreadNotices)
  return (
    <span className="flex items-center gap-1">
      <Button look="head" onPress={() => go('notices')}>
        <span className="sr-only">{unread === 0 ? notices : t.unread(notices, unread)}</span>
        <span className="relative">
          <Icon name="notice" />
          {unread > 0 && (
            <span
              aria-hidden="true"
              className="absolute -top-[0.4rem] left-1/2 flex h-[1.15rem] min-w-[1.15rem] items-center justify-center rounded-full bg-bad px-[0.2rem] text-[0.7rem] leading-none text-on-bad forced-colors:border"
            >
              {unread > most ? `${most}+` : unread}
            </span>
          )}
        </span>
      </Button>
      <Button look="head" onPress={() => go('menu')}>
        <Icon name="menu" /> {menu}
      </Button>
    </span>
  )
}
