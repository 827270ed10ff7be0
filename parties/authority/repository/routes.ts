/** The targets of the addresses in certificates (RFC 5280 §4.2.2.1, §4.2.1.13; RFC 6960 Appendix A), and the trust anchors. No party's key is needed. */
import { myNumberCardDocType } from '@kazashi/mdoc'
import { base64 } from '@kazashi/octets'
import { answerTimeStampQuery, decodeOcspGetPath, PkiError } from '@kazashi/pki'
import { type Party, ProblemDocument } from '@kazashi/serve'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { ocspPath, readCaName, timeStampPath } from '../issuing/locations.ts'
import { AuthorityError } from '../problems.ts'
import { Base64, Kind } from '../wire.ts'
import { crlOf } from './crl.ts'
import { iacaCrl } from './iaca-crl.ts'
import { answerOcsp, malformedOcsp, type OcspAnswer } from './ocsp.ts'
import type { Published } from './published.ts'

/** Bytes: a request about one certificate has about 100, with a nonce 150 (RFC 6960 §4.1.1). */
const ocspLimit = 4096
/** Seconds: a CRL is made anew when something changes, so a client that keeps one longer sees the change later. */
const crlMaxAge = 60
const certificateMaxAge = 86_400

const Trust = z
  .strictObject({
    sandbox: z.boolean().describe('true: all that is issued here is made up'),
    anchors: z.array(
      z.strictObject({
        kind: Kind,
        generation: z
          .int()
          .describe('1 for the first; all have one name, and a key identifier each'),
        certificate: Base64.describe('DER of the root'),
        ocsp: z.url(),
      }),
    ),
    attributes: z
      .strictObject({
        docType: z.string(),
        iacas: z.array(Base64.describe('DER')).describe('oldest generation first'),
      })
      .describe("the CAs of iPhones' attributes (ISO/IEC 18013-5 annex B)"),
    timeStamping: z
      .url()
      .optional()
      .describe(
        'where a sandbox stamps times (RFC 3161 §3.4), by certificates of its signing anchors; nobody stamps when operating',
      ),
  })
  .meta({ id: 'Trust' })

const hidden = { hide: true }
const refusals = { default: ProblemDocument.describe('RFC 9457; `code` tells which') }

/**
 * RFC 5019 §6 lets caches keep answers; a suspension has to be seen at once (5-B1), so they may keep, but must ask again.
 */
function sendOcsp(reply: FastifyReply, { response, producedAt, mayBeKept }: OcspAnswer) {
  const control = mayBeKept ? 'public, no-cache, no-transform' : 'no-store'
  return reply
    .type('application/ocsp-response')
    .headers({ 'cache-control': control, 'last-modified': producedAt.toUTCString() })
    .send(Buffer.from(response))
}

/** A CA's certificate by the name of its file. @returns DER @throws {AuthorityError} NOT_FOUND */
async function publishedCa(
  { authorities, documentSigners }: Published,
  file: string,
): Promise<Uint8Array> {
  const ca = file.endsWith('.cer') ? readCaName(file.slice(0, -'.cer'.length)) : undefined
  if (!ca) throw new AuthorityError('NOT_FOUND')
  const { name, generation } = ca
  const found =
    name === 'iaca'
      ? (await documentSigners.iacas.all()).find((one) => one.generation === generation)
      : await authorities.find(name, generation)
  if (!found) throw new AuthorityError('NOT_FOUND')
  return found.certificate.der
}

/** @param records asked at each request, so that the routes can be described without any */
export function repositoryRoutes(app: Party, records: () => Published): void {
  app.get(
    '/trust',
    {
      schema: {
        operationId: 'showTrust',
        summary: 'The trust anchors',
        tags: ['repository'],
        response: { 200: Trust, ...refusals },
      },
    },
    async () => {
      const { authorities, documentSigners, origins, sandbox } = records()
      const iacas = await documentSigners.iacas.all()
      return {
        sandbox,
        anchors: (await authorities.all()).map(({ kind, generation, certificate }) => ({
          kind,
          generation,
          certificate: base64.encode(certificate.der),
          ocsp: `${origins.repository}${ocspPath(kind)}`,
        })),
        ...(sandbox && { timeStamping: `${origins.repository}${timeStampPath}` }),
        attributes: {
          docType: myNumberCardDocType,
          iacas: iacas.map(({ certificate }) => base64.encode(certificate.der)),
        },
      }
    },
  )

  app.get(
    '/pki/ca/:file',
    {
      schema: { ...hidden, params: z.strictObject({ file: z.string() }) },
    },
    async (request, reply) => {
      const certificate = await publishedCa(records(), request.params.file)
      return reply
        .type('application/pkix-cert')
        .header('cache-control', `public, max-age=${certificateMaxAge}`)
        .send(Buffer.from(certificate))
    },
  )

  app.get(
    '/pki/crl/attributes/:file',
    { schema: { ...hidden, params: z.strictObject({ file: z.string() }) } },
    async (request, reply) => {
      const { documentSigners, clock } = records()
      const ca = readCaName(request.params.file.replace(/\.crl$/, ''))
      const iacas = ca?.name === 'iaca' ? await documentSigners.iacas.all() : []
      const iaca = iacas.find(({ generation }) => generation === ca?.generation)
      const list = iaca && (await iacaCrl(iaca, clock))
      if (!list || !request.params.file.endsWith('.crl')) throw new AuthorityError('NOT_FOUND')
      return reply
        .type('application/pkix-crl')
        .header('cache-control', `public, max-age=${crlMaxAge}`)
        .send(Buffer.from(list))
    },
  )

  app.get(
    '/pki/crl/:issuer/:file',
    { schema: { ...hidden, params: z.strictObject({ issuer: z.string(), file: z.string() }) } },
    async (request, reply) => {
      const { issuer, file } = request.params
      const municipality = /^([0-9]{5})\.crl$/.exec(file)?.[1]
      const ca = readCaName(issuer)
      if (municipality === undefined || !ca || ca.name === 'iaca')
        throw new AuthorityError('NOT_FOUND')
      const { name: kind, generation } = ca
      const shard = { kind, generation, municipality }
      const { list, number, thisUpdate, nextUpdate } = await crlOf(records(), shard)
      return reply
        .type('application/pkix-crl')
        .headers({
          'cache-control': `public, max-age=${crlMaxAge}`,
          etag: `"${number}"`,
          'last-modified': thisUpdate.toUTCString(),
          expires: nextUpdate.toUTCString(),
        })
        .send(Buffer.from(list))
    },
  )

  app.addContentTypeParser(
    'application/timestamp-query',
    { parseAs: 'buffer', bodyLimit: ocspLimit },
    async (_request: unknown, body: unknown) => body,
  )

  app.post(timeStampPath, { schema: hidden }, async (request, reply) => {
    const { sandbox, timeStamping, clock } = records()
    const now = clock.now()
    const authority = sandbox ? await timeStamping.at(now) : undefined
    if (authority === undefined) throw new AuthorityError('NOT_FOUND')
    const body = z.instanceof(Uint8Array).safeParse(request.body).data ?? new Uint8Array(0)
    const answer = await answerTimeStampQuery(body, authority, now)
    return reply
      .type('application/timestamp-reply')
      .header('cache-control', 'no-store')
      .send(Buffer.from(answer))
  })

  app.addContentTypeParser(
    'application/ocsp-request',
    { parseAs: 'buffer', bodyLimit: ocspLimit },
    async (_request: unknown, body: unknown) => body,
  )

  app.post(
    '/pki/ocsp/:kind',
    { schema: { ...hidden, params: z.strictObject({ kind: Kind }) } },
    async (request, reply) => {
      const body = z.instanceof(Uint8Array).safeParse(request.body).data ?? new Uint8Array(0)
      return sendOcsp(reply, await answerOcsp(records(), request.params.kind, body))
    },
  )

  app.get(
    '/pki/ocsp/:kind/*',
    { schema: { ...hidden, params: z.strictObject({ kind: Kind, '*': z.string() }) } },
    async (request, reply) => {
      // As it came: Fastify has decoded the wildcard, and a base64 slash in it cannot be told from the path's.
      const encoded = request.url.slice(`${ocspPath(request.params.kind)}/`.length)
      try {
        const body = decodeOcspGetPath(encoded)
        return sendOcsp(reply, await answerOcsp(records(), request.params.kind, body))
      } catch (error) {
        if (error instanceof PkiError) return sendOcsp(reply, malformedOcsp(records()))
        throw error
      }
    },
  )

  app.get('/', { schema: hidden }, async (request, reply) => {
    const { origins, sandbox } = records()
    if (request.headers.host !== new URL(origins.repository).host)
      throw new AuthorityError('NOT_FOUND')
    return reply.redirect(`${sandbox ? origins.desk : origins.app}/`)
  })
}
