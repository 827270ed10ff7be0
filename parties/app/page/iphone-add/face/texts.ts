import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '顔の動きの撮影',
    lead: '画面の指示に従って、顔を動かします。30秒ほどで終わります。',
    camera: 'カメラについて',
    cameraText:
      '本物のアプリでは、ここで「カメラへのアクセス」を求められます。許可すると撮影がはじまり、カードの写真の人と同じ人かを確かめます。映像は、確かめたあとに残りません。',
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
    title: 'Recording the movement of your face',
    lead: 'Move your face as the screen directs. It takes about 30 seconds.',
    camera: 'About the camera',
    cameraText:
      'The real app asks for access to the camera here. If you allow it, the recording begins and shows that you are the person on the photo of the card. No video is kept afterwards.',
    cameraDenied:
      'If you did not allow it in the real app, turn on “Camera” for that app in “Settings”. In this practice you can go on without a camera and without allowing it.',
    practiceTitle: 'For practice the camera is not used',
    practice:
      'Nothing is recorded. Read the directions and press the button. The application is marked “practice”, and only an authority for practice accepts it.',
    start: 'Start recording (practice)',
    moves: {
      front: 'Look straight ahead',
      right: 'Turn your face slowly to the right',
      left: 'Turn your face slowly to the left',
      blink: 'Look straight ahead and blink',
    },
    count: (at: number, of: number) => `Movement ${at} of ${of}`,
    moved: 'I have done it (practice)',
    done: 'The recording is complete',
    doneLead: 'For practice nothing was recorded. The application is marked “practice”.',
    doneNext: 'Next you enter the PIN and the password of your card.',
    next: 'Next',
  },
})
