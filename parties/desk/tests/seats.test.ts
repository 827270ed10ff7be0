/** Learners on one server: each browser has a seat of its own, and finds it again. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { openQuickly, overflow, picture } from './browser.ts'
import { sitDown } from './person.ts'

let sandbox: Sandbox
let desk: string
let shell: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  shell = await openHeadlessShell()
  desk = sandbox.origin('desk')
})
afterAll(async () => {
  await shell?.close()
  await sandbox?.stop()
})

test('2-A two browsers have two people with their own papers; a page that is loaded again has person, phone and log as before', async () => {
  const [one, other] = [await openQuickly(shell), await openQuickly(shell)]
  try {
    const [mine, theirs] = [await sitDown(one.page, desk), await sitDown(other.page, desk)]
    const people = (page: typeof one.page) =>
      page.getByRole('group', { name: '人' }).getByRole('radio')
    expect(await people(one.page).count()).toBe(1)
    expect(await mine.secret(1)).not.toBe(await theirs.secret(1))

    await one.page.getByRole('button', { name: '別の人を増やす' }).click()
    await expect.poll(() => people(one.page).count()).toBe(2)
    const chosen = await mine.secret(1)
    await one.page.getByText('iPhone', { exact: true }).click()
    await one.page.getByRole('button', { name: 'カードをスマホにかざす' }).click()
    await one.page.getByText('カードがスマホに当たりました').waitFor()
    await one.page.reload()
    await one.page.getByRole('button', { name: 'カードを離す' }).waitFor()
    await one.page.getByText('カードがスマホに当たりました').waitFor()
    expect(await mine.secret(1)).toBe(chosen)
    expect(await people(one.page).nth(1).isChecked()).toBe(true)
    expect(await one.page.getByRole('radio', { name: 'iPhone' }).isChecked()).toBe(true)
    expect(await people(other.page).count()).toBe(1)
    expect([...one.complaints, ...other.complaints]).toEqual([])
  } finally {
    await Promise.all([one.close(), other.close()])
  }
})

test('2-A two windows that a new browser opens at the very same time have one person between them', async () => {
  const browser = await openQuickly(shell)
  try {
    const second = await browser.page.context().newPage()
    const pages = [browser.page, second]
    // Both hear of an empty seat before either goes on.
    const both = Promise.withResolvers<void>()
    let heard = 0
    for (const page of pages) {
      let first = true
      await page.route(/\/cards$/, async (route) => {
        if (!first || route.request().method() !== 'GET') return route.continue()
        first = false
        heard += 1
        if (heard === pages.length) both.resolve()
        await both.promise
        return route.fulfill({
          json: [],
          headers: {
            'access-control-allow-origin': desk,
            'access-control-allow-credentials': 'true',
          },
        })
      })
    }
    await Promise.all(pages.map((page) => page.goto(`${desk}/#pace=at-once`)))
    const papers: (string | null)[] = []
    for (const page of pages) {
      const paper = page.getByRole('listitem').filter({ hasText: '①' }).locator('b').first()
      papers.push(await paper.textContent())
      expect(await page.getByRole('group', { name: '人' }).getByRole('radio').count()).toBe(1)
    }
    expect(papers[1]).toBe(papers[0])
    await second.reload()
    await second.getByTestId('card').waitFor()
    expect(await second.getByRole('group', { name: '人' }).getByRole('radio').count()).toBe(1)
    expect(browser.complaints).toEqual([])
  } finally {
    await browser.close()
  }
})

test('2-A seven windows of one desk all see the card, and each can still do something: a browser has six connections to the box', async () => {
  const browser = await openQuickly(shell)
  try {
    await sitDown(browser.page, desk)
    const context = browser.page.context()
    const others: Page[] = []
    while (others.length < 6) {
      const page = await context.newPage()
      await page.goto(`${desk}/#pace=at-once`)
      await page.getByTestId('card').waitFor()
      others.push(page)
    }
    const [last] = others.slice(-1)
    await browser.page.getByRole('button', { name: 'カードをスマホにかざす' }).click()
    await browser.page.getByRole('button', { name: 'カードを離す' }).waitFor()
    // One without a stream of its own looks now and then.
    await last?.getByText('カードがスマホに当たりました').waitFor()
    await browser.page.getByRole('button', { name: 'カードを離す' }).click()
    await last?.getByText('カードが離れました').waitFor()
    await last?.getByRole('button', { name: '別の人を増やす' }).click()
    const people = last?.getByRole('group', { name: '人' }).getByRole('radio')
    await expect.poll(() => people?.count()).toBe(2)
    expect(browser.complaints).toEqual([])
  } finally {
    await browser.close()
  }
})

test('2-C⑦ two windows of one seat cannot hold one card at once: the second is told where it is', async () => {
  const browser = await openQuickly(shell)
  try {
    await sitDown(browser.page, desk)
    const second = await browser.page.context().newPage()
    await second.route(/\/log\?/, (route) => route.abort()) // it does not hear of the first
    await second.goto(`${desk}/#pace=at-once`)
    const hold = { name: 'カードをスマホにかざす' }
    await second.getByRole('button', hold).waitFor()
    await browser.page.getByRole('button', hold).click()
    await browser.page.getByRole('button', { name: 'カードを離す' }).waitFor()
    await second.getByRole('button', hold).click()
    await second.getByRole('alert').getByText('別のスマホか別の画面で当てています').waitFor()
    // The words push nothing out of the window.
    await expect.poll(() => overflow(second)).toBeLessThanOrEqual(0)
    await picture(second, '47-held-elsewhere')
    await browser.page.getByRole('button', { name: 'カードを離す' }).click()
    await browser.page.getByRole('button', hold).waitFor()
    await second.getByRole('button', hold).click()
    await second.getByRole('button', { name: 'カードを離す' }).waitFor()
  } finally {
    await browser.close()
  }
})

test('2-A everything over in one window is so in the other; a server that was started anew is met again without a word lost', async () => {
  const browser = await openQuickly(shell)
  try {
    const first = browser.page
    await first.goto(`${desk}/#pace=at-once`)
    const paper = (page: Page) => page.getByRole('listitem').filter({ hasText: '①' }).textContent()
    const hold = { name: 'カードをスマホにかざす' }
    await first.getByRole('button', hold).waitFor()
    const before = await paper(first)
    const second = await first.context().newPage()
    await second.goto(`${desk}/#pace=at-once`)
    await second.getByRole('button', hold).waitFor()
    expect(await paper(second)).toBe(before)
    await second.locator('summary').filter({ hasText: 'はじめから' }).click()
    await second.getByRole('button', { name: '全部はじめから' }).click()
    await second.getByRole('button', { name: 'はい' }).click()
    await expect.poll(() => paper(first)).not.toBe(before)
    await expect
      .poll(async () => {
        const [one, other] = [await paper(first), await paper(second)]
        return one === other
      })
      .toBe(true)

    // The box has forgotten its readers.
    await first.getByRole('button', hold).waitFor()
    await first.route(/\/readers\/[^/]+\/card$/, (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({
            status: 404,
            contentType: 'application/problem+json',
            headers: {
              'access-control-allow-origin': desk,
              'access-control-allow-credentials': 'true',
            },
            json: { code: 'READER_UNKNOWN', title: '-', next: '-' },
          })
        : route.continue(),
    )
    const person = await paper(first)
    const opened = first.waitForEvent('load')
    await first.getByRole('button', hold).click()
    await opened
    await first.unrouteAll()
    await first.getByRole('button', hold).click()
    await first.getByRole('button', { name: 'カードを離す' }).waitFor()
    expect(await paper(first)).toBe(person)
  } finally {
    await browser.close()
  }
})
