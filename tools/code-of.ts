/**
 * The outcome of a step in a test: the code of a refusal of ours. Anything else that is thrown (a failing `expect`, a fault of
 * Node, a bug) is rethrown, so no assertion can get lost in here. A promise, or a function with or without one, is a step.
 */
import { AssertionError } from 'node:assert'

/** An error of ours: it has a code of capitals, e.g. SECRET_WRONG. */
export interface Refusal extends Error {
  readonly code: string
}

type AsyncStep<T> = Promise<T> | (() => Promise<T>)

const ours = /^[A-Z]+(?:_[A-Z0-9]+)*$/
/** ERR_ASSERTION, FST_ERR_VALIDATION, UND_ERR_SOCKET, ABORT_ERR: codes of Node and of libraries. */
const theirs = /(?:^|_)ERR(?:_|$)/

/** Is this an error of ours with a code? An AssertionError is none, nor an error of the system such as ENOENT. */
export function isRefusal(thrown: unknown): thrown is Refusal {
  if (!(thrown instanceof Error) || !('code' in thrown) || 'syscall' in thrown) return false
  if (thrown.name === 'AssertionError' || typeof thrown.code !== 'string') return false
  return ours.test(thrown.code) && !theirs.test(thrown.code)
}

function walk<T, A>(
  step: AsyncStep<T> | (() => T),
  done: (value: T) => A,
  refused: (refusal: Refusal) => A,
): A | Promise<A> {
  const failed = (thrown: unknown): A => {
    if (isRefusal(thrown)) return refused(thrown)
    throw thrown
  }
  let value: T | Promise<T>
  try {
    value = typeof step === 'function' ? step() : step
  } catch (thrown) {
    return failed(thrown)
  }
  return value instanceof Promise ? value.then(done, failed) : done(value)
}

/**
 * The code of the refusal.
 * @throws {AssertionError} when nothing was thrown; any error that is no refusal of ours, unchanged
 */
export function codeOf(step: AsyncStep<unknown>): Promise<string>
export function codeOf(step: () => unknown): string
export function codeOf(step: AsyncStep<unknown> | (() => unknown)): string | Promise<string> {
  const nothing = (): never => {
    const message = 'a refusal was expected, but nothing was thrown'
    throw new AssertionError({ message, stackStartFn: codeOf })
  }
  return walk(step, nothing, ({ code }) => code)
}

/** The code of the refusal, or 'accepted' when nothing was thrown. @throws any error that is no refusal of ours */
export function verdictOf(step: AsyncStep<unknown>): Promise<string>
export function verdictOf(step: () => unknown): string
export function verdictOf(step: AsyncStep<unknown> | (() => unknown)): string | Promise<string> {
  return walk(
    step,
    () => 'accepted',
    ({ code }) => code,
  )
}

/** The result, or the refusal itself. @throws any error that is no refusal of ours */
export function outcomeOf<T>(step: AsyncStep<T>): Promise<T | Refusal>
export function outcomeOf<T>(step: () => T): T | Refusal
export function outcomeOf<T>(step: AsyncStep<T> | (() => T)): T | Refusal | Promise<T | Refusal> {
  return walk<T, T | Refusal>(
    step,
    (value) => value,
    (refusal) => refusal,
  )
}
