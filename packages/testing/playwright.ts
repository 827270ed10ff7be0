/** For tests of Playwright: one Kazashi a worker, and a robot phone that answers the login which a page of the gate shows. */
import { z } from 'zod'
import { type KazashiFixture, useKazashi } from './fixture.ts'
import type { Kazashi } from './start.ts'

/** Milliseconds: on a busy machine it starts late. */
const patience = 120_000

// Of @playwright/test nothing is imported: it must be the one that runs the test.
/** `const test = base.extend<object, { kazashi: Kazashi }>(kazashiFixture)` */
export const kazashiFixture: {
  kazashi: KazashiFixture<{ scope: 'worker'; timeout: number }>
} = {
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures this one needs
  kazashi: [({}, use) => useKazashi(use), { scope: 'worker', timeout: patience }],
}

/** Of a Playwright page, the part that is used here. */
interface Page {
  waitForResponse(
    matches: (response: { url(): string; request(): { method(): string } }) => boolean,
  ): Promise<{ json(): Promise<unknown> }>
}

const waiting = z.object({ appUrl: z.url(), code: z.string() })

/**
 * The robot `name` reads the QR code and types the number as soon as the page shows them: called before the press that leads there,
 * awaited after it. The page then goes on by itself.
 * @throws {TestingError} KAZASHI_REFUSED
 */
export async function answerLogin(page: Page, kazashi: Kazashi, name: string): Promise<void> {
  const gate = kazashi.origins['gate']
  const answer = await page.waitForResponse(
    (response) =>
      response.request().method() === 'POST' &&
      new URL(response.url()).origin === gate &&
      response.url().endsWith('/request'),
  )
  const { appUrl, code } = waiting.parse(await answer.json())
  await kazashi.phones.login(name, { request: appUrl, code })
}
