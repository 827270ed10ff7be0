import { defineTexts, type ErrorWords } from '@kazashi/ui'
import type { PlanId } from '../plans.ts'

type Own = Readonly<
  Record<'NO_READER' | 'NO_CERTIFICATE' | 'SECRET_BLOCKED' | 'NETWORK' | 'UNEXPECTED', ErrorWords>
>
const ownJa: Own = {
  NO_READER: {
    what: '読み取り部が動いていません',
    why: 'このタブレットの読み取り部に、つながりません。契約は結ばれていません。',
    next: ['店員にお知らせください', '練習では、はじめの画面（デスク）から開き直してください'],
  },
  NO_CERTIFICATE: {
    what: '署名用電子証明書が入っていません',
    why: '15歳未満の方や、発行を希望しなかった方のものには、入っていません。',
    next: ['署名用電子証明書の入ったものをお使いください', '発行は、市区町村の窓口で頼めます'],
  },
  SECRET_BLOCKED: {
    what: '署名用パスワードがロックされています',
    why: '5回続けて間違えたため、使えません。契約は結ばれていません。',
    next: [
      'カードは、市区町村の窓口か、コンビニの端末とアプリで初期化してください',
      'スマホは、アプリで設定し直してください',
    ],
  },
  NETWORK: {
    what: 'つながりません',
    why: '通信ができませんでした。契約は結ばれていません。',
    next: ['少し待ってから、もう一度お試しください'],
  },
  UNEXPECTED: {
    what: '手続きを続けられません',
    why: '思わぬことが起きました。契約は結ばれていません。',
    next: ['もう一度お試しください', '続くときは、下のエラー番号を店員にお伝えください'],
  },
}
const ownEn: Own = {
  NO_READER: {
    what: 'The reader does not work',
    why: 'The reader of this tablet cannot be reached. No contract was made.',
    next: ['Tell the staff', 'In practice: open the shop from the start page again'],
  },
  NO_CERTIFICATE: {
    what: 'There is no signing certificate',
    why: 'Whoever is under 15, or did not want one, has none.',
    next: ['Use a card or phone with a signing certificate', 'Your municipal office issues one'],
  },
  SECRET_BLOCKED: {
    what: 'The signing password is locked',
    why: 'It was wrong five times in a row. No contract was made.',
    next: [
      'Card: have it reset at your municipal office, or at a convenience store with the app',
      'Phone: set it anew in the app',
    ],
  },
  NETWORK: {
    what: 'No connection',
    why: 'The shop could not be reached. No contract was made.',
    next: ['Wait a moment and try again'],
  },
  UNEXPECTED: {
    what: 'The procedure cannot go on',
    why: 'Something unexpected happened. No contract was made.',
    next: ['Try again', 'If this persists, quote the error code below to the staff'],
  },
}

export const texts = defineTexts({
  ja: {
    name: 'かざしモバイル（練習用）',
    title: '携帯電話を契約する',
    lead: 'このタブレットで契約書を読み、マイナンバーカードかスマホをかざして署名します。紙も、書類のコピーもいりません。',
    needsTitle: 'ご用意いただくもの',
    needs: [
      'マイナンバーカード、またはスマホ用電子証明書の入ったスマホ',
      '署名用パスワード（6〜16文字の英数字）',
      '18歳未満の方は、親権者などの方と、その方のカードかスマホ',
    ],
    start: '申し込みをはじめる',
    staff: '店員用：今日の契約',
    steps: ['プランと番号', 'ご本人の情報', '契約を読む', '署名', '完了'],
    next: '次へ',
    back: '戻る',
    stop: 'やめる',
    change: '申込書を直す',
    toStart: '最初の画面へ',
    working: {
      beginning: '準備しています',
      making: '契約書をつくっています',
      signing: '署名して、確かめています',
    },
    planTitle: 'プランと電話番号をえらぶ',
    plan: '料金プラン',
    planNames: { light: 'ライト', standard: 'スタンダード', unlimited: 'アンリミテッド' },
    planWords: (id: PlanId, gigabytes: number | undefined, yen: number): string => {
      const name = { light: 'ライト', standard: 'スタンダード', unlimited: 'アンリミテッド' }[id]
      const amount = gigabytes === undefined ? '使い放題' : `${gigabytes}ギガバイト`
      return `${name}　${amount}　毎月${yen.toLocaleString('ja-JP')}円`
    },
    line: '電話番号',
    lines: { new: '新しい番号', mnp: 'いまの番号を、ほかの会社から持ってくる' },
    personTitle: 'ご本人の情報',
    personLead: '住民票と同じように書いてください。署名用電子証明書の記載と比べます。',
    fields: {
      name: 'お名前',
      address: 'ご住所',
      birthDate: '生年月日',
      number: 'いまの電話番号',
      reservation: 'MNP予約番号',
      guardian: '同意する方のお名前',
    },
    hints: {
      name: '姓と名のあいだを空けます。例：例示　太郎',
      address: '都道府県から。例：埼玉県例示市模擬通1-1-22',
      number: '数字だけ。例：09012345678',
      reservation: 'いまの会社から受け取った、10桁の数字',
      guardian: '姓と名のあいだを空けます。例：例示　花子',
    },
    missing: {
      plan: '料金プランをえらんでください',
      line: '新しい番号か、いまの番号かをえらんでください',
      number: '電話番号を、060・070・080・090から始まる11桁の数字で入れてください',
      reservation: 'MNP予約番号を、10桁の数字で入れてください',
      name: 'お名前を入れてください',
      address: 'ご住所を入れてください',
      birthDate: '生年月日を入れてください',
      guardian: '同意する方のお名前を入れてください',
      relation: 'どちらかをえらんでください',
    },
    guardianTitle: '親権者などの方の同意',
    guardianLead:
      '18歳未満の方の契約には、親権者などの方の同意が要ります。ご本人のあとに、その方も署名します。',
    relation: 'ご本人との関係',
    relations: { parent: '親権者（父・母など）', guardian: '未成年後見人' },
    make: '契約書をつくる',
    readTitle: '契約書を読む',
    readTick: '最後まで読みました',
    readMissing: '契約書を最後まで読み、印を付けてください',
    toSign: '署名に進む',
    signTitle: { customer: '署名に使うものをえらぶ', guardian: '同意する方の署名' },
    customerTurn: 'ご本人のものを、タブレットの読み取り部にかざします。',
    guardianTurn: (name: string) =>
      `ご本人の署名を受け取りました。続けて、${name}さんのものをかざしてください。同意がそろうまで、契約は結ばれません。`,
    holdings: {
      card: { name: 'マイナンバーカード', note: 'カードの署名用パスワードを入れます' },
      android: { name: 'Androidスマホ', note: 'スマホ用の署名用パスワードを入れます' },
      iphone: { name: 'iPhone', note: '顔か指紋で確認し、iPhone用の署名用パスワードを入れます' },
    },
    hold: {
      card: 'カードを、読み取り部に置きます',
      android: 'スマホを、読み取り部にかざします',
      iphone: 'iPhoneを、読み取り部にかざします',
    },
    holdSteps: {
      card: ['タブレットの手前の読み取り部に、カードを置く', '署名が終わるまで、そのままにする'],
      android: [
        'アプリのメニューの「機械にかざす」を開く',
        'スマホをかざし、署名が終わるまで離さない',
      ],
      iphone: [
        'アプリのメニューの「機械にかざす」を開く',
        'サイドボタンを2回押し、顔か指紋で確認する',
        'iPhoneをかざし、署名が終わるまで離さない',
      ],
    },
    otherThing: 'ほかのものをかざす',
    holdFaults: {
      TAKEN_AWAY: '読み取りの途中で離れました。もう一度かざしてください。契約は結ばれていません。',
      HELD_OTHER: 'えらんだものと違うものが置かれています。いちど離してください。',
      NOT_RECOGNISED:
        'iPhoneが、持ち主を確認していません。いちど離し、サイドボタンを2回押して確認してから、もう一度かざしてください。',
    },
    passwordTitle: '署名用パスワードを入れてください',
    passwordLabel: {
      card: 'カードの署名用パスワード',
      android: 'スマホ用の署名用パスワード',
      iphone: 'iPhone用の署名用パスワード',
    },
    passwordHint: '6〜16文字。英大文字と数字',
    passwordFaults: {
      SECRET_WRONG: 'パスワードが違います。契約は結ばれていません',
      SECRET_FORM: '英大文字と数字を、6〜16文字で入れてください',
    },
    lastTry: 'あと1回です。次に間違えるとロックされることを、確かめました',
    passwordSafe:
      'パスワードは、カードかスマホの中で比べるだけで、お店には残りません。店員がたずねることはありません。',
    whoseSignature: (name: string) => `${name}さんの電子署名を、契約書に付けます。`,
    keepThere: {
      card: 'カードは、そのままにしてください。',
      android: 'スマホは、離さないでください。',
      iphone: 'iPhoneは、離さないでください。',
    },
    sign: '署名する',
    madeTitle: '契約できました',
    receipt: '控え',
    number: '契約番号',
    telephone: '電話番号',
    madeAt: '契約した日時',
    checked: '電子署名と電子証明書を確かめました。店員から、SIMを受け取ってください。',
    checkedBoth:
      'お二人の電子署名と電子証明書を確かめました。店員から、SIMを受け取ってください。フィルタリングをかけてお渡しします。',
    looksTitle: '店員がお声がけします',
    looks: {
      'name-substituted': 'お名前に代替文字があります',
      'address-substituted': 'ご住所に代替文字があります',
      'guardian-substituted': '同意した方のお名前に代替文字があります',
      'guardian-elsewhere': '同意した方は、別のご住所にお住まいです',
    },
    substitutes: (characters: readonly string[]) =>
      `電子証明書の${characters.map((one) => `「${one}」`).join('')}は、ほかの文字のかわりです。本来の文字をうかがいます。`,
    pdf: '署名した契約書（PDF）を見る',
    finish: '終わる',
    ended: {
      done: 'ありがとうございました',
      stopped: '申し込みをやめました',
      idle: '時間が過ぎたので、終わりました',
    },
    endedNote: {
      done: 'このタブレットには、何も残っていません。カードやスマホのお忘れにご注意ください。',
      stopped:
        '契約は結ばれていません。入力した内容は消えました。カードやスマホのお忘れにご注意ください。',
      idle: '入力した内容は消えました。カードやスマホのお忘れにご注意ください。',
    },
    idleTitle: '続けますか',
    idleNote: 'しばらく操作がありません。30秒で最初の画面に戻り、入力した内容は消えます。',
    idleMore: '続ける',
    differs: (fields: readonly string[]) => `違っていたところ：${fields.join('、')}`,
    kept: '入力した内容は残っています。契約は結ばれていません。',
    own: ownJa,
    today: '今日の契約',
    todayLead: 'お名前や電話番号は、ここには出ません。',
    todayNone: '今日の契約は、まだありません。',
    consented: '同意あり（未成年）',
    reload: '新しくする',
  },
  en: {
    name: 'Kazashi Mobile (practice)',
    title: 'Get a mobile phone contract',
    lead: 'You read the contract on this tablet and sign it by holding your My Number Card or your phone to it. No paper and no copies of documents are needed.',
    needsTitle: 'What you need',
    needs: [
      'A My Number Card, or a phone with smartphone certificates',
      'The signing password (6 to 16 letters and digits)',
      'If you are under 18: a parent or guardian, and that person’s card or phone',
    ],
    start: 'Start',
    staff: 'Staff: contracts of today',
    steps: ['Plan and number', 'About you', 'Read', 'Sign', 'Done'],
    next: 'Next',
    back: 'Back',
    stop: 'Cancel',
    change: 'Correct the application',
    toStart: 'To the first screen',
    working: {
      beginning: 'Getting ready',
      making: 'Making the contract',
      signing: 'Signing and checking',
    },
    planTitle: 'Choose a plan and a number',
    plan: 'Plan',
    planNames: { light: 'Light', standard: 'Standard', unlimited: 'Unlimited' },
    planWords: (id: PlanId, gigabytes: number | undefined, yen: number): string => {
      const name = { light: 'Light', standard: 'Standard', unlimited: 'Unlimited' }[id]
      const amount = gigabytes === undefined ? 'as much as you like' : `${gigabytes} GB`
      return `${name}, ${amount}, ${yen.toLocaleString('en')} yen a month`
    },
    line: 'Telephone number',
    lines: { new: 'A new number', mnp: 'My present number, from another company' },
    personTitle: 'About you',
    personLead:
      'Write it as it is in your resident record. It is compared with your signing certificate.',
    fields: {
      name: 'Name',
      address: 'Address',
      birthDate: 'Date of birth',
      number: 'Present telephone number',
      reservation: 'MNP reservation number',
      guardian: 'Name of the person who consents',
    },
    hints: {
      name: 'With a space between family name and given name: 例示　太郎',
      address: 'From the prefecture on: 埼玉県例示市模擬通1-1-22',
      number: 'Digits only: 09012345678',
      reservation: 'The ten digits you got from your present company',
      guardian: 'With a space between family name and given name: 例示　花子',
    },
    missing: {
      plan: 'Choose a plan',
      line: 'Choose a new number or your present one',
      number: 'Enter the number as 11 digits that begin with 060, 070, 080 or 090',
      reservation: 'Enter the MNP reservation number as 10 digits',
      name: 'Enter your name',
      address: 'Enter your address',
      birthDate: 'Enter your date of birth',
      guardian: 'Enter the name of the person who consents',
      relation: 'Choose one',
    },
    guardianTitle: 'Consent of a parent or guardian',
    guardianLead:
      'If you are under 18, a parent or guardian has to consent. That person signs after you.',
    relation: 'Relation to you',
    relations: { parent: 'Parent', guardian: 'Guardian of a minor' },
    make: 'Make the contract',
    readTitle: 'Read the contract',
    readTick: 'I have read it to the end',
    readMissing: 'Read the contract to its end, and tick the box',
    toSign: 'Go on to sign',
    signTitle: {
      customer: 'Choose what you sign with',
      guardian: 'Signature of the person who consents',
    },
    customerTurn: 'You hold what is yours to the reader of the tablet.',
    guardianTurn: (name: string) =>
      `Your signature is here. Next, ${name} holds their card or phone to the reader. There is no contract until both have signed.`,
    holdings: {
      card: { name: 'My Number Card', note: 'You enter the signing password of the card' },
      android: { name: 'Android phone', note: 'You enter the signing password of the phone' },
      iphone: {
        name: 'iPhone',
        note: 'You confirm with face or finger, and enter the signing password of the iPhone',
      },
    },
    hold: {
      card: 'Put the card on the reader',
      android: 'Hold the phone to the reader',
      iphone: 'Hold the iPhone to the reader',
    },
    holdSteps: {
      card: ['Put the card on the reader before the tablet', 'Leave it there until it has signed'],
      android: [
        'Open “Hold to a machine” in the app’s menu',
        'Hold the phone there until it has signed',
      ],
      iphone: [
        'Open “Hold to a machine” in the app’s menu',
        'Double-press the side button, and confirm with your face or finger',
        'Hold the iPhone there until it has signed',
      ],
    },
    otherThing: 'Use something else',
    holdFaults: {
      TAKEN_AWAY: 'It was taken away too early. Hold it there again. No contract was made.',
      HELD_OTHER: 'Something other than you chose lies on the reader. Take it away first.',
      NOT_RECOGNISED:
        'The iPhone has not confirmed that it is you. Take it away, double-press the side button, confirm, and hold it there again.',
    },
    passwordTitle: 'Enter the signing password',
    passwordLabel: {
      card: 'Signing password of the card',
      android: 'Signing password of the phone',
      iphone: 'Signing password of the iPhone',
    },
    passwordHint: '6 to 16 capital letters and digits',
    passwordFaults: {
      SECRET_WRONG: 'The password is wrong. No contract was made',
      SECRET_FORM: 'Enter 6 to 16 capital letters and digits',
    },
    lastTry: 'I have checked it: this is my last attempt, and a wrong password locks it',
    passwordSafe:
      'The password is compared inside the card or phone. The shop does not keep it, and the staff never ask for it.',
    whoseSignature: (name: string) => `The contract gets the electronic signature of ${name}. `,
    keepThere: {
      card: 'Leave the card where it is.',
      android: 'Keep the phone there.',
      iphone: 'Keep the iPhone there.',
    },
    sign: 'Sign',
    madeTitle: 'You have a contract',
    receipt: 'Receipt',
    number: 'Contract number',
    telephone: 'Telephone number',
    madeAt: 'Made at',
    checked: 'The signature and the certificate are valid. The staff will give you the SIM.',
    checkedBoth:
      'Both signatures and certificates are valid. The staff will give you the SIM. It comes with a filter for minors.',
    looksTitle: 'The staff will talk to you',
    looks: {
      'name-substituted': 'The name has substitute characters',
      'address-substituted': 'The address has substitute characters',
      'guardian-substituted': 'The name of the person who consented has substitute characters',
      'guardian-elsewhere': 'The person who consented lives at another address',
    },
    substitutes: (characters: readonly string[]) =>
      `In the certificate ${characters.map((one) => `“${one}”`).join(' ')} stand for other characters. The staff will ask you which.`,
    pdf: 'See the signed contract (PDF)',
    finish: 'Finish',
    ended: {
      done: 'Thank you',
      stopped: 'You have cancelled',
      idle: 'Time ran out, and this has ended',
    },
    endedNote: {
      done: 'Nothing is left on this tablet. Do not forget your card or phone.',
      stopped: 'No contract was made. What you entered is gone. Do not forget your card or phone.',
      idle: 'What you entered is gone. Do not forget your card or phone.',
    },
    idleTitle: 'Do you want to go on?',
    idleNote:
      'Nobody has touched this for a while. In 30 seconds it goes back to the first screen, and what you entered is gone.',
    idleMore: 'Go on',
    differs: (fields: readonly string[]) => `What differed: ${fields.join(', ')}`,
    kept: 'What you entered is still there. No contract was made.',
    own: ownEn,
    today: 'Contracts of today',
    todayLead: 'Names and telephone numbers are not shown here.',
    todayNone: 'There is no contract today yet.',
    consented: 'with consent (minor)',
    reload: 'Look again',
  },
})
