/** Files of a scenario for other programs to read: PEM (RFC 7468), CMS in DER, APDUs in hex. */
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { maskCommand } from '@kazashi/box'
import type { Carrier } from '@kazashi/lifecycle'
import { hex } from '@kazashi/octets'
import { toPem } from '@kazashi/pki'
import { makeFolder } from '../make-folder.ts'

export interface KeptFiles {
  certificate(name: string, der: Uint8Array): Promise<void>
  crl(name: string, der: Uint8Array): Promise<void>
  cms(name: string, der: Uint8Array): Promise<void>
  /** Secrets are masked here, before anything is kept. */
  exchange(of: Carrier, command: Uint8Array, response: Uint8Array): void
  json(name: string, value: unknown): Promise<void>
  /** A document with its ending in the name. */
  document(name: string, bytes: Uint8Array): Promise<void>
  /** Writes the log of APDUs. */
  finish(): Promise<void>
  /** Of all files so far. */
  readonly paths: readonly string[]
}

const upperHex = (bytes: Uint8Array): string => hex.encode(bytes).toUpperCase()

/** @param folder made if need be; undefined: nothing is kept */
export async function keepFiles(folder: string | undefined): Promise<KeptFiles> {
  const files: string[] = []
  const lines: string[] = []
  if (folder !== undefined) makeFolder(folder)
  const write = async (name: string, data: string | Uint8Array): Promise<void> => {
    if (folder === undefined) return
    const path = join(resolve(folder), name)
    await writeFile(path, data)
    files.push(path)
  }
  return {
    certificate: (name, der) => write(`${name}.pem`, toPem('CERTIFICATE', der)),
    crl: (name, der) => write(`${name}.crl.pem`, toPem('X509 CRL', der)),
    cms: (name, der) => write(`${name}.p7m`, der),
    exchange(of, command, response) {
      lines.push(`${of} > ${maskCommand(command)}`, `${of} < ${upperHex(response)}`)
    },
    json: (name, value) => write(`${name}.json`, `${JSON.stringify(value, undefined, 2)}\n`),
    document: (name, bytes) => write(name, bytes),
    async finish() {
      await write('apdu.log', lines.map((line) => `${line}\n`).join(''))
    },
    paths: files,
  }
}
