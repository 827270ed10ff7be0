/** Every refusal in words: what, why, what next. A code without words of its own gets those of `UNEXPECTED`. */
import { defineTexts, type ErrorWords } from '@kazashi/ui'

interface FaultTexts {
  readonly words: Readonly<Record<string, ErrorWords>>
  readonly unexpected: ErrorWords
  readonly triesLeft: (left: number) => string
}
const ja: FaultTexts = {
  triesLeft: (left) => `あと${left}回試せます。`,
  unexpected: {
    what: '手続きを続けられませんでした',
    why: '予期しないことが起きました。ここまでの申請が二重になることはありません。',
    next: [
      'ホームに戻って、もう一度お試しください',
      '続くときは、下のエラー番号を電話でお伝えください',
    ],
  },
  words: {
    CARD_AWAY: {
      what: 'カードが離れました',
      why: '読み取りの途中で、カードがスマホから離れました。入力した内容は残っています。',
      next: [
        'もう一度カードを当ててください。続けて読み取ります',
        'ケースが厚いときは外してください',
      ],
    },
    CARD_UNREADABLE: {
      what: 'カードを読み取れませんでした',
      why: 'カードからの返事が途切れました。入力した内容は残っています。',
      next: [
        '金属の机を避け、スマホとカードをぴったり重ねてください',
        '「もう一度読み取る」を押してください',
      ],
    },
    NOT_A_MY_NUMBER_CARD: {
      what: 'マイナンバーカードではないようです',
      why: '当てられたカードに、電子証明書の入れ物がありません。',
      next: ['ほかのカードを重ねずに、マイナンバーカードだけを当ててください'],
    },
    CARD_CHANGED: {
      what: '別のカードです',
      why: '途中でカードが入れ替わりました。',
      next: ['はじめに当てたカードで、もう一度はじめからお試しください'],
    },
    CARD_SECRET_WRONG: {
      what: 'パスワードが違います',
      why: 'カードに確かめたところ、①署名用のパスワードと一致しませんでした。',
      next: ['紙の控えの①を見て、入れ直してください', '数字4ケタの②③④とは別のものです'],
    },
    CARD_LAST_TRY: {
      what: 'あと1回だけ試せます',
      why: '次に間違えるとカードのパスワードがロックされるため、読み取りを止めました。',
      next: ['紙の控えの①をよく確かめてください', 'わからないときは、試さずに市区町村の窓口へ'],
    },
    CARD_SECRET_BLOCKED: {
      what: 'カードのパスワードがロックされています',
      why: '署名用のパスワードを続けて5回間違えたため、カードが使えなくなっています。',
      next: [
        'お住まいの市区町村の窓口で、パスワードの初期化（再設定）をしてください',
        '持ちもの：マイナンバーカード',
      ],
    },
    CARD_CERTIFICATE_MISSING: {
      what: 'カードに署名用電子証明書がありません',
      why: '申請には、カードの署名用電子証明書が必要です。',
      next: ['お住まいの市区町村の窓口で、電子証明書の発行を申請してください'],
    },
    SECRET_WRONG: {
      what: '暗証番号が違います',
      why: 'このスマホ用の暗証番号（数字4ケタ）と一致しませんでした。',
      next: ['カードの暗証番号ではなく、スマホ用に決めた4ケタを入れてください'],
    },
    LAST_TRY: {
      what: 'あと1回だけ試せます',
      why: '次に間違えると、このスマホ用の暗証番号がロックされます。',
      next: ['よく確かめてから入れてください'],
    },
    SECRET_BLOCKED: {
      what: 'スマホ用のパスワードがロックされています',
      why: '続けて間違えたため、このスマホ用のパスワードは使えません。',
      next: [
        'お手元のマイナンバーカードで、新しく設定し直せます',
        '「メニュー」→「パスワードを設定し直す」',
      ],
    },
    BIOMETRICS_CANCELLED: {
      what: '確認できませんでした',
      why: '指紋・顔での確認がやめられたか、時間がたちました。暗証番号の残り回数は減っていません。',
      next: ['もう一度お試しください', '暗証番号でも、これまでどおり使えます'],
    },
    BIOMETRICS_WRONG: {
      what: '指紋・顔の設定が合いません',
      why: '設定したときのものと、いまのスマホのものが違います。暗証番号の残り回数は減っていません。',
      next: ['暗証番号を使ってください', '「メニュー」→「指紋・顔で使う」で、設定し直せます'],
    },
    BIOMETRICS_OFF: {
      what: '指紋・顔は、使っていません',
      why: '設定されていないか、暗証番号を決め直したときに消えました。',
      next: ['暗証番号を使ってください', '「メニュー」→「指紋・顔で使う」で、設定できます'],
    },
    PHONE_NOT_SUPPORTED: {
      what: 'このスマホは対応していません',
      why: 'スマホ用電子証明書を安全にしまえる部品が、このスマホにはありません。',
      next: ['対応している機種をお使いください', 'マイナンバーカードは、これまでどおり使えます'],
    },
    OS_TOO_OLD: {
      what: 'スマホのシステムが古いようです',
      why: 'Android 6.0以上が必要です。',
      next: ['スマホの「設定」→「システム」で更新してから、もう一度開いてください'],
    },
    BROWSER_TOO_OLD: {
      what: 'ブラウザが古いようです',
      why: 'Chrome 69以上が必要です。',
      next: ['PlayストアでChromeを更新してから、もう一度開いてください'],
    },
    APP_TOO_OLD: {
      what: 'アプリが古いようです',
      why: '最新のバージョンでないと、申請できません。',
      next: ['アプリを閉じて、開き直してください。新しいものに替わります'],
    },
    CREDENTIAL_SUSPENDED: {
      what: '一時利用停止中です',
      why: '届け出により、あなたのスマホ用電子証明書は止められています。',
      next: ['スマホが見つかったときは、「利用再開」の手続きをしてください'],
    },
    NOT_SUSPENDED: {
      what: '止められていません',
      why: 'このスマホの電子証明書は、いま使えます。利用再開の手続きはいりません。',
      next: ['ホームで、状態を確かめてください'],
    },
    NOTHING_TO_SWITCH: {
      what: '前のスマホの登録が見つかりません',
      why: '機種変更で移せるスマホ用電子証明書がありません。',
      next: ['「メニュー」→「スマホ用電子証明書を申請する」へ進んでください'],
    },
    NOTHING_TO_RESUME: {
      what: '止められているものが見つかりません',
      why: '利用再開できるスマホ用電子証明書がありません。',
      next: ['「メニュー」→「スマホ用電子証明書を申請する」へ進んでください'],
    },
    SWITCH_ONLY_ANDROID: {
      what: '前のスマホはiPhoneです',
      why: '「機種変更」は、AndroidのスマホからAndroidのスマホへ移すときの手続きです。',
      next: [
        '前のiPhoneのアプリで、先に「削除」をしてください',
        'そのあと、このスマホで「スマホ用電子証明書を申請する」へ進んでください',
      ],
    },
    ALREADY_REGISTERED: {
      what: 'もう登録が済んでいます',
      why: '登録が終わったものは、申請の取りやめではやめられません。',
      next: ['やめるときは、「メニュー」→「失効」へ進んでください'],
    },
    APPLICATION_OVER: {
      what: 'この申請は、もう終わっています',
      why: '取りやめたか、期限が過ぎたか、電話の届け出で止められています。',
      next: ['ホームで、いまの状態を確かめてください'],
    },
    APPLICATION_ON_ITS_WAY: {
      what: 'ほかの申請が進んでいます',
      why: '別のスマホからの申請が、まだ終わっていません。',
      next: ['そのスマホで登録するか、「申請を取りやめる」を押してください'],
    },
    REQUEST_UNDER_WAY: {
      what: '前の手続きが途中です',
      why: '送った手続きの返事を、まだ受け取っていません。',
      next: ['ホームに戻り、「手続きを続ける」を押してください'],
    },
    REQUEST_NONE: {
      what: 'はじめからお願いします',
      why: '途中の手続きが残っていませんでした。失効などは、まだ行われていません。',
      next: ['ホームに戻って、もう一度お試しください'],
    },
    REQUEST_NONCE_EXPIRED: {
      what: '時間がたちすぎました',
      why: '安全のため、カードを読み取ってから送るまでの時間には限りがあります。',
      next: ['もう一度カードを読み取ってください'],
    },
    UNBLOCKING_KEY_WRONG: {
      what: 'このスマホでは設定し直せません',
      why: 'パスワードを設定し直すための情報が、このスマホのものと合いません。',
      next: ['「失効」をしてから、もう一度申請してください'],
    },
    STORE_CONFLICT: {
      what: 'ほかの画面で変わりました',
      why: '同じアプリが、別の画面で開いています。',
      next: ['どちらかを閉じて、もう一度開いてください'],
    },
    NETWORK: {
      what: 'つながりません',
      why: '通信ができませんでした。入力した内容は残っています。',
      next: ['電波の届くところで、もう一度お試しください'],
    },
    READER_MISSING: {
      what: 'カードの読み取り口がありません',
      why: 'この練習用アプリは、「かざし」の机の画面から開くとカードを読み取れます。',
      next: ['机の画面を開き、その中のスマホで続けてください'],
    },
    PERSON_HAS_A_PHONE: {
      what: '別のスマホで使っています',
      why: 'スマホ用電子証明書は、お一人につき1台のスマホでだけ使えます。あなたは、すでに別のスマホに登録しています。',
      next: [
        '前のスマホもAndroidなら、このスマホで「機種変更」をしてください',
        '前のスマホがiPhoneなら、iPhoneで「削除」をしてから、申請してください',
        'なくしたときは、電話してください',
      ],
    },
    PHONE_HAS_A_PERSON: {
      what: 'このスマホは別の人が使っています',
      why: '1台のスマホに入れられるのは、お一人分だけです。',
      next: ['前に登録した人が、このスマホで「失効」をしてください'],
    },
    ALREADY_APPLIED: {
      what: '申請は、もう済んでいます',
      why: 'このスマホからの申請を受け付けています。もう一度申請する必要はありません。',
      next: ['ホームで、申請の様子を確かめてください'],
    },
    CREDENTIAL_PRESENT: {
      what: 'このスマホには、もう入っています',
      why: 'スマホ用電子証明書が登録されています。',
      next: ['ホームで、入っている電子証明書を確かめてください'],
    },
    NOT_APPLIED: {
      what: 'まだスマホ用電子証明書がありません',
      why: 'ログインには、このスマホの利用者証明用電子証明書が必要です。',
      next: ['「メニュー」から「スマホ用電子証明書を申請する」へ進んでください'],
    },
    KEY_MISSING: {
      what: 'ログイン用の電子証明書がありません',
      why: 'このスマホに入っているのは、署名用電子証明書だけです。ログインには、利用者証明用電子証明書が必要です。',
      next: ['「メニュー」の「失効」で、いまのものを失効してから、両方を申請してください'],
    },
    NOT_REGISTERED: {
      what: 'まだ登録が済んでいません',
      why: '申請のあと、お知らせが届いてから「登録する」を押すと使えるようになります。',
      next: ['ホームで、申請の様子を確かめてください'],
    },
    APPLICATION_NONCE_EXPIRED: {
      what: '時間がたちすぎました',
      why: '安全のため、申請の受付番号には期限があります。',
      next: ['「もう一度読み取る」を押して、カードをもう一度当ててください'],
    },
    LOGIN_REQUEST_EXPIRED: {
      what: 'ログインの受付が終わりました',
      why: '安全のため、ログインの受付は数分で終わります。',
      next: ['元の画面で、もう一度ログインをはじめてください'],
    },
    LOGIN_REQUEST_MALFORMED: {
      what: 'このリンクでは、ログインできません',
      why: 'リンクの内容が正しくないか、もう使い終わっています。',
      next: ['元の画面で、もう一度ログインをはじめてください'],
    },
    LOGIN_REQUEST_ORIGIN: {
      what: '安全のため、止めました',
      why: '名のっている相手と、リンクの相手が違います。だまそうとしているおそれがあります。',
      next: ['このログインは続けないでください'],
    },
    CERTIFICATE_SUSPENDED: {
      what: '一時利用停止中です',
      why: 'このスマホの電子証明書は、届け出により止められています。',
      next: ['スマホが見つかったときは、利用再開の手続きをしてください'],
    },
    CERTIFICATE_REVOKED: {
      what: '電子証明書は失効しています',
      why: 'このスマホの電子証明書は、もう使えません。',
      next: ['使うには、もう一度申請してください'],
    },
    CERTIFICATE_EXPIRED: {
      what: '電子証明書の有効期限が切れています',
      why: '期限は、申請に使ったカードの電子証明書と同じです。',
      next: ['カードの電子証明書を更新してから、もう一度申請してください'],
    },
    CARD_OF_ANOTHER_PERSON: {
      what: '別の人のマイナンバーカードです',
      why: 'このスマホに登録した人と、当てたカードの人が違います。',
      next: ['このスマホに登録した人の、マイナンバーカードを使ってください'],
    },
    CARD_CERTIFICATE_UNTRUSTED: {
      what: 'このカードは使えません',
      why: 'カードの電子証明書が、この窓口で発行したものではありません。',
      next: ['ご自身のマイナンバーカードを当ててください'],
    },
    DPOP_TIME: {
      what: 'スマホの時刻がずれています',
      why: '時刻が大きくずれていると、安全のため受け付けられません。',
      next: ['スマホの「設定」で日付と時刻を自動にしてから、もう一度お試しください'],
    },
    CONSENT_UNKNOWN: {
      what: '注意事項が新しくなりました',
      why: '確認していただいた注意事項は、前のものでした。',
      next: ['ホームに戻って、もう一度はじめから申請してください'],
    },
    CARD_CERTIFICATE_EXPIRED: {
      what: 'カードの電子証明書の有効期限が切れています',
      why: '期限の切れた電子証明書では、申請できません。',
      next: ['お住まいの市区町村の窓口で、電子証明書を更新してください'],
    },
    CARD_CERTIFICATE_REVOKED: {
      what: 'カードの電子証明書は失効しています',
      why: '引っ越しや氏名の変更のあとは、署名用電子証明書が使えなくなります。',
      next: ['お住まいの市区町村の窓口で、電子証明書の発行を申請してください'],
    },
    CARD_CERTIFICATE_SUSPENDED: {
      what: 'カードは一時利用停止中です',
      why: '紛失などの届け出により、カードが止められています。',
      next: ['カードが見つかったときは、市区町村の窓口で手続きをしてください'],
    },
    NONCE_EXPIRED: {
      what: '時間がたちすぎました',
      why: '安全のため、カードを読み取ってから申請を送るまでの時間には限りがあります。',
      next: ['ホームに戻って、もう一度申請してください。カードのパスワードの残り回数は減りません'],
    },
    NOT_ISSUED_YET: {
      what: 'まだ準備ができていません',
      why: '電子証明書の発行が、まだ済んでいません。',
      next: ['お知らせが届くまで、お待ちください。このアプリは閉じてもかまいません'],
    },
    CREDENTIAL_OVER: {
      what: 'もう終わっています',
      why: 'このスマホの電子証明書は、すでに使えなくなっています。',
      next: ['ホームに戻って、様子を確かめてください'],
    },
    STATUS_UNAVAILABLE: {
      what: 'いまは、ログインできません',
      why: '相手のサイトが、電子証明書の状態を確かめられませんでした。',
      next: ['少し待ってから、元の画面で、もう一度ログインをはじめてください'],
    },
    CHAIN_INVALID: {
      what: 'このスマホの電子証明書は、相手のサイトで使えません',
      why: '相手のサイトが信用している窓口で発行したものではありません。',
      next: ['ホームに戻って、このスマホの状態を確かめてください'],
    },
    KNOWN_TO_AUTHORITY: {
      what: 'このスマホの記録は、窓口にあります',
      why: '使えるものを消さないように、止めました。',
      next: ['ホームに戻って、様子を確かめてください'],
    },
    STATE_MALFORMED: {
      what: 'このスマホの記録を読み取れません',
      why: 'ブラウザーに保存した記録が、こわれているようです。',
      next: [
        'このアプリを閉じて、もう一度開いてください',
        '続くときは、別のスマホで「機種変更」ができます。お手元のマイナンバーカードを使います',
      ],
    },
    STORE_FAILED: {
      what: 'スマホに保存できませんでした',
      why: '空き容量が足りないか、保存が許されていません。',
      next: [
        '空き容量を増やして、もう一度お試しください',
        'ブラウザーの設定で、このページがデータを保存することを許してください',
      ],
    },
  },
}
const en: FaultTexts = {
  triesLeft: (left) => `${left} ${left === 1 ? 'try' : 'tries'} left.`,
  unexpected: {
    what: 'This could not be continued',
    why: 'Something unexpected happened. Nothing will be applied for twice.',
    next: ['Go back to the home screen and try again', 'If it stays, call and tell the error code'],
  },
  words: {
    CARD_AWAY: {
      what: 'The card moved away',
      why: 'The card left the phone while it was being read. What you entered is kept.',
      next: ['Hold the card to the phone again; reading goes on', 'Take off a thick phone case'],
    },
    CARD_UNREADABLE: {
      what: 'The card could not be read',
      why: 'The answers of the card broke off. What you entered is kept.',
      next: ['Keep away from metal and hold card and phone tightly together', 'Press “Read again”'],
    },
    NOT_A_MY_NUMBER_CARD: {
      what: 'This does not seem to be a My Number Card',
      why: 'There is no place for certificates on this card.',
      next: ['Hold only your My Number Card to the phone'],
    },
    CARD_CHANGED: {
      what: 'This is another card',
      why: 'The card was changed on the way.',
      next: ['Start again with one card'],
    },
    CARD_SECRET_WRONG: {
      what: 'Wrong password',
      why: 'The card says that this is not its signing password ①.',
      next: ['Look at ① on your paper and enter it again', 'It is not one of the 4-digit numbers'],
    },
    CARD_LAST_TRY: {
      what: 'Only one try is left',
      why: 'One more wrong try would lock the password, so nothing was sent to the card.',
      next: ['Check ① on your paper carefully', 'If you are not sure, ask your municipality first'],
    },
    CARD_SECRET_BLOCKED: {
      what: 'The password of your card is locked',
      why: 'The signing password was wrong five times in a row.',
      next: ['Have it reset at the counter of your municipality', 'Bring your My Number Card'],
    },
    CARD_CERTIFICATE_MISSING: {
      what: 'The card has no signing certificate',
      why: 'The application has to be signed by the card.',
      next: ['Apply for the certificate at the counter of your municipality'],
    },
    SECRET_WRONG: {
      what: 'Wrong PIN',
      why: 'This is not the 4-digit PIN of this phone.',
      next: ['Enter the four digits you chose for the phone, not those of the card'],
    },
    LAST_TRY: {
      what: 'Only one try is left',
      why: 'One more wrong try locks the PIN of this phone.',
      next: ['Check carefully before you enter it'],
    },
    SECRET_BLOCKED: {
      what: 'The password of the phone is locked',
      why: 'It was wrong too often in a row.',
      next: [
        'With your My Number Card at hand you can set a new one',
        'Menu, “Set a new password”',
      ],
    },
    BIOMETRICS_CANCELLED: {
      what: 'It could not be confirmed',
      why: 'It was cancelled, or took too long. No try of the PIN is lost.',
      next: ['Try again', 'The PIN works as before'],
    },
    BIOMETRICS_WRONG: {
      what: 'What was set up does not fit',
      why: 'It is not what was set up on this phone. No try of the PIN is lost.',
      next: ['Use the PIN', 'Set it up again: menu, “Use a finger or a face”'],
    },
    BIOMETRICS_OFF: {
      what: 'Fingers and faces are off',
      why: 'They were not set up, or went with the PIN that you replaced.',
      next: ['Use the PIN', 'Set it up: menu, “Use a finger or a face”'],
    },
    PHONE_NOT_SUPPORTED: {
      what: 'This phone is not supported',
      why: 'It has no safe place to keep the certificates in.',
      next: ['Use a supported phone', 'Your My Number Card works as before'],
    },
    OS_TOO_OLD: {
      what: 'The system of this phone is too old',
      why: 'Android 6.0 or newer is needed.',
      next: ['Update it in the settings of the phone, then open the app again'],
    },
    BROWSER_TOO_OLD: {
      what: 'The browser is too old',
      why: 'Chrome 69 or newer is needed.',
      next: ['Update Chrome in the Play Store, then open the app again'],
    },
    APP_TOO_OLD: {
      what: 'The app is too old',
      why: 'Only the newest version can apply.',
      next: ['Close the app and open it again: the new one takes its place'],
    },
    CREDENTIAL_SUSPENDED: {
      what: 'Suspended',
      why: 'Your certificates were suspended on request.',
      next: ['If you found your phone, start using it again'],
    },
    NOT_SUSPENDED: {
      what: 'It is not suspended',
      why: 'The certificates of this phone can be used.',
      next: ['See how it stands on the home screen'],
    },
    NOTHING_TO_SWITCH: {
      what: 'Your old phone was not found',
      why: 'There are no certificates that could move to this phone.',
      next: ['Open the menu and apply for new ones'],
    },
    NOTHING_TO_RESUME: {
      what: 'Nothing is suspended',
      why: 'There are no certificates to start again with.',
      next: ['Open the menu and apply for new ones'],
    },
    SWITCH_ONLY_ANDROID: {
      what: 'Your old phone is an iPhone',
      why: '“Change of phone” is for moving from one Android phone to another.',
      next: [
        'First delete the card in the app of the old iPhone',
        'Then press “Apply for the certificates of this phone” here',
      ],
    },
    ALREADY_REGISTERED: {
      what: 'It is registered already',
      why: 'What is registered does not end by withdrawing the application.',
      next: ['To stop using it: “Menu” → “Revoke”'],
    },
    APPLICATION_OVER: {
      what: 'This application has ended already',
      why: 'It was withdrawn, its time was over, or a call to the hotline stopped it.',
      next: ['See on the home screen how it stands now'],
    },
    APPLICATION_ON_ITS_WAY: {
      what: 'Another application is under way',
      why: 'The application of another phone is not finished.',
      next: ['Register on that phone, or press “Withdraw the application” there'],
    },
    REQUEST_UNDER_WAY: {
      what: 'An earlier procedure is not finished',
      why: 'There is no answer yet to what was sent.',
      next: ['Go home and press “Go on with the procedure”'],
    },
    REQUEST_NONE: {
      what: 'Please start again',
      why: 'Nothing was under way. Nothing has been revoked yet.',
      next: ['Go home and try again'],
    },
    REQUEST_NONCE_EXPIRED: {
      what: 'Too much time has passed',
      why: 'For safety it has to be sent soon after the card has been read.',
      next: ['Read the card again'],
    },
    UNBLOCKING_KEY_WRONG: {
      what: 'It cannot be set anew on this phone',
      why: 'What is needed for it does not belong to this phone.',
      next: ['Revoke the certificates, then apply again'],
    },
    STORE_CONFLICT: {
      what: 'It was changed in another window',
      why: 'The same app is open in another window.',
      next: ['Close one of them and open it again'],
    },
    NETWORK: {
      what: 'No connection',
      why: 'The network could not be reached. What you entered is kept.',
      next: ['Try again where there is reception'],
    },
    READER_MISSING: {
      what: 'There is no card reader',
      why: 'This practice app reads cards when it is opened from the desk of Kazashi.',
      next: ['Open the desk and go on in the phone you see there'],
    },
    PERSON_HAS_A_PHONE: {
      what: 'You use another phone already',
      why: 'A person can have the certificates on one phone only, and you have them on another one.',
      next: [
        'If the other phone is an Android phone too, use “Change of phone” on this one',
        'If it is an iPhone, delete the card there first, then apply here',
        'If you have lost it, call',
      ],
    },
    PHONE_HAS_A_PERSON: {
      what: 'Another person uses this phone',
      why: 'A phone can hold the certificates of one person only.',
      next: ['That person has to revoke them on this phone first'],
    },
    ALREADY_APPLIED: {
      what: 'You have applied already',
      why: 'The application from this phone has been accepted.',
      next: ['See how it stands on the home screen'],
    },
    CREDENTIAL_PRESENT: {
      what: 'This phone has certificates already',
      why: 'The certificates for smartphones are registered.',
      next: ['See them on the home screen'],
    },
    NOT_APPLIED: {
      what: 'No certificate on this phone yet',
      why: 'To log in, this phone needs its user authentication certificate.',
      next: ['Open the menu and apply for it'],
    },
    KEY_MISSING: {
      what: 'There is no certificate for login',
      why: 'This phone has the signing certificate only. To log in, it needs the user authentication certificate.',
      next: ['Revoke what is on the phone (menu, “Revoke”) and apply for both'],
    },
    NOT_REGISTERED: {
      what: 'Not registered yet',
      why: 'After the application, wait for the notice and press “Register”.',
      next: ['See how it stands on the home screen'],
    },
    APPLICATION_NONCE_EXPIRED: {
      what: 'Too much time has passed',
      why: 'For safety an application has to be signed within some minutes.',
      next: ['Press “Read again” and hold the card again'],
    },
    LOGIN_REQUEST_EXPIRED: {
      what: 'This login is over',
      why: 'For safety a login ends after some minutes.',
      next: ['Start the login again on the other screen'],
    },
    LOGIN_REQUEST_MALFORMED: {
      what: 'This link cannot log you in',
      why: 'It is not correct, or has been used.',
      next: ['Start the login again on the other screen'],
    },
    LOGIN_REQUEST_ORIGIN: {
      what: 'Stopped for your safety',
      why: 'Who asks and where the link leads are not the same. Somebody may want to cheat you.',
      next: ['Do not go on with this login'],
    },
    CERTIFICATE_SUSPENDED: {
      what: 'Suspended',
      why: 'The certificate of this phone has been suspended on request.',
      next: ['If you found your phone, start using it again'],
    },
    CERTIFICATE_REVOKED: {
      what: 'The certificate is revoked',
      why: 'The certificate of this phone can no longer be used.',
      next: ['Apply again to use it'],
    },
    CERTIFICATE_EXPIRED: {
      what: 'The certificate has expired',
      why: 'It ends together with the certificate of the card it was applied for with.',
      next: ['Renew the certificate of the card, then apply again'],
    },
    CARD_OF_ANOTHER_PERSON: {
      what: 'This is the card of another person',
      why: 'The card you held is not that of the person who registered on this phone.',
      next: ['Use the My Number Card of the person who registered on this phone'],
    },
    CARD_CERTIFICATE_UNTRUSTED: {
      what: 'This card cannot be used',
      why: 'Its certificate was not issued by this authority.',
      next: ['Hold your own My Number Card to the phone'],
    },
    DPOP_TIME: {
      what: 'The time of the phone is wrong',
      why: 'For safety nothing is taken from a phone whose clock is far off.',
      next: ['Let the phone set date and time by itself in its settings, then try again'],
    },
    CONSENT_UNKNOWN: {
      what: 'The notes have changed',
      why: 'What you confirmed were the notes of before.',
      next: ['Go home and apply again from the beginning'],
    },
    CARD_CERTIFICATE_EXPIRED: {
      what: 'The certificate of the card has expired',
      why: 'An expired certificate cannot be used to apply.',
      next: ['Have it renewed at the counter of your municipality'],
    },
    CARD_CERTIFICATE_REVOKED: {
      what: 'The certificate of the card is revoked',
      why: 'After a move or a change of name the signing certificate is no longer valid.',
      next: ['Apply for a new one at the counter of your municipality'],
    },
    CARD_CERTIFICATE_SUSPENDED: {
      what: 'The card is suspended',
      why: 'It was reported as lost or stolen.',
      next: ['If you found it, go to the counter of your municipality'],
    },
    NONCE_EXPIRED: {
      what: 'Too much time has passed',
      why: 'For safety an application has to be sent soon after the card has been read.',
      next: ['Go home and apply again. No try of the card’s password is lost'],
    },
    NOT_ISSUED_YET: {
      what: 'It is not ready yet',
      why: 'The certificates have not been issued yet.',
      next: ['Please wait for the notice. You may close this app'],
    },
    CREDENTIAL_OVER: {
      what: 'It has ended already',
      why: 'The certificates of this phone can no longer be used.',
      next: ['Go home and see how it stands'],
    },
    STATUS_UNAVAILABLE: {
      what: 'You cannot log in now',
      why: 'The site could not find out whether the certificate is valid.',
      next: ['Wait a while, then start the login again on the first screen'],
    },
    CHAIN_INVALID: {
      what: 'The site does not take the certificate of this phone',
      why: 'It was not issued by an authority that the site trusts.',
      next: ['Go home and see how this phone stands'],
    },
    KNOWN_TO_AUTHORITY: {
      what: 'The authority has a record of this phone',
      why: 'Nothing was erased, as it can be used.',
      next: ['Go home and see how it stands'],
    },
    STATE_MALFORMED: {
      what: 'The record of this phone cannot be read',
      why: 'What the browser has kept seems to be damaged.',
      next: [
        'Close this app and open it again',
        'If it stays, another phone can take over (“Change of phone”), with your My Number Card',
      ],
    },
    STORE_FAILED: {
      what: 'The phone could not keep it',
      why: 'There is no space left, or storage is not allowed.',
      next: [
        'Free some space and try again',
        'Allow this page to keep data, in the settings of the browser',
      ],
    },
  },
}
export const texts = defineTexts<FaultTexts>({ ja, en })

/** Codes that the reader client, the phone and HTTP give to the same thing. */
export const sameAs: Readonly<Record<string, string>> = {
  CARD_STATUS_UNEXPECTED: 'CARD_UNREADABLE',
  CARD_ANSWER_MALFORMED: 'CARD_UNREADABLE',
  READER_UNAVAILABLE: 'CARD_UNREADABLE',
  ALREADY_ON_THIS_PHONE: 'ALREADY_APPLIED',
  NONCE_UNKNOWN: 'NONCE_EXPIRED',
  NONCE_USED: 'NONCE_EXPIRED',
  STATEMENT_TIME: 'NONCE_EXPIRED',
  LOGIN_REQUEST_USED: 'LOGIN_REQUEST_MALFORMED',
  LOGIN_REQUEST_UNKNOWN: 'LOGIN_REQUEST_MALFORMED',
  SECRET_NOT_SET: 'NOT_APPLIED',
  UNBLOCKING_KEY_MISSING: 'UNBLOCKING_KEY_WRONG',
  PHONE_CERTIFICATE_SUSPENDED: 'CERTIFICATE_SUSPENDED',
  PHONE_CERTIFICATE_REVOKED: 'CERTIFICATE_REVOKED',
  PHONE_CERTIFICATE_EXPIRED: 'CERTIFICATE_EXPIRED',
  STATEMENT_EXPIRED: 'DPOP_TIME',
  CERTIFICATE_NOT_YET_VALID: 'DPOP_TIME',
  NOT_REGISTERED_YET: 'NOT_REGISTERED',
  KIND_NOT_THERE: 'CREDENTIAL_OVER',
  TRUST_UNAVAILABLE: 'STATUS_UNAVAILABLE',
  STATUS_UNKNOWN: 'CHAIN_INVALID',
  UNSEALING: 'STATE_MALFORMED',
  READER_NOT_FOUND: 'CARD_UNREADABLE',
}
