/** A line of the diagram as something to run: for a shell, or as a test. What is secret, or somebody's, is a variable. Pure. */
import type { Apdu } from './apdu.ts'
import type { RequestSeen } from './seen.ts'

/** For `sh` (POSIX.1-2024 §2.2.2): whatever it is, it stays one word and means nothing. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** A name that a shell and JavaScript take. */
const variable = (name: string): string => {
  const letters = name.replaceAll(/[^A-Za-z0-9]+/g, '_').toUpperCase()
  return /^[A-Z]/.test(letters) ? letters : `V_${letters}`
}

/** Cut at its placeholders: `{id}`. */
const pieces = (text: string): readonly { readonly text: string; readonly isPlace: boolean }[] =>
  text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isPlace: /^\{\w+\}$/.test(piece) }))

/** One word of a shell, with variables in place of placeholders. */
const word = (text: string): string =>
  pieces(text)
    .map((piece) =>
      piece.isPlace ? `"$${variable(piece.text.slice(1, -1))}"` : quoted(piece.text),
    )
    .join('')

/** An expression of JavaScript. */
const expression = (text: string): string =>
  pieces(text)
    .map((piece) =>
      piece.isPlace
        ? `(process.env[${JSON.stringify(variable(piece.text.slice(1, -1)))}] ?? '')`
        : JSON.stringify(piece.text),
    )
    .join(' + ')

/** Headers without which the request means something else; values that prove somebody are placeholders. */
function headersOf({
  proofs,
  sent,
}: RequestSeen): readonly (readonly [name: string, value: string])[] {
  const scheme = proofs.find((proof) => /^(?:DPoP|Bearer|Basic)$/i.test(proof))
  return [
    ['accept', 'application/json'],
    ...(sent.type === undefined ? [] : [['content-type', sent.type] as const]),
    ...(scheme === undefined ? [] : [['authorization', `${scheme} {token}`] as const]),
    ...(proofs.includes('dpop') ? [['dpop', '{dpop}'] as const] : []),
    ...(proofs.includes('cookie') ? [['cookie', '{cookie}'] as const] : []),
    ...(proofs.includes('idempotency-key')
      ? [['idempotency-key', '{idempotency_key}'] as const]
      : []),
  ]
}

/** As it was sent, with `•••` for what is not shown; of bytes a file's name. */
function bodyOf({
  sent,
}: RequestSeen): { readonly text: string } | { readonly file: string } | undefined {
  if (sent.bytes === 0) return undefined
  return sent.shown === undefined ? { file: 'body.bin' } : { text: JSON.stringify(sent.shown) }
}

export function curlOf(request: RequestSeen): string {
  const body = bodyOf(request)
  const parts = [
    `curl --silent --show-error --include --request ${word(request.method)}`,
    ...headersOf(request).map(([name, value]) => `--header ${word(`${name}: ${value}`)}`),
    ...(body === undefined
      ? []
      : [`--data-binary ${'text' in body ? quoted(body.text) : quoted(`@${body.file}`)}`]),
    word(request.address),
  ]
  return parts.join(' \\\n  ')
}

/** A whole file for vitest. */
export function fetchTestOf(request: RequestSeen): string {
  const body = bodyOf(request)
  const title = `${request.method} ${request.route} answers ${request.status}`
  return [
    "import { readFileSync } from 'node:fs'",
    "import { expect, test } from 'vitest'",
    '',
    `test(${JSON.stringify(title)}, async () => {`,
    `  const answer = await fetch(${expression(request.address)}, {`,
    `    method: ${JSON.stringify(request.method)},`,
    '    headers: {',
    ...headersOf(request).map(
      ([name, value]) => `      ${JSON.stringify(name)}: ${expression(value)},`,
    ),
    '    },',
    ...(body === undefined
      ? []
      : 'text' in body
        ? [`    body: ${JSON.stringify(body.text)},`]
        : [`    body: readFileSync(${JSON.stringify(body.file)}),`]),
    '  })',
    `  expect(answer.status).toBe(${request.status})`,
    '})',
    '',
  ]
    .slice(body !== undefined && 'file' in body ? 0 : 1)
    .join('\n')
}

/** A command in hex, cut where its secret begins: that is to be given as hex. */
function hexOf(command: string): { readonly open: string; readonly secret: boolean } {
  const at = command.indexOf('*')
  return { open: at < 0 ? command : command.slice(0, at), secret: at >= 0 }
}

/** OpenSC's own program, at whatever PC/SC reader the card lies. */
export function openscToolOf(apdus: readonly Apdu[]): string {
  const sends = apdus.map(({ command }) => {
    const { open, secret } = hexOf(command)
    return `--send-apdu ${open}${secret ? '"$SECRET_HEX"' : ''}`
  })
  return ['opensc-tool --card-driver default', ...sends].join(' \\\n  ')
}

/** For a `CardTransport` of `@kazashi/card`: a virtual card's, or a reader's. */
export function transmitTestOf(apdus: readonly Apdu[]): string {
  const [first] = apdus
  const lines = apdus.flatMap(({ command, status }) => {
    const { open, secret } = hexOf(command)
    const hex = secret
      ? `${JSON.stringify(open)} + (process.env['SECRET_HEX'] ?? '')`
      : JSON.stringify(open)
    return [`  expect(await send(${hex})).toBe(${JSON.stringify(status.toLowerCase())})`]
  })
  return [
    "import { expect, test } from 'vitest'",
    "import { transport } from './transport.ts' // a CardTransport of @kazashi/card",
    '',
    '/** Hex in, SW1 SW2 out (ISO 7816-4 §5.1.3). */',
    'const send = async (hex: string) =>',
    "  Buffer.from(await transport.transmit(Buffer.from(hex, 'hex'))).subarray(-2).toString('hex')",
    '',
    `test(${JSON.stringify(`the card answers ${first?.status ?? ''}`)}, async () => {`,
    ...lines,
    '})',
    '',
  ].join('\n')
}
