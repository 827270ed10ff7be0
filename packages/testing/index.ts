/** What a relying party's tests need: a Kazashi of their own, robot phones that log in, and what befalls them. */
export { type Browser, type BrowserOptions, newBrowser, type Visit } from './browser.ts'
export type { Card, Cards, CounterOrder } from './cards.ts'
export type { ClientKey, ClientMetadata, RegisteredClient } from './clients.ts'
export type { Clock } from './clock.ts'
export { TestingError } from './errors.ts'
export type { NewPhone, Phones, RobotPhone, WaitingLogin } from './phones.ts'
export { type Kazashi, type StartOptions, startKazashi } from './start.ts'
