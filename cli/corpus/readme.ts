/** The page that lies beside the cases, for those who try a verifier with them. */
import { caseKinds, type Manifest } from './manifest.ts'

const questions: Readonly<Record<(typeof caseKinds)[number], string>> = {
  certificate:
    'Is `certificate` good for `purpose` (signing, where none is named) under the anchors of that kind, by one of `policies`? Of signing, are the four attributes readable?',
  chain: 'The same, with `intermediate` certificates that may lead to an anchor.',
  crl: 'By `crl` of `issuer` alone, is `certificate` good? The path is right.',
  ocsp: 'By `response` to `request` alone, is `certificate` of `issuer` good? The path is right. The nonce is to be repeated.',
  cms: 'Is the signed document good, with `content` where it is detached? `status` is what the responder of the signer’s CA answers to the manifest’s `nonce`. Time stamps are believed under the anchor for them.',
  'time-stamp': 'Is `token` good for `data`, under the anchor for time stamps?',
  pdf: 'Are all signatures good, and is nothing changed since that they do not allow? `status` as above.',
  xml: 'Are all signatures good? `status` as above.',
  login: 'Is `login` a login for what `expected` asks? `status` as above.',
}

export const readme = ({
  seed,
  generatedFor,
  cases,
}: Manifest): string => `# A corpus of signatures, certificates and status answers

Made by \`kazashi corpus --seed ${seed}\`: ${cases.length} cases in the profile of Japan's My Number Card and of its functions on a smartphone, for tests of a
verifier. In each exactly one thing is wrong, or nothing. The same seed makes the same octets.

**All keys and all people are made up. Nobody trusts these anchors, and nobody may: anybody can compute every private key from the seed.** Never put an anchor of this
folder into anything that real people use.

## How to judge

Read \`manifest.json\`. Judge each case as if it were ${generatedFor}, or \`at\` where a case has it, trusting \`anchors\` of the manifest, or fewer where a
case names them. Ask no network. The case is passed when your verifier accepts where \`expectation\` is \`accept\`, and refuses where it is \`refuse\`;
\`because\` and \`clause\` say why, \`ja\` says it in Japanese, and \`code\` is the word of Kazashi's own verifier for it.

| kind | cases | the question |
| --- | --- | --- |
${caseKinds.map((kind) => `| ${kind} | ${cases.filter((one) => one.kind === kind).length} | ${questions[kind]} |`).join('\n')}

Files are DER, anchors PEM. A file whose name ends with \`.ocsp-response\` is an OCSPResponse, \`.p7m\` a CMS message, \`.tst\` a TimeStampToken.

Where a case has \`openssl\`, run \`openssl\` with its \`words\` in this folder. It accepts when it ends with 0 and, if \`accepted\` is there, prints that. \`says\` is what
OpenSSL 3.0 says, and \`differs\` why that is not what is expected.
`
