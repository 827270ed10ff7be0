import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '係の画面：確かめる申し込み',
    lead: '署名が正しく届いた申し込みのうち、係が確かめるものです。練習用のため、だれでも係になれます。したことは、銀行に記録されます。',
    none: '確かめる申し込みは、ありません。',
    substitutes: (characters: readonly string[]) =>
      `代替文字：${characters.map((one) => `「${one}」`).join('')}（本来の文字は、住民票で確かめます）`,
    written: { name: '申込書のお名前', address: '申込書のご住所' },
    certified: { name: '電子証明書のお名前', address: '電子証明書のご住所' },
    accept: '口座を開く',
    refuse: '断る',
    why: '断る理由',
    reasons: {
      'characters-unclear': '本来の文字を確かめられない',
      'answers-unclear': 'お答えについて、確かめられない',
    },
    reasonMissing: '理由をえらんでください。お客さまに伝わります',
    refuseNow: 'この理由で断る',
    back: '戻る',
    reload: '新しくする',
    done: (number: string) => `受付番号 ${number} を処理しました。`,
  },
  en: {
    title: 'Clerk: applications to check',
    lead: 'These applications were signed correctly, and a clerk has to look at them. This is for practice: anybody may be the clerk. What you do is recorded at the bank.',
    none: 'There is no application to check.',
    substitutes: (characters: readonly string[]) =>
      `Substitute characters: ${characters.map((one) => `“${one}”`).join(' ')} (look up the originals in the resident record)`,
    written: { name: 'Name in the application', address: 'Address in the application' },
    certified: { name: 'Name in the certificate', address: 'Address in the certificate' },
    accept: 'Open the account',
    refuse: 'Refuse',
    why: 'Reason for refusing',
    reasons: {
      'characters-unclear': 'The original characters could not be confirmed',
      'answers-unclear': 'The answers could not be confirmed',
    },
    reasonMissing: 'Choose a reason. The customer is told',
    refuseNow: 'Refuse for this reason',
    back: 'Back',
    reload: 'Refresh',
    done: (number: string) => `Application ${number} is settled.`,
  },
})
