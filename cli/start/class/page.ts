/** The page that asks for the class's password: no script, both languages, readable at any size. */
import { type ClassCode, classProblems } from './problems.ts'

export const stylesheet = `:root { color-scheme: light dark; font-family: 'Noto Sans JP', 'Noto Sans CJK JP', sans-serif; line-height: 1.7 }
body { margin: 0; background: Canvas; color: CanvasText }
main { box-sizing: border-box; max-width: 34rem; margin: 0 auto; padding: 8vh 16px 24px; font-size: 1.0625rem }
h1 { font-size: 1.75rem; line-height: 1.4; margin: 0 0 .5em }
[lang=en] { display: block; opacity: .8 }
.banner { margin: 0; padding: 2px 8px; background: #1a1a1a; color: #fff; text-align: center; font-size: .75rem }
.fault { border: 2px solid #c00; border-radius: 12px; padding: 12px 16px; font-weight: 700 }
label { display: block; font-weight: 700; margin-top: 1.5em }
input { box-sizing: border-box; width: 100%; min-height: 56px; padding: 0 16px; border: 2px solid GrayText; border-radius: 8px; font: inherit; font-size: 1.5rem }
button { width: 100%; min-height: 56px; margin-top: 1.5em; border: 0; border-radius: 8px; background: #0017c1; color: #fff; font: inherit; font-weight: 700 }
:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d }
`

const fault = (code: ClassCode): string => {
  const { title, next } = classProblems[code]
  return `<p class="fault" role="alert">✕ ${title.ja}。${next.ja}。<span lang="en">${title.en}. ${next.en}.</span></p>`
}

/** @param code of what was refused just now */
export const doorPage = (code?: ClassCode): string => `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>授業のパスワード - かざし</title>
<link rel="stylesheet" href="/class.css">
<p class="banner" role="note">練習用（SANDBOX）本物の手続きではありません</p>
<main>
<h1>授業のパスワードを入れてください <span lang="en">Enter the password of your class</span></h1>
${code === undefined ? '' : fault(code)}
<form method="post" action="/class">
<label for="password">パスワード <span lang="en">Password</span></label>
<input id="password" name="password" type="password" required autofocus autocomplete="current-password">
<button>はいる <span lang="en">Enter</span></button>
</form>
</main>
</html>
`
