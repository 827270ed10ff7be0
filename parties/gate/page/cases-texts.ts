import type { CaseEntry, CaseGroup } from '@kazashi/cases'
import { defineTexts } from '@kazashi/ui'

const groupsJa: Readonly<Record<CaseGroup, string>> = {
  person: '人',
  certificate: '電子証明書',
  error: '入り口のエラー',
  callback: 'サイトへの戻り',
  token: 'トークン',
  'id-token': 'IDトークン',
  userinfo: 'userinfo',
}
const groupsEn: Readonly<Record<CaseGroup, string>> = {
  person: 'People',
  certificate: 'Certificates',
  error: 'Errors of the gate',
  callback: 'The way back to the site',
  token: 'Tokens',
  'id-token': 'ID tokens',
  userinfo: 'Userinfo',
}
const placesJa: Readonly<Record<CaseEntry['gets']['at'], string>> = {
  tokens: 'トークン',
  error: 'エラー',
  callback: '戻り先のアドレスに誤り',
  token: 'トークンの返事に誤り',
  id_token: 'IDトークンに誤り',
  userinfo: 'userinfoに誤り',
}
const placesEn: Readonly<Record<CaseEntry['gets']['at'], string>> = {
  tokens: 'tokens',
  error: 'an error',
  callback: 'a fault at the redirect URI',
  token: 'a fault of the token endpoint',
  id_token: 'a fault in the ID token',
  userinfo: 'a fault of userinfo',
}

export const casesTexts = defineTexts({
  ja: {
    link: '試せる場面の一覧',
    title: '試せる場面の一覧',
    lead: 'サイトの試験のために、よい場面・困った場面・めずらしい場面を、名前で呼び出せます。',
    ask: '認可リクエストに login_hint=名前 を付けると、その人のスマホが自動で答えます。次のリクエストだけに仕掛けるには、POST /sandbox/armed-cases を使います。',
    groups: groupsJa,
    name: '名前',
    what: '場面',
    resident: '住民が見るもの',
    gets: 'サイトが受け取るもの',
    places: placesJa,
    expect: 'よいサイトは',
    outcomes: { in: 'ログインさせる', refused: '断る', either: 'サイトが決める' },
    claims: '氏名などを求めたときだけ',
  },
  en: {
    link: 'Cases to try',
    title: 'Cases to try',
    lead: 'For the tests of a site: good, bad and rare cases, each asked for by its name.',
    ask: 'With login_hint=NAME in an authorization request, that person’s phone answers by itself. POST /sandbox/armed-cases sets a case for the next request of a client.',
    groups: groupsEn,
    name: 'Name',
    what: 'What it is',
    resident: 'The resident sees',
    gets: 'The site gets',
    places: placesEn,
    expect: 'A careful site',
    outcomes: { in: 'lets them in', refused: 'refuses', either: 'decides by itself' },
    claims: 'only where name, address or birth date are asked for',
  },
})
