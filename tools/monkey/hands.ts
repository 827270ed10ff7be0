/** Carries out the chosen action on a phone, its card and the sandbox around it. */
import { z } from 'zod'
import type { PhoneInHand } from '../running-app/phone-in-hand.ts'
import type { Card, Sandbox } from '../running-app/sandbox.ts'
import { ask } from './ask.ts'
import type { Action, Surroundings } from './choose.ts'
import { entryFor, phoneSecrets } from './entries.ts'
import type { Random } from './random.ts'
import { touchable, words } from './view.ts'
import { press } from './way-out.ts'

const clock = z.object({ offsetSeconds: z.number() })

/** The sandbox's clock, which both phones share. */
export interface SandboxTime {
  readonly ahead: () => number
  readonly move: (seconds: number) => Promise<void>
}

export async function sandboxTime(sandbox: Sandbox): Promise<SandboxTime> {
  const url = `${sandbox.origin('authority')}/sandbox/clock`
  const { offsetSeconds: first } = clock.parse(await ask(url, 'GET'))
  let ahead = 0
  return {
    ahead: () => ahead,
    move: async (seconds) => {
      ahead += seconds
      await ask(url, 'PUT', { offsetSeconds: first + ahead })
    },
  }
}

export interface Hands {
  readonly around: () => Promise<Surroundings>
  /** Fields that have something in them. */
  readonly filled: Set<string>
  readonly card: () => Card
  /** Everything that must not be found in the browser. */
  readonly secrets: () => Readonly<Record<string, string>>
  /** The phone's own secret, or that of its card, was typed since this was last asked. */
  readonly typedRight: () => boolean
  readonly act: (action: Action, random: Random) => Promise<void>
}

export function hands(options: {
  readonly phone: PhoneInHand
  readonly sandbox: Sandbox
  readonly time: SandboxTime
  readonly own: Card
  readonly other: () => Card
  /** A card that is new in these hands. */
  readonly onNewCard: (card: Card) => void
}): Hands {
  const { phone, sandbox, time, other, onNewCard } = options
  const { page } = phone
  let { own } = options
  const everOwn = [own]
  let online = true
  let held: Surroundings['held'] = 'none'
  let typedRight = false
  let loginCode = '00'
  const filled = new Set<string>()
  const start = page.url()
  const { hash } = new URL(start)

  const field = (index: number) => page.locator(touchable).nth(index)

  const act = async (action: Action, random: Random): Promise<void> => {
    switch (action.type) {
      case 'press':
        return press(page, action.control)
      case 'tick':
        return field(action.control.index).setChecked(action.control.checked !== true, {
          force: true,
          timeout: 3000,
        })
      case 'fill': {
        const { index, field: name = '', digits = false } = action.control
        const { entry } = action
        if (entry === 'right') typedRight = true
        filled.add(name)
        const slip = { ...own.slip, loginCode }
        const text = entryFor(random, { field: name, digits, entry }, slip)
        return field(index).fill(text, { timeout: 3000 })
      }
      case 'enter-key':
        return field(action.control.index).press('Enter', { timeout: 3000 })
      case 'back': {
        await page.goBack({ waitUntil: 'commit', timeout: 3000 })
        // Out of the app: it is opened anew, as from the home screen of the phone.
        if (!page.url().startsWith('http')) await page.goto(start)
        return undefined
      }
      case 'reload':
        filled.clear()
        await page.reload()
        return undefined
      case 'offline':
      case 'online':
        online = action.type === 'online'
        return page.context().setOffline(!online)
      case 'clock':
        return time.move(action.seconds)
      case 'hold':
        held = action.card
        return sandbox.hold(phone.reader, action.card === 'own' ? own : other())
      case 'take-away':
        held = 'none'
        return phone.takeAway()
      case 'new-card':
        own = await sandbox.newCard()
        everOwn.push(own)
        onNewCard(own)
        return undefined
      case 'suspend':
        // Nobody is found under that name, or has a phone: nothing is suspended then.
        return sandbox.suspendPhoneOf(own).catch(() => undefined)
      case 'ask-login': {
        const asked = await sandbox.askLogin()
        loginCode = asked.code
        await page.goto(`${asked.appUrl}${hash}`)
        return undefined
      }
      case 'second-window': {
        const second = await page.context().newPage()
        await second.goto(start)
        const here = second.getByRole('button', { name: words.here })
        await here.click({ timeout: 5000 }).catch(() => undefined)
        await second.close()
        return undefined
      }
    }
  }

  return {
    around: async () => {
      const worker = await page
        .evaluate(() => Boolean(navigator.serviceWorker?.controller))
        .catch(() => false)
      return { online, held, opensOffline: worker, clockSeconds: time.ahead() }
    },
    filled,
    card: () => own,
    secrets: () => ({
      'password of the phone': phoneSecrets.password,
      'PIN of the phone': phoneSecrets.pin,
      ...Object.fromEntries(
        everOwn.flatMap(({ slip }, index) => [
          [`password of card ${index + 1}`, slip.signingPassword],
        ]),
      ),
    }),
    typedRight: () => {
      const was = typedRight
      typedRight = false
      return was
    },
    act,
  }
}
