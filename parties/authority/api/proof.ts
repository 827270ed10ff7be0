/** `fetch` that proves the device key with each request (DPoP, RFC 9449), and finds the authority's time by itself. */
import { exportJWK, SignJWT } from 'jose'
import { z } from 'zod'

const timeRefusal = z.object({ code: z.literal('DPOP_TIME'), now: z.iso.datetime() })

async function timeOf(answer: Response): Promise<number | undefined> {
  if (answer.status !== 401) return undefined
  const body: unknown = await answer.clone().json()
  const told = timeRefusal.safeParse(body).data?.now
  return told === undefined ? undefined : new Date(told).getTime()
}

/**
 * @param deviceKey ES256; the private key may be non-extractable
 * @param now this device's time; when it is off, the first refusal gives the difference and the request is sent once more
 * @param onTime is told the authority's time by such a refusal
 */
export function provingFetch(
  deviceKey: CryptoKeyPair,
  fetch: typeof globalThis.fetch,
  now: () => Date,
  onTime: (told: Date) => void = () => undefined,
): (request: Request) => Promise<Response> {
  const jwk = exportJWK(deviceKey.publicKey)
  let ahead = 0
  const prove = async ({ method, url }: Request) => {
    const htu = new URL(url)
    htu.search = ''
    htu.hash = ''
    return new SignJWT({ htm: method, htu: htu.href, jti: crypto.randomUUID() })
      .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: await jwk })
      .setIssuedAt(Math.floor((now().getTime() + ahead) / 1000))
      .sign(deviceKey.privateKey)
  }
  const send = async (request: Request) => {
    const proven = new Request(request)
    proven.headers.set('dpop', await prove(request))
    return fetch(proven)
  }
  return async (request) => {
    const spare = request.clone()
    const answer = await send(request)
    const told = await timeOf(answer)
    if (told === undefined) return answer
    ahead = told - now().getTime()
    onTime(new Date(told))
    return send(spare)
  }
}
