/** A card in reach of a reader, whatever the way to it (ISO/IEC 7816-3 and 14443-4 are below this line). */

export interface CardTransport {
  /** Answer to reset, as PC/SC gives it (ISO/IEC 7816-3 §8). */
  readonly atr: Uint8Array
  /**
   * One command APDU, one response APDU (data ‖ SW1 ‖ SW2). Never two at once: await the answer first.
   * @throws {CardError} CARD_AWAY when the card left the reader, next: 'hold-again'
   */
  transmit(command: Uint8Array): Promise<Uint8Array>
  /** Cold reset: security status is lost, no applet is selected. */
  reset(): Promise<void>
  close(): Promise<void>
}
