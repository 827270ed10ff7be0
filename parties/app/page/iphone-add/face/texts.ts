import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '顔の動きの撮影',
    lead: '画面の指示に従って、顔の動きを撮影します（練習では撮影しません）。30秒ほどで終わります。',
    camera: 'カメラについて',
    cameraText:
      '本物のアプリでは、カメラへのアクセスを求められた場合は、許可してください。許可すると撮影がはじまり、カードの写真の人と同じ人かを確かめます。映像は、確かめたあとに残りません。',
    cameraDenied:
      '本物のアプリで許可しなかったときは、「設定」でこのアプリの「カメラ」をオンにすると、撮影できます。この練習では、カメラがなくても、許可していなくても、そのまま進めます。',
    practiceTitle: '練習では、カメラを使いません',
    practice:
      '何も撮影しません。指示を読んで、ボタンを押すだけです。申請には「練習」と記され、練習用の発行所だけが受け付けます。',
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
    doneLead: '練習のため、撮影はしていません。申請に「練習」と記します。',
    doneNext: '次に、実物のマイナンバーカードの暗証番号とパスワードを入力します。',
    next: '次へ',
  },
  en: {
    title: 'Face recording',
    lead: 'Move your face as the screen tells you while it is recorded (not in this practice). It takes about 30 seconds.',
    camera: 'About the camera',
    cameraText:
      'If the real app asks for access to the camera, allow it. Recording then starts, and the app checks that you are the person in the photo on the card. The video is not kept after the check.',
    cameraDenied:
      'If you did not allow access in the real app, turn on “Camera” for that app in Settings. In this practice app you can continue without a camera and without allowing access.',
    practiceTitle: 'This practice app does not use the camera',
    practice:
      'Nothing is recorded. Just read the instructions and press the button. Your application is marked “practice”, and only a practice authority accepts it.',
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
    doneLead: 'This is practice, so nothing was recorded. Your application is marked “practice”.',
    doneNext: 'Next, enter the PIN and password of your physical My Number Card.',
    next: 'Next',
  },
})
