/** Relying parties known from the start: `clients.json` in the gate's data folder, client metadata of RFC 7591 §2. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientMetadata } from 'oidc-provider'
import { z } from 'zod'
import { GateError } from './problems.ts'

/** As the real service has them. */
export const isClientId = (id: string): boolean => /^[0-9a-zA-Z]{1,255}$/.test(id)
const clientId = z.string().refine(isClientId)
const clients = z.array(z.looseObject({ client_id: clientId }))

/** @returns none where there is no file @throws {GateError} CLIENTS_MALFORMED */
export async function readClients(dataFolder: string): Promise<ClientMetadata[]> {
  const path = join(dataFolder, 'clients.json')
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  try {
    return clients.parse(JSON.parse(text))
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : 'no JSON'
    throw new GateError('CLIENTS_MALFORMED', { detail, cause })
  }
}
