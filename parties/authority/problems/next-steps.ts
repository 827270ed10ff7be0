/** Next steps that several codes share. */
import type { Texts } from '@kazashi/serve'

export const again: Texts = {
  ja: 'はじめから申請をやり直してください',
  en: 'Start the application again from the beginning',
}
export const report: Texts = {
  ja: 'アプリを最新版にしてから、もう一度お試しください。続くときはお問い合わせください',
  en: 'Update the app and try again. If this persists, call and quote the error code',
}
export const counter: Texts = {
  ja: 'お住まいの市区町村の窓口でお手続きください',
  en: 'Go to your municipal office',
}
