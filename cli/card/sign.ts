/** `kazashi card sign`: a signature by one of the card's keys, bare, in a CMS, or in the PDF or XML document itself. */
import { readFile, writeFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import type { CardClient } from '@kazashi/card'
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { createSignedData, parseCertificate, toPem } from '@kazashi/pki'
import { Command, Option } from 'commander'
import { parsePath } from '../parse-path.ts'
import { CardCommandError, systemCode } from './card-command-error.ts'
import { print } from './output.ts'
import { type SecretOptions, secretFor, withSecrets } from './secrets.ts'
import { type SourceOptions, withCard, withSource } from './source.ts'

interface SignOptions extends SourceOptions, SecretOptions {
  readonly key: CertificateKind
  readonly in: string
  readonly out?: string
  readonly form: (typeof forms)[number]
  readonly reason?: string
  readonly detached?: boolean
  readonly json?: boolean
}

const forms = ['signature', 'cms', 'pdf', 'xml'] as const

const secretNames = { signing: 'signing-password', authentication: 'authentication-pin' } as const

async function readInput(path: string): Promise<Uint8Array> {
  if (path === '-') return new Uint8Array(await buffer(process.stdin))
  try {
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    throw new CardCommandError('INPUT_FILE_MISSING', path)
  }
}

async function sign(
  client: CardClient,
  content: Uint8Array,
  secret: string,
  options: SignOptions,
): Promise<{ readonly signed: Uint8Array; readonly certificate: Uint8Array }> {
  const { key, form, detached = false } = options
  const force = options.force === true
  const signer = await client.signer(key, secret, { force })
  const certificate = await client.readCertificate(key, { value: secret, force })
  const by = { certificate: parseCertificate(certificate), signer, signingTime: new Date() }
  const signedAs = {
    signature: () => signer.sign(content),
    cms: () => createSignedData({ content, ...by, detached }),
    // Loaded where they are asked for: no other command waits for them.
    pdf: async () => {
      const { signPdf } = await import('@kazashi/documents/pdf')
      return signPdf(content, { ...by, reason: options.reason })
    },
    xml: async () => {
      const { signXml } = await import('@kazashi/documents/xml')
      return signXml(content, { kind: 'enveloped', ...by, signedProperties: by })
    },
  }
  return { signed: await signedAs[form](), certificate }
}

export function signCommand(): Command {
  const command = new Command('sign')
    .description('sign data with a key of a card or a phone (RSA, PKCS #1 v1.5, SHA-256)')
    .addOption(new Option('--key <kind>', 'which key').choices(certificateKinds).default('signing'))
    .option('--in <file>', 'what to sign; "-": standard input', parsePath, '-')
    .option('--out <file>', 'where to write the signature as bytes', parsePath)
    .addOption(
      new Option(
        '--form <form>',
        'a bare signature, a CMS SignedData with the certificate, or the document itself with its signature in it',
      )
        .choices(forms)
        .default('signature'),
    )
    .option('--detached', 'leave the content out of the CMS')
    .option('--reason <text>', 'why, in the PDF')
  return withSecrets(withSource(command), ['signing-password', 'authentication-pin'])
    .option('--json', 'print JSON: algorithm, form, signature (base64), certificate (PEM)')
    .addHelpText(
      'after',
      `
Without --out and --json the signature is printed in base64.

Examples:
  kazashi card sign --file taro.card --in letter.txt --out letter.sig
  kazashi card sign --file taro.card --form pdf --in contract.pdf --out signed.pdf --reason 承諾
  echo -n hello | kazashi card sign --reader "Virtual PCD 00 00" --key authentication --form cms --json`,
    )
    .action(async (options: SignOptions) => {
      const content = await readInput(options.in)
      const secret = await secretFor(secretNames[options.key], options)
      const { signed, certificate } = await withCard(options, (client) =>
        sign(client, content, secret, options),
      )
      if (options.out !== undefined) await writeFile(options.out, signed)
      const signature = base64.encode(signed)
      if (options.json === true) {
        const { form } = options
        print(
          { algorithm: 'RS256', form, signature, certificate: toPem('CERTIFICATE', certificate) },
          true,
        )
      } else if (options.out === undefined) console.log(signature)
    })
}
