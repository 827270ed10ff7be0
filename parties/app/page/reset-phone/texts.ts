import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    android: {
      title: 'このスマホを、はじめの状態に戻しますか',
      effects: [
        'このスマホに入っている電子証明書と、スマホ用のパスワードが消えます',
        'マイナンバーカードは、そのまま使えます',
        '使うには、もう一度はじめから申請します',
      ],
      doneLead: 'このスマホには、何も入っていません。はじめから申請できます。',
    },
    iphone: {
      title: 'このiPhoneを、はじめの状態に戻しますか',
      effects: [
        'このiPhoneに入っているマイナンバーカードと、iPhone用の暗証番号・パスワードが消えます',
        '実物のマイナンバーカードは、そのまま使えます',
        '使うには、もう一度はじめから追加します',
      ],
      doneLead: 'このiPhoneには、何も入っていません。はじめから追加できます。',
    },
    why: '窓口に記録がないため、いま入っているものは使えません。戻すと、こうなります。',
    erase: 'はじめの状態に戻す',
    keep: '戻さないでやめる',
    erasing: 'はじめの状態に戻しています',
    erasingLead: '数秒で終わります。そのままお待ちください。',
    done: 'はじめの状態に戻しました',
    stopped: '戻しませんでした',
    home: 'ホームへ',
  },
  en: {
    android: {
      title: 'Reset this phone?',
      effects: [
        'The certificates on this phone and your phone’s passwords are erased',
        'You can still use your My Number Card as usual',
        'To use this phone again, you apply again from the beginning',
      ],
      doneLead: 'There is nothing on this phone now. You can apply from the beginning.',
    },
    iphone: {
      title: 'Reset this iPhone?',
      effects: [
        'The My Number Card on this iPhone, its PIN and its password are erased',
        'You can still use your physical My Number Card as usual',
        'To use this iPhone again, you add the card again from the beginning',
      ],
      doneLead: 'There is nothing on this iPhone now. You can add the card from the beginning.',
    },
    why: 'The authority has no record of what is on this phone, so you cannot use it. If you reset the phone:',
    erase: 'Reset',
    keep: 'Do not reset',
    erasing: 'Resetting',
    erasingLead: 'This takes a few seconds. Please wait.',
    done: 'Reset complete',
    stopped: 'Not reset',
    home: 'Home',
  },
})
