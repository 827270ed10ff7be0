/** The words of every refusal of a presentation, for a person and for the relying party's engineer. */
import type { PresentationErrorCode } from './errors.ts'

/** A text in both languages. */
interface InBoth {
  readonly ja: string
  readonly en: string
}

interface RefusalWords {
  /** What happened: for the person. */
  readonly title: InBoth
  /** How that comes about: for the relying party. */
  readonly cause: InBoth
  /** What the person can do next. */
  readonly next: InBoth
}

const again: InBoth = {
  ja: 'はじめの画面で、もう一度「スマホで見せる」からやり直してください',
  en: 'Start again on the first screen, and show it with the phone once more',
}
const otherwise: InBoth = {
  ja: 'スマートフォンのほかの方法（カードや書類）で確認を受けてください',
  en: 'Use another way than the phone, such as the card or a document',
}
const report: InBoth = {
  ja: 'もう一度お試しください。続くときは、エラー番号を添えてお問い合わせください',
  en: 'Try again. If this keeps happening, contact us and quote the error code',
}

export const presentationWords: Readonly<Record<PresentationErrorCode, RefusalWords>> = {
  ANSWER_DECLINED: {
    title: {
      ja: 'スマートフォンで「見せない」が選ばれました',
      en: 'The holder chose to show nothing',
    },
    cause: {
      ja: '持ち主が断りました。理由は伝わりません。エラーではありません',
      en: 'The holder said no on the phone; why is not told, and nothing is wrong',
    },
    next: otherwise,
  },
  ANSWER_FAILED: {
    title: { ja: 'スマートフォンから情報が届きませんでした', en: 'The phone could not answer' },
    cause: {
      ja: 'スマートフォンのアプリが、求めに応じられないと答えました。理由は詳細にあります',
      en: 'The wallet answered with an error of its own, which stands in the detail',
    },
    next: again,
  },
  ANSWER_LATE: {
    title: { ja: '回答の受付時間が過ぎています', en: 'The answer came too late' },
    cause: {
      ja: '求めてから届くまでに、求めの有効期間が過ぎました',
      en: 'The request was over before its answer came',
    },
    next: again,
  },
  ANSWER_UNREADABLE: {
    title: { ja: 'スマートフォンの回答を読み取れません', en: 'The phone’s answer cannot be read' },
    cause: {
      ja: 'この求めの鍵で開けないか、決まった形（vp_token）ではありません',
      en: 'It does not open with the key of this request, or is no vp_token of the agreed form',
    },
    next: again,
  },
  ANSWER_OF_ANOTHER: {
    title: { ja: 'これは別の求めへの回答です', en: 'The answer belongs to another request' },
    cause: {
      ja: 'stateが違うか、端末の署名が、このサイトとこのnonceに対するものではありません',
      en: 'Its state is another, or the device signed for another site or another nonce',
    },
    next: again,
  },
  ANSWER_INCOMPLETE: {
    title: { ja: '求めた項目の一部が見せられていません', en: 'Not everything asked for was shown' },
    cause: {
      ja: '持ち主が外したか、カードにその項目がありません。詳細に項目の名前があります',
      en: 'The holder left it out, or the card does not have it; the detail names the elements',
    },
    next: otherwise,
  },
  ANSWER_UNASKED: {
    title: { ja: '求めていない項目が届きました', en: 'More was shown than was asked for' },
    cause: {
      ja: '求めに含まれない項目があります。内容は読まずに捨ててください',
      en: 'An element is not in the request: throw it away without reading it',
    },
    next: report,
  },
  ATTRIBUTES_UNREADABLE: {
    title: { ja: '証明された情報を読み取れません', en: 'The attributes cannot be read' },
    cause: {
      ja: 'mdocの決まった形（CBOR）ではないか、知らない方式です',
      en: 'They are no mdoc in strict CBOR, or made in a way that is not known',
    },
    next: report,
  },
  ATTRIBUTES_UNTRUSTED: {
    title: {
      ja: '信頼する発行者が証明した情報ではありません',
      en: 'No trusted issuer vouches for it',
    },
    cause: {
      ja: '発行者の証明書から、信頼するIACAへの道がありません',
      en: 'No path leads from the document signer to an IACA that is trusted',
    },
    next: report,
  },
  ATTRIBUTES_FORGED: {
    title: { ja: '証明された情報が正しくありません', en: 'The attributes are not what was issued' },
    cause: {
      ja: '発行者の署名、項目のハッシュ、端末の署名のどれかが合いません',
      en: 'The issuer’s signature, the digest of an element or the device’s authority does not hold',
    },
    next: report,
  },
  ATTRIBUTES_EXPIRED: {
    title: {
      ja: 'スマートフォンのカードの期限が切れています',
      en: 'The card on the phone has expired',
    },
    cause: {
      ja: '確かめた時刻が、証明された情報か発行者の証明書の有効期間のあとです',
      en: 'The time of the check is after the validity of the attributes or of their signer',
    },
    next: {
      ja: 'カードを更新してから、アプリでもう一度追加してください',
      en: 'Renew the card, then add it to the phone again',
    },
  },
  ATTRIBUTES_NOT_YET_VALID: {
    title: {
      ja: 'スマートフォンのカードはまだ有効ではありません',
      en: 'The card on the phone is not valid yet',
    },
    cause: {
      ja: '確かめた時刻が有効期間の前です。サイトの時計が遅れていることもあります',
      en: 'The time of the check is before its validity; the clock of the site may be slow',
    },
    next: {
      ja: '日付と時刻を確かめて、あとでもう一度お試しください',
      en: 'Check the date and time, and try again later',
    },
  },
}
