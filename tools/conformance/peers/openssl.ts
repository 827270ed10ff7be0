/** OpenSSL's answer, by its command line. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { toPem } from '@kazashi/pki'
import type { PathQuestion } from '../question.ts'

const run = promisify(execFile)
const purposes: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.1': 'sslserver',
  '1.3.6.1.5.5.7.3.2': 'sslclient',
}

const all = (label: 'CERTIFICATE' | 'X509 CRL', list: readonly Uint8Array[]): string =>
  list.map((one) => toPem(label, one)).join('')

export async function openssl(question: PathQuestion): Promise<boolean> {
  const { certificate, intermediates, anchors, crls, now, policies, extendedKeyUsage } = question
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-conformance-'))
  const file = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, text)
    return path
  }
  const purpose = extendedKeyUsage && purposes[extendedKeyUsage]
  const words = [
    'verify',
    '-no-CApath',
    '-no-CAstore',
    ...['-attime', `${Math.floor(now.getTime() / 1000)}`],
    ...(purpose ? ['-purpose', purpose] : []),
    ...['-CAfile', await file('anchors.pem', all('CERTIFICATE', anchors))],
    ...['-untrusted', await file('between.pem', all('CERTIFICATE', intermediates))],
    ...(crls.length > 0 ? ['-crl_check_all', '-extended_crl', '-use_deltas', '-CRLfile'] : []),
    ...(crls.length > 0 ? [await file('lists.pem', all('X509 CRL', crls))] : []),
    ...(policies.set.length > 0 || policies.explicit ? ['-policy_check'] : []),
    ...policies.set.flatMap((one) => ['-policy', one]),
    ...(policies.explicit ? ['-explicit_policy'] : []),
    ...(policies.inhibitMapping ? ['-inhibit_map'] : []),
    ...(policies.inhibitAny ? ['-inhibit_any'] : []),
    await file('end.pem', all('CERTIFICATE', [certificate])),
  ]
  try {
    await run('openssl', words)
    return true
  } catch {
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Its name and version. */
export const opensslVersion = async (): Promise<string> =>
  (await run('openssl', ['version'])).stdout.split(' ').slice(0, 2).join(' ')
