/** The operator's own secrets in the data folder, readable by nobody else: the operator key, and the key store's passphrase. */
import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sealing } from '@kazashi/database'
import { secretFile } from '@kazashi/database'
import { errorClass } from '@kazashi/errors'
import { hex } from '@kazashi/octets'
import { z } from 'zod'
import type { Database } from '../database/connection.ts'
import { readSetting, writeSetting } from '../database/settings.ts'

/** Reasons why the authority does not start; shown to the operator, never to a caller. */
const operatorErrors = {
  OPERATOR_KEY_MALFORMED: {
    clause: 'docs/architecture.md, data folder',
    next: 'restore operator.key from a backup',
  },
  OPERATOR_KEY_WRONG: {
    clause: 'docs/architecture.md, data folder',
    next: 'use the data folder and the database that belong together',
  },
  CA_KEY_WRONG: {
    clause: 'RFC 5280 §4.1.2.7',
    next: 'use the data folder and the database that belong together',
  },
  VAPID_KEY_MALFORMED: {
    clause: 'RFC 8292 §2',
    next: 'restore the VAPID key from a backup',
  },
} as const

export class OperatorError extends errorClass('OperatorError', operatorErrors) {}

export interface OperatorKeys {
  /** 32 bytes: everything sealed and every serial depends on it. */
  readonly operatorKey: Uint8Array
  /** For the files of the CA keys. */
  readonly passphrase: string
  /** Folder of the CA keys. */
  readonly keyFolder: string
}

/**
 * @param dataFolder absolute; made where it is missing
 * @param passphrase KAZASHI_KEY_PASSPHRASE; without it one is made and kept beside the key
 * @throws {OperatorError} OPERATOR_KEY_MALFORMED
 */
export async function readOperatorKeys(
  dataFolder: string,
  passphrase: string | undefined,
): Promise<OperatorKeys> {
  const keyFolder = join(dataFolder, 'ca-keys')
  await mkdir(keyFolder, { recursive: true, mode: 0o700 })
  const text = await secretFile(join(dataFolder, 'operator.key'), () =>
    randomBytes(32).toString('hex'),
  )
  if (!/^[0-9a-f]{64}$/.test(text)) {
    throw new OperatorError('OPERATOR_KEY_MALFORMED', 'operator.key is not 32 bytes in hex')
  }
  return {
    operatorKey: hex.decode(text),
    passphrase:
      passphrase ??
      (await secretFile(join(dataFolder, 'passphrase'), () =>
        randomBytes(24).toString('base64url'),
      )),
    keyFolder,
  }
}

/** @throws {OperatorError} OPERATOR_KEY_WRONG when the data folder belongs to another database */
export async function checkOperatorKey(db: Database, sealing: Sealing): Promise<void> {
  const check = hex.encode(sealing.lookup('operator-key-check', ''))
  const known = await readSetting(db, 'operator-key-check', z.string())
  if (known === undefined) await writeSetting(db, 'operator-key-check', check)
  else if (known !== check) {
    throw new OperatorError(
      'OPERATOR_KEY_WRONG',
      'operator.key in the data folder does not belong to this database',
    )
  }
}
