/** What the box keeps beside a card that no counter handed out. */
const [municipality, name] = ['東京都千代田区', 'A']
const face = { name, kana: name, address: name, birthDate: '2000-01-01', sex: 'female' as const }
export const noteOfNobody = {
  face: { ...face, cardExpiry: '2030-01-01', municipality },
  slip: {
    signingPassword: 'ABC123',
    authenticationPin: '1234',
    residentRegisterPin: '1234',
    cardDataPin: '1234',
  },
  madeAt: '2026-11-23T00:00:00Z',
}
