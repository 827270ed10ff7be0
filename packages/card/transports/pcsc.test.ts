import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Runs in a process of its own: the PC/SC library looks for its service once. */
function inProcess(expression: string): unknown {
  const script = `
    const pcsc = await import(${JSON.stringify(new URL('./pcsc.ts', import.meta.url).href)})
    const answer = await pcsc.${expression}.catch(({ code, next }) => ({ code, next }))
    console.log(JSON.stringify(answer))`
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, PCSCLITE_CSOCK_NAME: '/nowhere/pcscd.comm' },
    encoding: 'utf8',
  })
  return JSON.parse(output)
}

test('PC/SC part 5 §3.2.5 without a service there is a typed error', (ctx) => {
  if (process.platform !== 'linux') return ctx.skip('only pcscd can be kept away from a process')
  for (const call of ['listReaders()', 'connectPcsc("any")']) {
    expect(inProcess(call)).toEqual({ code: 'READER_UNAVAILABLE', next: 'choose-reader' })
  }
})
