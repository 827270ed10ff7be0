/** Words for the lines of 「いま起きたこと」. */
import { defineTexts } from '@kazashi/ui'
import type { Outcome } from './exchange.ts'

export const exchangeTexts = defineTexts({
  ja: {
    kinds: {
      present: 'カードがスマホに当たりました',
      removed: 'カードが離れました',
      select: 'カードの中の場所を選ぶ',
      verify: '暗証番号を確かめる',
      counter: '残り回数を聞く',
      read: 'カードから読む',
      sign: 'カードが署名する',
      other: 'カードに聞く',
    },
    bytes: (bytes: number, times: number) =>
      times > 1 ? `${bytes}バイト（${times}回）` : `${bytes}バイト`,
    outcome: (outcome: Outcome) =>
      outcome.blocked === true
        ? 'ロックされています'
        : outcome.triesLeft !== undefined
          ? `あと${outcome.triesLeft}回`
          : outcome.bad
            ? 'できませんでした'
            : '✓',
  },
  en: {
    kinds: {
      present: 'Card held to the phone',
      removed: 'Card taken away',
      select: 'Select an application on the card',
      verify: 'Check the PIN or password',
      counter: 'Ask how many attempts are left',
      read: 'Read from the card',
      sign: 'Sign with the card',
      other: 'Other command to the card',
    },
    bytes: (bytes: number, times: number) =>
      times > 1 ? `${bytes} bytes (${times} times)` : `${bytes} bytes`,
    outcome: (outcome: Outcome) =>
      outcome.blocked === true
        ? 'locked'
        : outcome.triesLeft !== undefined
          ? `${outcome.triesLeft} left`
          : outcome.bad
            ? 'refused'
            : '✓',
  },
})
