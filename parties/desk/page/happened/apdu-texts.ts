/** Words for the exchanges with the card, with their clauses as `packages/card` names them. */
import { defineTexts } from '@kazashi/ui'
import type { ApduKind, Outcome } from './apdu.ts'

/** The command's name and where it is laid down. */
export const commandOf: Readonly<
  Record<ApduKind, { readonly name: string; readonly clause: string | undefined }>
> = {
  'select-applet': { name: 'SELECT', clause: 'ISO 7816-4 §7.1.1' },
  'select-file': { name: 'SELECT', clause: 'ISO 7816-4 §7.1.1' },
  verify: { name: 'VERIFY', clause: 'ISO 7816-4 §7.5.6' },
  counter: { name: 'VERIFY', clause: 'ISO 7816-4 §7.5.6' },
  change: { name: 'CHANGE REFERENCE DATA', clause: 'ISO 7816-4 §7.5.7' },
  read: { name: 'READ', clause: 'ISO 7816-4 §7.2.3' },
  // `80 2A` is this card's own.
  sign: { name: 'COMPUTE DIGITAL SIGNATURE', clause: undefined },
  authenticate: { name: 'INTERNAL AUTHENTICATE', clause: 'ISO 7816-4 §7.5.2' },
  challenge: { name: 'GET CHALLENGE', clause: 'ISO 7816-4 §7.5.3' },
  data: { name: 'GET DATA', clause: 'ISO 7816-4 §7.4.2' },
  other: { name: 'APDU', clause: undefined },
}

export const apduTexts = defineTexts({
  ja: {
    kinds: {
      'select-applet': 'カードの窓口を選ぶ',
      'select-file': 'カードの中の場所を選ぶ',
      verify: '暗証番号を確かめる',
      counter: '残り回数を聞く',
      change: '暗証番号を変える',
      read: 'カードから読む',
      sign: '申請に署名してください',
      authenticate: 'カードが本物かを確かめる',
      challenge: '乱数をもらう',
      data: 'カードの種類を聞く',
      other: 'カードに聞く',
    },
    more: {
      'select-applet':
        'カードの中には、目的ごとに窓口（アプリ）があります。これからどれと話すかを選びます。',
      'select-file':
        '窓口の中のどの場所を使うかを選びます。証明書、鍵、暗証番号に、それぞれ場所があります。',
      verify:
        '入力した暗証番号が合っているかを、カードが中で確かめます。番号はカードの外に残りません。',
      counter:
        '番号を送らずに聞くと、カードはあと何回まちがえられるかを答えます。回数は減りません。',
      change: '暗証番号を新しいものにします。',
      read: '選んだ場所の中身を、256バイトずつ読みます。',
      sign: '文書の要約（ハッシュ値）をカードに渡し、カードの中の鍵で署名させます。鍵はカードから出ません。',
      authenticate: 'カードの中の鍵で、乱数に答えさせます。',
      challenge: 'カードが作った乱数を受け取ります。',
      data: 'カードの製造情報などを読みます。',
      other: 'カードへの命令です。',
    },
    present: 'カードがスマホに当たりました',
    removed: 'カードが離れました',
    presentMore: 'カードがスマホに近づくと、スマホの電波でカードが動き始めます。',
    removedMore: 'カードが離れると、確かめた暗証番号も選んだ場所も、カードは忘れます。',
    bytes: (bytes: number, times: number) =>
      times > 1 ? `${bytes}バイト（${times}回）` : `${bytes}バイト`,
    outcome: (outcome: Outcome) =>
      outcome.blocked === true
        ? 'ロックされています'
        : outcome.triesLeft !== undefined
          ? `あと${outcome.triesLeft}回`
          : outcome.bad
            ? 'できませんでした'
            : 'はい',
  },
  en: {
    kinds: {
      'select-applet': 'Select an application on the card',
      'select-file': 'Select a place on the card',
      verify: 'Check the PIN or password',
      counter: 'Ask how many attempts are left',
      change: 'Change a PIN or password',
      read: 'Read from the card',
      sign: 'Please sign the application',
      authenticate: 'Have the card prove itself',
      challenge: 'Get a random number',
      data: 'Ask what card it is',
      other: 'Other command to the card',
    },
    more: {
      'select-applet':
        'The card has an application for each purpose. This says which one is spoken to from now on.',
      'select-file':
        'This says which place of the application is used. Each certificate, key and PIN has one of its own.',
      verify:
        'The card itself checks whether what was entered is right. Nothing of it stays outside the card.',
      counter: 'Asked without a number, the card says how many attempts are left. None is spent.',
      change: 'A PIN or password is replaced by a new one.',
      read: 'The contents of the place are read, 256 bytes at a time.',
      sign: 'The card gets the digest of the document and signs it with the key inside. The key does not leave the card.',
      authenticate: 'The card answers a random number with a key inside it.',
      challenge: 'The card made this random number.',
      data: 'What the card tells about itself.',
      other: 'A command to the card.',
    },
    present: 'Card held to the phone',
    removed: 'Card taken away',
    presentMore: 'Near the phone, the card gets power from the phone’s field and begins to work.',
    removedMore:
      'Taken away, the card forgets the PIN that was checked and the place that was selected.',
    bytes: (bytes: number, times: number) =>
      times > 1 ? `${bytes} bytes (${times} times)` : `${bytes} bytes`,
    outcome: (outcome: Outcome) =>
      outcome.blocked === true
        ? 'Locked'
        : outcome.triesLeft !== undefined
          ? `${outcome.triesLeft} left`
          : outcome.bad
            ? 'Refused'
            : 'Yes',
  },
})
