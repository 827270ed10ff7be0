/** The page that asks for the class's password: no script, both languages, readable at any size. */
import { plainPage, sandboxBanner } from '../plain-page.ts'
import { type ClassCode, classProblems } from './problems.ts'

const fault = (code: ClassCode): string => {
  const { title, next } = classProblems[code]
  return `<p class="fault" role="alert">✕ ${title.ja}。${next.ja}。<span lang="en">${title.en}. ${next.en}.</span></p>`
}

/** @param code of what was refused just now */
export const doorPage = (code?: ClassCode): string =>
  plainPage(
    '授業のパスワード',
    '<link rel="stylesheet" href="/class.css">',
    `${sandboxBanner}
<main>
<h1>授業のパスワードを入れてください <span lang="en">Enter the password of your class</span></h1>
${code === undefined ? '' : fault(code)}
<form method="post" action="/class">
<label for="password">パスワード <span lang="en">Password</span></label>
<input id="password" name="password" type="password" required autofocus autocomplete="current-password">
<button>はいる <span lang="en">Enter</span></button>
</form>
</main>`,
  )
