import { afterEach, expect, test, vi } from 'vitest'
import { openNotice, renewSubscription, takePush } from './push.ts'
import { hiddenHere, readWorkerMessage, shownHere } from './speech.ts'

const origin = 'http://app.kazashi.localhost:8080'
interface Open {
  readonly fragment?: string
  readonly visible?: boolean
  /** It was closed a moment ago, or hangs. */
  readonly silent?: boolean
}

/** A browser with windows of the app in it. */
function browser(
  windows: readonly Open[],
  { scope = '/', endpoint = 'https://push.example/1' } = {},
) {
  const shown: { title: string; tag: string | undefined }[] = []
  const said: string[] = []
  const opened: string[] = []
  const keys: unknown[] = []
  const registration = {
    scope: `${origin}${scope}`,
    showNotification: async (title: string, options?: NotificationOptions) => {
      shown.push({ title, tag: options?.tag })
    },
    pushManager: {
      getSubscription: async () => ({ endpoint }),
      subscribe: async ({ applicationServerKey }: { applicationServerKey: unknown }) => {
        keys.push(applicationServerKey)
        return {}
      },
    },
  }
  const clients = {
    matchAll: async () =>
      windows.map(({ fragment = '', visible = false, silent = false }, index) => ({
        url: `${origin}/${fragment}`,
        visibilityState: visible ? 'visible' : 'hidden',
        focus: async () => said.push(`${index} focus`),
        postMessage: (message: { type: string; open?: string }, [port]: MessagePort[] = []) => {
          said.push(`${index} ${message.type}${message.open ? ` ${message.open}` : ''}`)
          if (!silent) port?.postMessage(visible ? shownHere : hiddenHere)
        },
      })),
    openWindow: async (url: string) => opened.push(url),
  }
  // Stands for the browser: only the parts that the worker uses.
  const worker = { registration, clients } as unknown as Parameters<typeof takePush>[0]
  return { worker, shown, said, opened, keys }
}

afterEach(() => vi.useRealTimers())

const message = JSON.stringify({ id: 'a1', kind: 'ready-to-register', title: 'T', text: 'B' })

test('2-E without a window the system shows the notice under its id', async () => {
  const { worker, shown } = browser([])
  await takePush(worker, message)
  expect(shown).toEqual([{ title: 'T', tag: 'a1' }])
})

test('2-E a hidden window is told, and the system shows the notice', async () => {
  const { worker, shown, said } = browser([{}])
  await takePush(worker, message)
  expect(shown).toHaveLength(1)
  expect(said).toEqual(['0 kazashi-notice'])
})

test('2-E a window that is seen is told instead, but for Safari', async () => {
  const seen = browser([{ visible: true }])
  await takePush(seen.worker, message)
  expect(seen.said).toEqual(['0 kazashi-notice'])
  expect(seen.shown).toEqual([])
  const safari = browser([{ visible: true }], { endpoint: 'https://web.push.apple.com/x' })
  await takePush(safari.worker, message)
  expect(safari.shown).toHaveLength(1)
})

test('2-E a window that is called visible and says nothing is none: the system shows the notice', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const { worker, shown, said } = browser([{ visible: true, silent: true }, {}])
  const taken = takePush(worker, message)
  await vi.advanceTimersByTimeAsync(9_999)
  expect(shown).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  await taken
  expect(said).toEqual(['0 kazashi-notice', '1 kazashi-notice'])
  expect(shown).toEqual([{ title: 'T', tag: 'a1' }])
})

test('5-A1 a push disturbs no other phone of the same browser, and a press opens the phone it is for', async () => {
  const others = [{ fragment: '#phone=iphone&platform=iphone', visible: true }]
  const first = browser(others)
  await takePush(first.worker, message)
  expect(first.said).toEqual([])
  expect(first.shown).toHaveLength(1)
  await openNotice(first.worker, { open: 'register' })
  expect(first.opened).toEqual(['/?open=register'])
  const second = browser([{ visible: true }, ...others], { scope: '/phones/iphone/' })
  await takePush(second.worker, message)
  expect(second.said).toEqual(['1 kazashi-notice'])
  const closed = browser([{ visible: true }], { scope: '/phones/iphone/' })
  await openNotice(closed.worker, { open: 'notices' })
  expect(closed.opened).toEqual(['/?open=notices#phone=iphone'])
})

test('2-E a press goes to the window that is seen, else to any; it is brought to the front', async () => {
  const { worker, said, opened } = browser([{}, { visible: true }])
  await openNotice(worker, { open: 'register' })
  expect(said).toEqual(['1 kazashi-open register', '1 focus'])
  expect(opened).toEqual([])
})

test('5-A1 a subscription that the browser gave up is asked for anew with the same key, and a window tells the authority', async () => {
  const { worker, said, keys } = browser([{}])
  const applicationServerKey = new ArrayBuffer(65)
  const old = { options: { applicationServerKey } } as PushSubscription
  await renewSubscription(worker, old)
  expect(keys).toEqual([applicationServerKey])
  expect(said).toEqual(['0 kazashi-subscription'])
})

test('5-A1 messages of a worker are read strictly', () => {
  expect(readWorkerMessage({ type: 'kazashi-notice', more: 1 })).toEqual({ type: 'kazashi-notice' })
  expect(readWorkerMessage({ type: 'kazashi-open', open: 'revoke' })).toEqual({
    type: 'kazashi-open',
    open: 'notices',
  })
  for (const data of [null, 'kazashi-notice', {}, { type: 'reload' }]) {
    expect(readWorkerMessage(data)).toBeUndefined()
  }
})
