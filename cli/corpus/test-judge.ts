/** This kit's own verdict on a case, by what its packages export: the judge of the corpus in tests. */
import { verifyDocument } from '@kazashi/documents'
import { certificateKinds } from '@kazashi/lifecycle'
import { hex } from '@kazashi/octets'
import {
  fromPem,
  type OcspCertStatus,
  PkiError,
  parseOcspRequest,
  readAttributes,
  validatePath,
  verifyCrl,
  verifyOcspResponse,
  verifyTimeStamp,
} from '@kazashi/pki'
import { createVerifier, type TrustAnchor, VerifyError } from '@kazashi/verify'
import { z } from 'zod'
import type { Corpus } from './corpus.ts'
import type { CorpusCase, Role } from './manifest.ts'

/** @throws a refusal of this kit, with its code */
export const judge = (corpus: Corpus, one: CorpusCase): Promise<unknown> =>
  judges[one.kind](new Question(corpus, one))

class Question {
  readonly corpus: Corpus
  readonly one: CorpusCase
  readonly now: Date

  constructor(corpus: Corpus, one: CorpusCase) {
    this.corpus = corpus
    this.one = one
    this.now = new Date(one.at ?? corpus.manifest.generatedFor)
  }

  get purpose() {
    return this.one.purpose ?? 'signing'
  }

  file(role: Role): Uint8Array {
    const found = this.optional(role)
    if (found === undefined) throw new RangeError(`${this.one.id} has no ${role}`)
    return found
  }

  optional(role: Role): Uint8Array | undefined {
    const path = this.one.files[role]
    return path === undefined ? undefined : this.corpus.files.get(path)
  }

  anchors(kind: string): Uint8Array[] {
    return this.corpus.manifest.anchors
      .filter((one) => one.kind === kind && (this.one.anchors ?? [one.file]).includes(one.file))
      .map(({ file }) => this.pem(file))
  }

  pem(file: string): Uint8Array {
    return fromPem('CERTIFICATE', new TextDecoder().decode(this.corpus.files.get(file)))
  }

  /** Of the policies of each kind, those of the case's purpose are acceptable. */
  verifier() {
    const { nonce, policies } = this.corpus.manifest
    const anchors = certificateKinds.flatMap((kind) =>
      this.anchors(kind).map((certificate): TrustAnchor => ({ kind, certificate })),
    )
    return createVerifier({
      anchors,
      fetch: async () => new Response(new Uint8Array(this.file('status'))),
      now: () => this.now,
      ocspUrl: () => 'http://status.corpus.example/',
      policies: policies[this.purpose],
      random: () => hex.decode(nonce),
    })
  }
}

const judges: Readonly<Record<CorpusCase['kind'], (question: Question) => Promise<unknown>>> = {
  certificate: onPath,
  chain: onPath,
  async crl(question) {
    const { entry } = await verifyCrl({
      crl: question.file('crl'),
      certificate: question.file('certificate'),
      issuer: question.file('issuer'),
      now: question.now,
    })
    if (entry) endedBy(entry.reason)
  },
  async ocsp(question) {
    const said: OcspCertStatus = await verifyOcspResponse({
      response: question.file('response'),
      certificate: question.file('certificate'),
      issuer: question.file('issuer'),
      now: question.now,
      nonce: parseOcspRequest(question.file('request')).nonce,
    })
    if (said.status === 'unknown') throw new VerifyError('STATUS_UNKNOWN')
    if (said.status === 'revoked') endedBy(said.reason)
  },
  cms: onDocument('cms'),
  pdf: onDocument('pdf'),
  xml: onDocument('xml'),
  async 'time-stamp'(question) {
    const of = question.file('data')
    const { certificate, certificates, time } = await verifyTimeStamp(question.file('token'), {
      of,
    })
    const anchors = question.anchors('time-stamp')
    await validatePath({ certificate, intermediates: certificates, anchors, now: time })
  },
  async login(question) {
    const text = new TextDecoder().decode(question.file('expected'))
    const response = question.file('login')
    await question.verifier().verifyLogin({ response, expected: expected.parse(JSON.parse(text)) })
  },
}

const expected = z.strictObject({
  audience: z.string(),
  nonce: z.string(),
  relyingParty: z.string(),
  purpose: z.string(),
  code: z.string(),
})

function endedBy(reason: string | undefined): never {
  throw new VerifyError(
    reason === 'certificateHold' ? 'CERTIFICATE_SUSPENDED' : 'CERTIFICATE_REVOKED',
  )
}

async function onPath(question: Question): Promise<void> {
  const { purpose, now, corpus } = question
  const { chain } = await validatePath({
    certificate: question.file('certificate'),
    intermediates: (['intermediate', 'intermediate-2'] as const).flatMap((role) => {
      const file = question.optional(role)
      return file ? [file] : []
    }),
    anchors: question.anchors(purpose),
    now,
    purpose,
    policies: corpus.manifest.policies[purpose],
  })
  const last = chain.at(-1)
  if (purpose === 'signing' && (last === undefined || readAttributes(last) === undefined))
    throw new PkiError('ATTRIBUTES_MALFORMED', 'there are none')
}

function onDocument(role: 'cms' | 'pdf' | 'xml') {
  return async (question: Question): Promise<void> => {
    const { signatures } = await verifyDocument(question.verifier(), question.file(role), {
      content: question.optional('content'),
      // What is covered is a case's own matter.
      parts: true,
      timeStampAnchors: question.anchors('time-stamp'),
    })
    for (const one of signatures) if (!one.accepted) throw one.error
  }
}
