import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '顔の動きの撮影',
    lead: '画面の指示に従って、顔の動きを撮影します。30秒ほどで終わります。',
    camera: 'カメラについて',
    cameraText:
      '本物のアプリでは、カメラへのアクセスを求められた場合は、許可してください。許可すると撮影がはじまり、カードの写真の人と同じ人かを確かめます。映像は、このスマートフォンの外に出ず、確かめたあとに残りません。',
    cameraDenied:
      '許可しなかったときは、「設定」でこのアプリの「カメラ」をオンにすると、撮影できます。この練習では、カメラがなくても、許可していなくても、ほかの方法で進めます。',
    practiceTitle: 'この練習では、カメラを使いません',
    practice:
      '「撮影をはじめる（練習）」では、何も撮影しません。指示を読んで、ボタンを押すだけです。申請には「練習」と記され、練習用の発行所だけが受け付けます。',
    withPerson: '練習用の人物を撮影する',
    withPersonNote: '絵でできた人物がカメラの前に立ち、本物と同じように動きを確かめます',
    withCamera: '自分のカメラで撮影する',
    withCameraNote:
      '動きは確かめられますが、カードの写真は架空の人なので、最後に別の人だと断られます',
    start: '撮影をはじめる（練習）',
    moves: {
      front: '顔を正面に向けてください',
      right: '顔をゆっくり右に向けてください',
      left: '顔をゆっくり左に向けてください',
      blink: '正面を向いて、まばたきをしてください',
    },
    count: (at: number, of: number) => `${of}つのうち${at}つ目の動き`,
    moved: '動かしました（練習）',
    done: '顔の動きの撮影が終わりました',
    doneLeads: {
      practice: '練習のため、撮影はしていません。申請に「練習」と記します。',
      'practice-person':
        '4つの動きを確かめました。カードの写真と同じ人かは、カードを読み取るときに確かめます。申請に「練習用の人物」と記します。',
      camera:
        '4つの動きを確かめました。カードの写真と同じ人かは、カードを読み取るときに確かめます。',
      unsaid: '顔の動きの撮影は、もう終わっています。',
    },
    doneNext: '次に、実物のマイナンバーカードの暗証番号とパスワードを入力します。',
    next: '次へ',
  },
  en: {
    title: 'Face recording',
    lead: 'Move your face as the screen tells you while it is recorded. It takes about 30 seconds.',
    camera: 'About the camera',
    cameraText:
      'If the real app asks for access to the camera, allow it. Recording then starts, and the app checks that you are the person in the photo on the card. The video does not leave this phone, and is not kept after the check.',
    cameraDenied:
      'If you did not allow access, turn on “Camera” for this app in Settings. In this practice app you can continue in another way, without a camera and without allowing access.',
    practiceTitle: 'This practice does not use the camera',
    practice:
      'With “Start recording (practice)” nothing is recorded. Just read the instructions and press the button. Your application is marked “practice”, and only a practice authority accepts it.',
    withPerson: 'Record a practice person',
    withPersonNote:
      'A drawn person stands before the camera, and the movements are checked as in earnest',
    withCamera: 'Record with your own camera',
    withCameraNote:
      'Your movements are checked, but the card has a photo of a made-up person: in the end you are refused as somebody else',
    start: 'Start recording (practice)',
    moves: {
      front: 'Look straight ahead',
      right: 'Slowly turn your face to the right',
      left: 'Slowly turn your face to the left',
      blink: 'Look straight ahead and blink',
    },
    count: (at: number, of: number) => `Movement ${at} of ${of}`,
    moved: 'Done (practice)',
    done: 'Face recording is finished',
    doneLeads: {
      practice: 'This is practice, so nothing was recorded. Your application is marked “practice”.',
      'practice-person':
        'All four movements were seen. Whether it is the person in the photo is checked when the card is read. Your application is marked “practice person”.',
      camera:
        'All four movements were seen. Whether you are the person in the photo is checked when the card is read.',
      unsaid: 'The face recording is already finished.',
    },
    doneNext: 'Next, enter the PIN and password of your physical My Number Card.',
    next: 'Next',
  },
})
