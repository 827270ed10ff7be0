import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    machine: {
      kiosk: 'コンビニのキオスク端末',
      clinic: '病院・薬局のカードリーダー',
      mobile: '携帯電話店のタブレット',
    },
    looking: '近くの機械をさがしています',
    awaitingTitle: (machine: string) => `${machine}を待っています`,
    awaitingLead: '機械の画面で「スマートフォン」を選ぶと、かざせます。',
    nowhereTitle: '近くに機械がありません',
    nowhereLead:
      'コンビニのキオスク端末や、病院のカードリーダーの画面を開いて、そちらで「スマートフォン」を選んでから、もう一度さがしてください。',
    nowhereOnDesk:
      'このスマホの上にある「どこにかざす？」を押すと、机の上の機械（コンビニ・病院・携帯電話店）をえらべます。「使う場所」で機械の画面を開いてもかまいません。',
    again: 'もう一度さがす',
    whereTitle: 'どの機械にかざしますか',
    readyTitle: (machine: string) => `${machine}にかざします`,
    readyLead: {
      android:
        '機械の画面で「スマートフォン」を選んでから、かざしてください。暗証番号（数字4ケタ）は、機械の画面で入れます。',
      iphone:
        '機械の画面で「スマートフォン」を選んでから、サイドボタンを2回押して、顔か指紋で確認します。暗証番号は入れません。',
    },
    signLead: {
      android:
        'タブレットで「Androidスマホ」を選んでから、かざしてください。署名用パスワードは、タブレットで入れます。',
      iphone:
        'タブレットで「iPhone」を選んでから、サイドボタンを2回押して、顔か指紋で確認します。署名用パスワードは、タブレットで入れます。',
    },
    hold: 'かざす',
    recognise: { android: '指紋・顔で確認して、かざす', iphone: 'サイドボタンを2回押す' },
    setUpTitle: 'はじめに、Face ID・Touch IDの設定をします',
    setUpLead:
      '機械にかざすときは、顔か指紋で確認します。一度だけ、暗証番号（数字4桁）を入れて設定してください。',
    setUp: '設定する',
    unrecognised: '確認できませんでした',
    unrecognisedLead: {
      android: 'もう一度押すか、「かざす」で進んでください。',
      iphone: 'もう一度、サイドボタンを2回押してください。',
    },
    recognising: '確認しています',
    recognisingLead: '出てきた確認画面で、確認してください。',
    approaching: '機械をさがしています',
    heldTitle: 'そのまま、かざしていてください',
    heldLead: (machine: string) =>
      `${machine}が読み取っています。読み取りが終わるまで、離さないでください。次のことは、機械の画面に出ます。`,
    take: '離す',
    awayTitle: { taken: '機械から離しました', lost: '機械が、読み取りを終えました' },
    awayLead: '続きは、機械の画面を見てください。',
    holdAgain: 'もう一度かざす',
    home: 'ホームへ',
    stopped: 'かざせません',
  },
  en: {
    machine: {
      kiosk: 'the kiosk of a convenience store',
      clinic: 'the card reader of a clinic or pharmacy',
      mobile: 'the tablet of a mobile phone shop',
    },
    looking: 'Looking for machines nearby',
    awaitingTitle: (machine: string) => `Waiting for ${machine}`,
    awaitingLead: 'Choose “smartphone” on the machine. Then you can hold your phone to it.',
    nowhereTitle: 'There is no machine nearby',
    nowhereLead:
      'Open the screen of a kiosk or of a clinic’s card reader, choose “smartphone” there, and look again.',
    nowhereOnDesk:
      'Press “Where to?” above this phone to choose a machine of the desk (store, clinic, phone shop). You can also open the machine’s screen under “Places”.',
    again: 'Look again',
    whereTitle: 'Which machine do you want to use?',
    readyTitle: (machine: string) => `Hold the phone to ${machine}`,
    readyLead: {
      android:
        'Choose “smartphone” on the machine, then hold your phone to it. You enter your 4-digit PIN on the machine.',
      iphone:
        'Choose “smartphone” on the machine, then double-press the side button and confirm with your face or finger. You enter no PIN.',
    },
    signLead: {
      android:
        'Choose “Android phone” on the tablet, then hold your phone to it. You enter your signing password on the tablet.',
      iphone:
        'Choose “iPhone” on the tablet, then double-press the side button and confirm with your face or finger. You enter your signing password on the tablet.',
    },
    hold: 'Hold',
    recognise: {
      android: 'Confirm with fingerprint or face, and hold',
      iphone: 'Double-press the side button',
    },
    setUpTitle: 'First, set up Face ID or Touch ID',
    setUpLead:
      'To use a machine you confirm with your face or finger. Enter your 4-digit PIN once to set this up.',
    setUp: 'Set it up',
    unrecognised: 'We could not confirm it was you',
    unrecognisedLead: {
      android: 'Press again, or go on with “Hold”.',
      iphone: 'Double-press the side button again.',
    },
    recognising: 'Confirming',
    recognisingLead: 'Confirm on the screen that appeared.',
    approaching: 'Looking for the machine',
    heldTitle: 'Keep holding your phone there',
    heldLead: (machine: string) =>
      `It is being read by ${machine}. Keep it there until the reading has ended. The screen of the machine tells you what comes next.`,
    take: 'Take it away',
    awayTitle: { taken: 'You took your phone away', lost: 'The machine has ended the reading' },
    awayLead: 'Look at the screen of the machine for the next step.',
    holdAgain: 'Hold again',
    home: 'Home',
    stopped: 'You cannot hold this phone to a machine',
  },
})
