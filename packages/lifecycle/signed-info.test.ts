import { expect, test } from 'vitest'
import { isSignedInfo } from './signed-info.ts'

const dsig = 'http://www.w3.org/2000/09/xmldsig#'
const c14n = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const rsa = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
const digest = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='
const element = (name: string, algorithm: string, inner = '') =>
  `<${name} Algorithm="${algorithm}">${inner}</${name}>`
const canonicalization = element('CanonicalizationMethod', c14n)
const method = element('SignatureMethod', rsa)
const reference = `<Reference URI="#a">${element('DigestMethod', sha256)}<DigestValue>${digest}</DigestValue></Reference>`
const whole = (
  inner = `${canonicalization}${method}${reference}`,
  start = `SignedInfo xmlns="${dsig}"`,
) => `<${start}>${inner}</SignedInfo>`
const judge = (text: string) => isSignedInfo(new TextEncoder().encode(text))

test('XML Signature 1.1 §4.4 a SignedInfo, with a prefix, with transforms, with line ends between', () => {
  expect(judge(whole())).toBe(true)
  expect(judge(whole(`\n  ${canonicalization}\n  ${method}\n  ${reference}${reference}\n`))).toBe(
    true,
  )
  const prefixed = whole()
    .replaceAll(/<(\/?)([A-Z])/g, '<$1ds:$2')
    .replace('xmlns=', 'xmlns:ds=')
  expect(judge(prefixed)).toBe(true)
  const inclusive = `<ec:InclusiveNamespaces xmlns:ec="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="xs"></ec:InclusiveNamespaces>`
  const transforms = `<Transforms>${element('Transform', c14n, inclusive)}</Transforms>`
  const transformed = reference.replace('<DigestMethod', `${transforms}<DigestMethod`)
  expect(judge(whole(`${canonicalization}${method}${transformed}`))).toBe(true)
})

test.each([
  ['nothing', ''],
  ['words', whole(`${canonicalization}${method}${reference}I owe 1,000,000 yen`)],
  [
    'words in a transform',
    whole(
      `${canonicalization}${method}${reference.replace('<DigestM', `<Transforms>${element('Transform', c14n, '<XPath>I owe</XPath>')}</Transforms><DigestM`)}`,
    ),
  ],
  [
    'words for a digest',
    whole(`${canonicalization}${method}${reference.replace(digest, 'I owe, signed')}`),
  ],
  ['a comment', whole(`${canonicalization}${method}<!-- -->${reference}`)],
  ['a processing instruction', whole(`${canonicalization}${method}<?a?>${reference}`)],
  ['CDATA', whole(`${canonicalization}${method}<![CDATA[a]]>${reference}`)],
  ['a document type', `<!DOCTYPE a>${whole()}`],
  ['two roots', `${whole()}<a></a>`],
  ['another namespace', whole().replace(dsig, 'urn:contract')],
  [
    'another namespace for the root',
    `<c:SignedInfo xmlns:b="${dsig}" xmlns:c="urn:c">${canonicalization}${method}${reference}</c:SignedInfo>`,
  ],
  ['no reference', whole(`${canonicalization}${method}`)],
  ['no canonicalization', whole(`${method}${reference}`)],
  ['another order', whole(`${method}${canonicalization}${reference}`)],
  [
    'another algorithm first',
    whole(`${canonicalization}${element('SignatureMethod', 'urn:sha1')}${method}${reference}`),
  ],
  [
    'an empty tag',
    whole(`${canonicalization}${method}${reference.replace('></DigestMethod>', '/>')}`),
  ],
  ['single quotes', whole().replaceAll('"', "'")],
  ['two spaces', whole().replace(' xmlns', '  xmlns')],
  [
    'attributes out of order',
    whole(`${canonicalization}${method}${reference.replace('URI="#a"', 'URI="#a" Id="b"')}`),
  ],
  [
    'an attribute twice',
    whole(`${canonicalization}${method}${reference.replace('URI="#a"', 'URI="#a" URI="#b"')}`),
  ],
  ['an unended element', whole().replace('</SignedInfo>', '')],
  ['a byte order mark', `\uFEFF${whole()}`],
  ['a login statement', '{"type":"kazashi-login"}'],
])('XML Signature 1.1 §4.4 %s is no canonical SignedInfo', (_, text) => {
  expect(judge(text)).toBe(false)
})

test('XML Signature 1.1 §4.4 octets that are no UTF-8, too many, or made to be read for ever', () => {
  const good = new TextEncoder().encode(whole())
  const bad = good.slice()
  bad[20] = 0xff
  expect([isSignedInfo(good), isSignedInfo(bad)]).toEqual([true, false])
  expect(judge(whole(`${canonicalization}${method}${reference.repeat(400)}`))).toBe(false)
  const tags = `<SignedInfo${` xmlns="${dsig}"`.repeat(600)}>${`<SignatureMethod Algorithm="${rsa}">`.repeat(300)}x`
  expect(judge(tags)).toBe(false)
  expect(judge(`<SignedInfo xmlns="${dsig}">`.repeat(1000))).toBe(false)
})
