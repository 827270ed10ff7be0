/**
 * Debian's Firefox as a person has it, by WebDriver BiDi (W3C), which Playwright does not speak with it. Puppeteer's own settings
 * accept every cookie; here stand the browser's (Total Cookie Protection).
 */
import { type Browser, launch } from 'puppeteer-core'

/** A new profile, which goes with it. `createBrowserContext()` is a private window. */
export const openFirefox = (): Promise<Browser> =>
  launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'intl.accept_languages': 'ja-JP',
      'browser.contentblocking.features.standard':
        '-tp,tpPrivate,cookieBehavior5,cookieBehaviorPBM5',
      'network.cookie.cookieBehavior': 5,
      'network.cookie.cookieBehavior.pbmode': 5,
    },
  })
