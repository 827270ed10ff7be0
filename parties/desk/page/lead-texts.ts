/** Words of 「ここから」. */
import { defineTexts, type Language } from '@kazashi/ui'
import type { LeadStep } from './lead.ts'

export interface LeadWords {
  /** Whose card it is. */
  readonly name: string
  /** The phone in the hand, and whose it is. */
  readonly phone: string
  readonly owner: string
  /** The person's other phone. */
  readonly other: string
  /** The clock's jump to the next opening, as it is called now. */
  readonly morning: string
}

/** In place of those for an Android phone. */
type ForIphone = {
  readonly [Step in LeadStep]?: { readonly title?: () => string; readonly hint?: string }
}
const iphone: Readonly<Record<Language, ForIphone>> = {
  ja: {
    begin: { hint: 'iPhoneの「追加をはじめる」を押すと始まります。約10分' },
    password: { title: () => 'カードの暗証番号とパスワードを、iPhoneに入れます' },
    wait: { title: () => '利用可能になるまで、お待ちください' },
    suspended: {
      title: () => 'このiPhoneは止められています',
      hint: 'もう一度使うには、「利用再開」から追加します',
    },
    ended: {
      title: () => 'このiPhoneのマイナンバーカードは、もう使えません',
      hint: '「追加をはじめる」から、もう一度追加できます',
    },
  },
  en: {
    begin: { hint: 'Press “Start adding” on the iPhone. About 10 minutes' },
    password: { title: () => 'Type the card’s PIN and password on the iPhone' },
    wait: { title: () => 'Please wait until your card is ready to use' },
    suspended: {
      title: () => 'This iPhone has been suspended',
      hint: 'To use it again, press “Resume use” and add the card again',
    },
    ended: {
      title: () => 'The card on this iPhone can no longer be used',
      hint: 'Press “Start adding” to add it again',
    },
  },
}

/** Hints in place of those that move the clock: in a class the instructor does. */
type ForLearners = { readonly [Step in LeadStep]?: string }
const learners: Readonly<Record<Language, ForLearners>> = {
  ja: {
    wait: '本物の数分を、ここでは短くしてあります',
    night: '先生が時計を進めると、届きます',
    done: '次は、「使う場所」の銀行・コンビニ・病院へ。電話で止めるなども試せます',
  },
  en: {
    wait: 'It takes minutes in real life and is shortened here',
    night: 'Certificates arrive once your instructor moves the clock',
    done: 'Next: go to the bank, store or clinic under “Places”. You can also stop the phone by telephone',
  },
}

export const leadTexts = defineTexts({
  ja: {
    label: '次にすること',
    start: 'ここから',
    finished: 'できました',
    here: 'ここ',
    steps: {
      making: { title: () => 'カードを作っています', hint: '少しお待ちください' },
      begin: {
        title: ({ name, phone }: LeadWords) => `${name}さんのカードを、${phone}に入れてみましょう`,
        hint: 'スマホの「スマホ用電子証明書を申請する」を押すと始まります。約10分',
      },
      'go-on': {
        title: () => '途中の手続きがあります',
        hint: 'スマホの「続きからはじめる」を押すと、続きができます',
      },
      owner: {
        title: ({ phone, owner }: LeadWords) => `この${phone}は、${owner}さんのものです`,
        hint: '続けるには、カードの上で、その人を選びます',
      },
      others: {
        title: ({ phone, owner }: LeadWords) => `この${phone}は、${owner}さんが使っています`,
        hint: ({ name }: LeadWords) => `${name}さんは、上で別のスマホを選ぶと、始められます`,
      },
      password: {
        title: () => 'カードのパスワードを、スマホに入れます',
        hint: '紙の控えに書いてあります',
      },
      hold: { title: () => 'カードをスマホに当てます', hint: 'つかんで動かすか、ボタンを押します' },
      keep: { title: () => 'そのまま動かさないでください', hint: '離すとどうなるかも、試せます' },
      take: { title: () => '読み取れました', hint: 'カードはもう離してかまいません' },
      locked: {
        title: () => 'カードがロックされています',
        hint: '「窓口・電話」で、ロックを解けます',
      },
      renew: {
        title: () => 'カードの電子証明書の有効期限が切れています',
        hint: '「窓口・電話」の「電子証明書を更新する」で、更新できます',
      },
      choose: { title: () => 'スマホの画面に従って進みます', hint: '' },
      follow: { title: () => 'スマホの画面に従って進みます', hint: '' },
      switch: {
        title: ({ name, other }: LeadWords) => `${name}さんのスマホは、${other}です`,
        hint: 'このスマホに替えるときは、このスマホのメニューの「機種変更」から',
      },
      'end-other': {
        title: ({ name, other }: LeadWords) => `${name}さんのスマホは、${other}です`,
        hint: ({ other }: LeadWords) =>
          `替えるときは、先に${other}のメニューの「新しいスマホに替えるとき」から`,
      },
      elsewhere: {
        title: ({ name, other }: LeadWords) => `${name}さんのスマホは、${other}です`,
        hint: ({ other }: LeadWords) => `続きは、${other}の画面で見られます`,
      },
      moved: {
        title: ({ other }: LeadWords) => `いまは、${other}を使っています`,
        hint: 'このスマホですることは、ありません',
      },
      wait: {
        title: () => '通知を待ちます',
        hint: '本物の数分を、ここでは短くしてあります。時計を進めてもかまいません',
      },
      night: {
        title: () => '発行は8:00から19:30までです',
        hint: ({ morning }: LeadWords) => `時計から「${morning}」を選ぶと、届きます`,
      },
      register: {
        title: () => '通知が届きました',
        hint: 'スマホで登録すると、使えるようになります',
      },
      login: {
        title: ({ phone }: LeadWords) => `${phone}だけで、パソコンにログインしてみましょう`,
        hint: 'パソコンの、ログインのボタンを押します',
      },
      scan: {
        title: () => 'QRコードをスマホで読み取ります',
        hint: '「スマホで読み取る」を押します',
      },
      answer: {
        title: () => 'スマホの画面に従って進みます',
        hint: '番号を聞かれたら、パソコンの確認番号を入れます。終わると、ログインできます',
      },
      done: {
        title: () => 'カードなしでログインしました',
        hint: '次は、「使う場所」の銀行・コンビニ・病院へ。止める、機種を替えるなども試せます',
      },
      suspended: {
        title: () => 'このスマホは止められています',
        hint: 'もう一度使うには、スマホから申請します',
      },
      ended: {
        title: () => 'このスマホの電子証明書は失効しました',
        hint: 'もう一度申請できます',
      },
    },
    iphone: iphone.ja,
    learners: learners.ja,
  },
  en: {
    label: 'Your next step',
    start: 'Next step',
    finished: 'Done',
    here: 'Here',
    steps: {
      making: { title: () => 'The card is being made', hint: 'Please wait a moment' },
      begin: {
        title: ({ name, phone }: LeadWords) => `Add ${name}’s card to the ${phone}`,
        hint: 'Press “Apply for smartphone certificates” on the phone. About 10 minutes',
      },
      'go-on': {
        title: () => 'You have started something',
        hint: 'Press “Continue” on the phone to finish it',
      },
      owner: {
        title: ({ phone, owner }: LeadWords) => `This ${phone} is ${owner}’s`,
        hint: 'To continue, choose that person above the card',
      },
      others: {
        title: ({ phone, owner }: LeadWords) => `${owner} is using this ${phone}`,
        hint: ({ name }: LeadWords) => `To begin for ${name}, choose another phone above`,
      },
      password: {
        title: () => 'Type the card’s password on the phone',
        hint: 'It is written on the paper',
      },
      hold: { title: () => 'Hold the card to the phone', hint: 'Drag it, or press the button' },
      keep: { title: () => 'Keep the card still', hint: 'You can also try taking it away' },
      take: { title: () => 'The card has been read', hint: 'You can take it away now' },
      locked: {
        title: () => 'The card is locked',
        hint: 'Unlock it under “Counter, hotline”',
      },
      renew: {
        title: () => 'The certificates on the card have expired',
        hint: 'Press “Counter, hotline”, then “Renew the certificates”',
      },
      choose: { title: () => 'Follow the screen of the phone', hint: '' },
      follow: { title: () => 'Follow the screen of the phone', hint: '' },
      switch: {
        title: ({ name, other }: LeadWords) => `${name}’s phone is the ${other}`,
        hint: 'To change to this phone, open its menu and press “Transfer to this phone”',
      },
      'end-other': {
        title: ({ name, other }: LeadWords) => `${name}’s phone is the ${other}`,
        hint: () => 'To change phones, first press “Changing to a new phone” in its menu',
      },
      elsewhere: {
        title: ({ name, other }: LeadWords) => `${name}’s phone is the ${other}`,
        hint: ({ other }: LeadWords) => `See the screen of the ${other} for what comes next`,
      },
      moved: {
        title: ({ other }: LeadWords) => `The ${other} is in use now`,
        hint: 'There is nothing to do on this phone',
      },
      wait: {
        title: () => 'Wait for the notification',
        hint: 'It takes minutes in real life and is shortened here. You may also move the clock',
      },
      night: {
        title: () => 'Certificates are issued from 8:00 to 19:30',
        hint: ({ morning }: LeadWords) => `Choose “${morning}” from the clock`,
      },
      register: {
        title: () => 'The notification has come',
        hint: 'Register on the phone to use it',
      },
      login: {
        title: ({ phone }: LeadWords) => `Log in on the computer with the ${phone} alone`,
        hint: 'Press the login button on the computer',
      },
      scan: { title: () => 'Scan the QR code with the phone', hint: 'Press “Scan with the phone”' },
      answer: {
        title: () => 'Follow the screen of the phone',
        hint: 'Where it asks for a number, enter the one that the computer shows. Then you can log in',
      },
      done: {
        title: () => 'You logged in without the card',
        hint: 'Next: go to the bank, store or clinic under “Places”. You can also stop the phone or change phones',
      },
      suspended: {
        title: () => 'This phone has been suspended',
        hint: 'Apply again on the phone to use it',
      },
      ended: {
        title: () => 'The certificates on this phone have been revoked',
        hint: 'You can apply again',
      },
    },
    iphone: iphone.en,
    learners: learners.en,
  },
})
