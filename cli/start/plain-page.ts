/** The look of pages that are there before any party is: no build, both languages, readable at any size. */

export const stylesheet = `:root { color-scheme: light dark; font-family: 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif; line-height: 1.7 }
body { margin: 0; background: Canvas; color: CanvasText }
main { box-sizing: border-box; max-width: 34rem; margin: 0 auto; padding: 8vh 16px 24px; font-size: 1.0625rem }
h1 { font-size: 1.75rem; line-height: 1.4; margin: 0 0 .5em }
[lang=en] { display: block; opacity: .8 }
.banner { margin: 0; padding: 2px 8px; background: #1a1a1a; color: #fff; text-align: center; font-size: .75rem }
.fault { border: 2px solid #c00; border-radius: 12px; padding: 12px 16px; font-weight: 700 }
label { display: block; font-weight: 700; margin-top: 1.5em }
a { box-sizing: border-box; display: block; padding: 12px 16px; border: 2px solid currentColor; border-radius: 8px; color: inherit; font-weight: 700; text-align: center; text-decoration: none }
input { box-sizing: border-box; width: 100%; min-height: 56px; padding: 0 16px; border: 2px solid GrayText; border-radius: 8px; font: inherit; font-size: 1.5rem }
button { width: 100%; min-height: 56px; margin-top: 1.5em; border: 0; border-radius: 8px; background: #0017c1; color: #fff; font: inherit; font-weight: 700 }
:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d }
`

/** Everything from the page's own origin, nothing inline. @param more directives beside those of every plain page */
export const plainHeaders = (more = ''): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'self'; ${more}base-uri 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
})

export const sandboxBanner =
  '<p class="banner" role="note">練習用（SANDBOX）本物の手続きではありません</p>'

/** @param head of the document, after its title @param main with its heading */
export const plainPage = (title: string, head: string, main: string): string => `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} - かざし</title>
${head}
${main}
</html>
`
