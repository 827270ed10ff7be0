/** What certificates point to (RFC 5280 §4.2.2.1, §4.2.1.13; RFC 6960 Appendix A), and the trust anchors. No party's key is needed. */
import { certificateKinds } from '@kazashi/lifecycle'
import { myNumberCardDocType } from '@kazashi/mdoc'
import { base64 } from '@kazashi/octets'
import { decodeOcspGetPath, PkiError } from '@kazashi/pki'
import { type Party, ProblemDocument } from '@kazashi/serve'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { iacaCrlPath, iacaPath, ocspPath } from '../issuing/locations.ts'
import { AuthorityError } from '../problems.ts'
import { Base64, Kind } from '../wire.ts'
import { crlOf } from './crl.ts'
import { iacaCrl } from './iaca-crl.ts'
import { answerOcsp, malformedOcsp, type OcspAnswer } from './ocsp.ts'
import type { Published } from './published.ts'

/** Bytes: a request about one certificate has about 100, with a nonce 150 (RFC 6960 §4.1.1). */
const ocspLimit = 4096
/** Seconds: a CRL is made anew when something changes, so who keeps one longer sees it later. */
const crlMaxAge = 60
const certificateMaxAge = 86_400

const Trust = z
  .strictObject({
    sandbox: z.literal(true),
    anchors: z.array(
      z.strictObject({
        kind: Kind,
        certificate: Base64.describe('DER of the root'),
        ocsp: z.url(),
      }),
    ),
    attributes: z
      .strictObject({ docType: z.string(), iaca: Base64.describe('DER') })
      .describe("the CA of iPhones' attributes (ISO/IEC 18013-5 annex B)"),
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

/** @param records asked at each request, so that the routes can be described without any */
export function repositoryRoutes(app: Party, records: () => Published): void {
  app.get(
    '/trust',
    {
      schema: {
        operationId: 'showTrust',
        summary: 'The trust anchors of this sandbox',
        tags: ['repository'],
        response: { 200: Trust, ...refusals },
      },
    },
    async () => ({
      sandbox: true as const,
      anchors: certificateKinds.map((kind) => ({
        kind,
        certificate: base64.encode(records().authorities[kind].certificate),
        ocsp: `${records().origins.repository}${ocspPath(kind)}`,
      })),
      attributes: {
        docType: myNumberCardDocType,
        iaca: base64.encode(records().documentSigners.iaca.certificate),
      },
    }),
  )

  app.get(
    '/pki/ca/:file',
    {
      schema: { ...hidden, params: z.strictObject({ file: z.string() }) },
    },
    async (request, reply) => {
      const kind = Kind.safeParse(request.params.file.replace(/\.cer$/, '')).data
      if (!kind || !request.params.file.endsWith('.cer')) throw new AuthorityError('NOT_FOUND')
      return reply
        .type('application/pkix-cert')
        .header('cache-control', `public, max-age=${certificateMaxAge}`)
        .send(Buffer.from(records().authorities[kind].certificate))
    },
  )

  app.get(iacaPath, { schema: hidden }, async (_request, reply) =>
    reply
      .type('application/pkix-cert')
      .header('cache-control', `public, max-age=${certificateMaxAge}`)
      .send(Buffer.from(records().documentSigners.iaca.certificate)),
  )

  app.get(iacaCrlPath, { schema: hidden }, async (_request, reply) =>
    reply
      .type('application/pkix-crl')
      .header('cache-control', `public, max-age=${crlMaxAge}`)
      .send(Buffer.from(await iacaCrl(records()))),
  )

  app.get(
    '/pki/crl/:kind/:file',
    { schema: { ...hidden, params: z.strictObject({ kind: Kind, file: z.string() }) } },
    async (request, reply) => {
      const { kind, file } = request.params
      const municipality = /^([0-9]{5})\.crl$/.exec(file)?.[1]
      if (municipality === undefined) throw new AuthorityError('NOT_FOUND')
      const { list, number, thisUpdate, nextUpdate } = await crlOf(records(), {
        kind,
        municipality,
      })
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
    const { origins } = records()
    if (request.headers.host !== new URL(origins.repository).host)
      throw new AuthorityError('NOT_FOUND')
    return reply.redirect(`${origins.desk}/`)
  })
}
