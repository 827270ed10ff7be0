/** The code on a printed page, read as a phone's camera would: the page is drawn by poppler's pdftoppm, the code found in the picture. */
import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import decodeQR from 'qr/decode.js'

/** Dots an inch: of a usual photograph of a page. */
const density = 150

/** @param pdf one page of it is drawn @returns PPM (P6) @throws ENOENT: no pdftoppm here */
async function draw(pdf: Uint8Array, page: number): Promise<Buffer> {
  const only = ['-f', String(page), '-l', String(page)]
  const child = spawn('pdftoppm', ['-r', String(density), ...only, '-'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const started = new Promise<never>((_, reject) => child.once('error', reject))
  child.stdin.on('error', () => undefined) // what it does not read, it has answered without
  child.stdin.end(pdf)
  return Promise.race([buffer(child.stdout), started])
}

/** Width, height and the pixels of a PPM of eight bits a colour. @throws {RangeError} it is none */
function pixelsOf(ppm: Buffer) {
  const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.subarray(0, 64).toString('latin1'))
  if (head === null) throw new RangeError('no PPM')
  const [whole, width, height] = head
  return { width: Number(width), height: Number(height), data: ppm.subarray(whole.length) }
}

/** @param page 1 for the first @returns undefined: there is no pdftoppm here @throws {Error} no code on the page */
export async function printedCode(pdf: Uint8Array, page: number): Promise<string | undefined> {
  const ppm = await draw(pdf, page).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
  return ppm && decodeQR(pixelsOf(ppm))
}
