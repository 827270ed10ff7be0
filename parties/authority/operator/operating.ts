/** What an authority for real residents must not have from a sandbox: its trust anchors, and tokens that it has told to anybody who asked. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorClass } from '@kazashi/errors'
import { parseCertificate } from '@kazashi/pki'
import type { RoleTokens } from '../callers.ts'
import { authoritiesOnRecord } from '../database/certificate-authorities.ts'
import type { Database } from '../database/connection.ts'
import { iacasOnRecord } from '../database/document-signers.ts'
import { isOfSandbox } from './sandbox-names.ts'

/** Reasons why the authority does not start; shown to the operator, never to a caller. */
const operatingErrors = {
  SANDBOX_ANCHORS: {
    clause: 'RFC 5280 §6.1.1 (d)',
    next: 'use a database and a data folder that no sandbox has used, and name the organization of your CAs in KAZASHI_ORGANIZATION',
  },
  TOKENS_PUBLISHED: {
    clause: 'RFC 6750 §5.2',
    next: 'remove the folder tokens from the data folder, or give other tokens in the environment',
  },
} as const
class OperatingError extends errorClass('OperatingError', operatingErrors) {}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const listIn = (dataFolder: string): string => join(dataFolder, 'tokens/published')

async function published(dataFolder: string): Promise<string[]> {
  try {
    return (await readFile(listIn(dataFolder), 'utf8')).split('\n')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Before a sandbox tells its tokens: from now on they are nobody's secret. Only their digests are kept. */
export async function notePublished(dataFolder: string, tokens: RoleTokens): Promise<void> {
  const known = await published(dataFolder)
  const told = Object.values(tokens).map(digestOf)
  if (told.every((one) => known.includes(one))) return
  const all = new Set([...known, ...told].filter((line) => line !== ''))
  await writeFile(listIn(dataFolder), `${[...all].join('\n')}\n`, { mode: 0o600 })
}

/** @throws {OperatingError} TOKENS_PUBLISHED: a sandbox has told one of them */
export async function checkTokens(dataFolder: string, tokens: RoleTokens): Promise<void> {
  const known = await published(dataFolder)
  const roles = Object.entries(tokens).filter(([, token]) => known.includes(digestOf(token)))
  if (roles.length > 0) {
    throw new OperatingError('TOKENS_PUBLISHED', roles.map(([role]) => role).join(', '))
  }
}

/**
 * @param organization of the CAs that would be made
 * @throws {OperatingError} SANDBOX_ANCHORS: those there are, or would be, are a sandbox's
 */
export async function checkAnchors(db: Database, organization: string): Promise<void> {
  if (isOfSandbox(organization)) throw new OperatingError('SANDBOX_ANCHORS', organization)
  const records = [...(await authoritiesOnRecord(db)), ...(await iacasOnRecord(db))]
  for (const { certificate } of records) {
    const name = parseCertificate(certificate).subject.text
    if (isOfSandbox(name)) throw new OperatingError('SANDBOX_ANCHORS', name)
  }
}
