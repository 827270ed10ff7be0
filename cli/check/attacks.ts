/** What the gate cannot do to a site, and somebody else can: links sent on, answers swapped, cookies planted. */
import { everybody } from '@kazashi/cases'
import { CheckBrowser } from './browser.ts'
import { judged, type Look, type Row } from './judge.ts'
import { arm, type Begun, begin, isIn, type Site, toCallback } from './site.ts'

interface Attack {
  readonly look: Look
  readonly play: (site: Site) => Promise<CheckBrowser>
}

/** A good login up to the site's own address, with the code not used. */
async function answered(site: Site): Promise<Begun & { readonly callback: URL }> {
  const begun = await begin(site)
  await arm(site, begun, everybody)
  return { ...begun, callback: (await toCallback(begun)) ?? site.login }
}

const refused = (name: string, clause: string, what: string, advice: string): Look => ({
  name,
  clause,
  what,
  expected: 'refused',
  advice,
})

const attacks: readonly Attack[] = [
  {
    look: refused(
      'link-sent-on',
      'RFC 6749 §10.12',
      'An attacker’s own answer is opened in the browser of somebody else (login CSRF)',
      'bind `state` to this browser’s session, and refuse an answer to a request that it did not make',
    ),
    play: async (site) => {
      const { callback } = await answered(site)
      const victim = new CheckBrowser()
      await victim.open(callback)
      return victim
    },
  },
  {
    look: refused(
      'link-sent-on-during-a-login',
      'RFC 6749 §10.12',
      'The same, while that browser has a login of its own under way',
      'compare `state` with the one of this session, not only with those you have given',
    ),
    play: async (site) => {
      const { callback } = await answered(site)
      const { browser } = await begin(site)
      await browser.open(callback)
      return browser
    },
  },
  {
    look: refused(
      'code-injected',
      'RFC 9700 §4.5',
      'A stolen code comes with the `state` of this browser',
      'send the `code_verifier` of this session, and compare `nonce` with the one of this session',
    ),
    play: async (site) => {
      const stolen = (await answered(site)).callback
      const { browser, callback } = await answered(site)
      callback.searchParams.set('code', stolen.searchParams.get('code') ?? '')
      await browser.open(callback)
      return browser
    },
  },
  {
    look: refused(
      'answer-used-again',
      'RFC 6749 §4.1.2',
      'An answer that was used is opened again in another browser',
      'an answer is good once, in the browser that asked',
    ),
    play: async (site) => {
      const { browser, callback } = await answered(site)
      await browser.open(callback)
      const later = new CheckBrowser()
      await later.open(callback)
      return later
    },
  },
  {
    look: refused(
      'answer-empty',
      'RFC 6749 §4.1.2',
      'The redirect URI is opened with nothing, in the middle of a login',
      'without `code` there is no login',
    ),
    play: async (site) => {
      const { browser, callback } = await answered(site)
      callback.search = ''
      await browser.open(callback)
      return browser
    },
  },
  {
    look: refused(
      'cookie-from-before',
      'RFC 6265 §8.4',
      'A cookie from before the login opens the session (session fixation)',
      'begin the session under a new cookie at login',
    ),
    play: async (site) => {
      const { browser, callback } = await answered(site)
      const planted = await browser.copy()
      await browser.open(callback)
      return planted
    },
  },
]

/** @throws {CheckError} */
async function playAttack(site: Site, { look, play }: Attack): Promise<Row> {
  const browser = await play(site)
  return judged(look, (await isIn(site, browser)) ? 'in' : 'refused', browser.dump)
}

const there = (name: string, clause: string, what: string, advice: string): Look => ({
  name,
  clause,
  what,
  expected: 'there',
  advice,
})

/** Longer than anybody guesses: 128 bits in base64url. */
const longEnough = 22
type Asked = readonly [first: URLSearchParams, second: URLSearchParams]
const isFresh = ([first, second]: Asked, name: string): boolean => {
  const [one, other] = [first.get(name) ?? '', second.get(name) ?? '']
  return one !== other && one.length >= longEnough && other.length >= longEnough
}

/** Of two requests of the site, and the cookies it sets. */
const habits: readonly {
  readonly look: Look
  readonly has: (asked: Asked, cookies: readonly string[]) => boolean
}[] = [
  {
    look: there(
      'request-pkce',
      'RFC 7636 §4.3',
      '`code_challenge` with S256, another one each time',
      'make a new `code_verifier` for each login',
    ),
    has: (asked) =>
      isFresh(asked, 'code_challenge') && asked[0].get('code_challenge_method') === 'S256',
  },
  {
    look: there(
      'request-state',
      'RFC 6749 §10.12',
      '`state` that nobody guesses, another one each time',
      'make a new random `state` for each login',
    ),
    has: (asked) => isFresh(asked, 'state'),
  },
  {
    look: there(
      'request-nonce',
      'OpenID Connect Core 1.0 §15.5.2',
      '`nonce` that nobody guesses, another one each time',
      'make a new random `nonce` for each login',
    ),
    has: (asked) => isFresh(asked, 'nonce'),
  },
  {
    look: there(
      'request-acr',
      'OpenID Connect Core 1.0 §3.1.2.1',
      '`acr_values` has aal3',
      'ask for the level that you need: acr_values=aal3',
    ),
    has: ([first]) => (first.get('acr_values') ?? '').split(' ').includes('aal3'),
  },
  {
    look: there(
      'cookies-http-only',
      'RFC 6265 §4.1.2.6',
      'The cookies of the login are HttpOnly',
      'no script needs the session: set HttpOnly',
    ),
    has: (_, cookies) => cookies.length > 0 && cookies.every((line) => /;\s*httponly/i.test(line)),
  },
  {
    look: there(
      'cookies-same-site',
      'RFC 6265bis §4.1.2.7',
      'The cookies of the login are SameSite=Lax or Strict',
      'say SameSite=Lax: other sites’ requests then come without it',
    ),
    has: (_, cookies) =>
      cookies.length > 0 && cookies.every((line) => /;\s*samesite=(lax|strict)/i.test(line)),
  },
]

async function lookAtHabits(site: Site): Promise<Row[]> {
  const { browser, request, callback } = await answered(site)
  const before = browser.dump.length
  await browser.open(callback)
  const again = await begin(site)
  const asked: Asked = [request.searchParams, again.request.searchParams]
  const own = browser.dump.slice(before)
  const cookies = own.flatMap((exchange) => exchange.cookies)
  return habits.map(({ look, has }) => judged(look, has(asked, cookies) ? 'there' : 'missing', own))
}

export const attackNames: readonly string[] = [...attacks, ...habits].map(({ look }) => look.name)

/** @param wanted which of them @throws {CheckError} */
export async function* playAttacks(
  site: Site,
  wanted: (name: string) => boolean,
): AsyncGenerator<Row> {
  for (const attack of attacks) if (wanted(attack.look.name)) yield playAttack(site, attack)
  if (habits.some(({ look }) => wanted(look.name))) {
    for (const row of await lookAtHabits(site)) if (wanted(row.name)) yield row
  }
}
