/** The headings that show a procedure of the course to be complete, in the two languages of the app. */

export const headings: Readonly<Record<string, readonly string[]>> = {
  '2-D applied': ['申請が完了しました', 'Application complete'],
  '2-E registered': ['登録が完了しました', 'Registration complete'],
  '2-F revoked': ['失効完了', 'Revoked'],
  '3-D added': ['追加の手続きが終わりました', 'Your card is being added'],
  '3-E 3-F deleted': ['削除完了', 'Deleted'],
  'reset secret': ['設定し直しました', 'Reset complete'],
  '1-B① logged in': ['ログインしました', 'You are logged in'],
}

const byHeading = new Map(
  Object.entries(headings).flatMap(([procedure, words]) =>
    words.map((heading) => [heading, procedure] as const),
  ),
)

/** @returns the procedure that a screen with this heading ends */
export const completed = (heading: string): string | undefined => byHeading.get(heading)

export const procedures: readonly string[] = Object.keys(headings)
