/** What a person does at a phone, in the words of its screens; whichever browser the phone is in. */
export interface Hands<Card> {
  /** A button by its words. */
  press(name: string): Promise<void>
  /** The heading of the screen. */
  see(heading: string): Promise<void>
  read(text: string | RegExp): Promise<void>
  /** Into the field of that label. */
  type(label: string, text: string): Promise<void>
  tick(name: string | RegExp): Promise<void>
  /** Every check box of the screen. */
  tickAll(): Promise<void>
  hold(card: Card): Promise<void>
  takeAway(): Promise<void>
}

/** Of a card, what its holder has to type. */
export interface Paper {
  readonly slip: { readonly signingPassword: string }
}
