/** 1-B①: the number on the screen that is to be logged in, typed on the phone that was asked. */
import type { Hands } from './hands.ts'

export async function enterCode(
  { type, press }: Pick<Hands<never>, 'type' | 'press'>,
  code: string,
): Promise<void> {
  await type('確認番号', code)
  await press('次へ')
}
