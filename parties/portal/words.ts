/** A text in both languages of the portal. */
export interface Words {
  readonly ja: string
  readonly en: string
}
