/**
 * Certificates, CRLs and OCSP answers of zlint, each with a defect of its profile or without it. A case is a file and a lint: the defect must be found
 * as what it is, and must not be found where the file has it not.
 */
import { fromPem } from '@kazashi/pki'
import { certificateDuties, crlDuties, type Finding, ocspDuties } from '@kazashi/pki/duties'
import { z } from 'zod'
import { bytesOf, type CaseResult, readJson, type Suite } from './suite.ts'
import { kinds } from './zlint-kinds.ts'

const shape = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      kind: z.enum(['cert', 'crl', 'ocsp']),
      expectations: z.array(
        z.object({
          lint: z.string(),
          result: z.enum(['error', 'warn', 'notice', 'pass', 'not-applicable', 'not-effective']),
        }),
      ),
    }),
  ),
})

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const read: Readonly<Record<'cert' | 'crl' | 'ocsp', (bytes: Uint8Array) => Finding[]>> = {
  cert: (bytes) => certificateDuties(fromPem('CERTIFICATE', text(bytes))),
  crl: (bytes) => crlDuties(fromPem('X509 CRL', text(bytes))),
  ocsp: ocspDuties,
}

/** @returns undefined for a lint that is none of our kinds */
function ofKind(lint: string, found: readonly string[]): string[] | undefined {
  const patterns = kinds[lint]?.map(
    (kind) => new RegExp(`^${kind.replaceAll('.', '\\.').replaceAll('*', '[^.]*')}$`),
  )
  return patterns && found.filter((one) => patterns.some((pattern) => pattern.test(one)))
}

const noHost =
  'the URI has no scheme, and is found as a relative one: it has no host that could be judged'
const spaces = 'spaces around a value are a rule of certlint; RFC 5280 §7.1 has them compared away'
const ofX411 =
  'RFC 5280 appendix A.1 bounds the attribute at 32768 characters; 64 is the bound of X.411'

export const zlint: Suite = {
  name: 'issuer-duties',
  title:
    'RFC 5280 §4, §5: certificates, CRLs and OCSP answers of zlint with a defect or without; a finding of another kind does not count',
  least: 317,
  exceptions: {},
  notApplicable: {
    'IANURIHostAsterisk e_ext_ian_uri_host_not_fqdn_or_ip': noHost,
    'IANURIHostNotFQDNOrIP e_ext_ian_uri_host_not_fqdn_or_ip': noHost,
    'IANURIHostWrongWildcard e_ext_ian_uri_host_not_fqdn_or_ip': noHost,
    'SANURIHostAsterisk e_ext_san_uri_host_not_fqdn_or_ip': noHost,
    'SANURIHostWrongWildcard e_ext_san_uri_host_not_fqdn_or_ip': noHost,
    'SANURINotFQDN e_ext_san_uri_host_not_fqdn_or_ip': noHost,
    'explicitTextBMPNotNFC w_ext_cert_policy_explicit_text_not_nfc':
      'its BMPString has five octets, which are no characters: found as malformed',
    'domainValGoodSubject w_issuer_dn_leading_whitespace': spaces,
    'domainValGoodSubject w_issuer_dn_trailing_whitespace': spaces,
    'domainValGoodSubject w_subject_dn_leading_whitespace': spaces,
    'domainValGoodSubject w_subject_dn_trailing_whitespace': spaces,
    'givenNameOver64 w_subject_given_name_recommended_max_length': ofX411,
    'givenNameUnder64 w_subject_given_name_recommended_max_length': ofX411,
    'surnameOver64 w_subject_surname_recommended_max_length': ofX411,
    'surnameUnder64 w_subject_surname_recommended_max_length': ofX411,
  },
  async run(folder) {
    const { files } = readJson(folder, 'x509-lint/zlint-expectations.json', shape)
    return files.flatMap(({ file, kind, expectations }) => {
      const all = read[kind](bytesOf(folder, 'x509-lint', file))
      const found = all.map(({ code, at }) => `${code} ${at}`)
      return expectations.map(({ lint, result }): CaseResult => {
        const seen = ofKind(lint, found)
        const isDefective = ['error', 'warn', 'notice'].includes(result)
        const isFound = seen !== undefined && seen.length > 0
        return {
          id: `${file.replace(/^zlint\/|\.\w+$/g, '')} ${lint}`,
          agrees: seen !== undefined && isFound === isDefective,
          isWrongAccept: isDefective && !isFound,
          seen: `${result}, found ${found.join(', ') || 'nothing'}`,
        }
      })
    })
  },
}
