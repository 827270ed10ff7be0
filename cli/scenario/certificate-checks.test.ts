import { newCa } from '@kazashi/pki/test-chain'
import { expect, test } from 'vitest'
import { checkAnchors } from './certificate-checks.ts'
import { Course } from './course.ts'
import type { PublishedAnchor } from './sandbox.ts'

test('1-A① kept trust anchors are named by their generation, also where one was never made', async () => {
  const { certificate } = await newCa('signing')
  const anchor = (kind: PublishedAnchor['kind'], generation: number) => ({
    kind,
    generation,
    certificate: certificate.der,
  })
  const anchors = [anchor('signing', 1), anchor('signing', 4), anchor('authentication', 4)]
  const names: string[] = []
  const { step } = new Course(() => undefined, new AbortController().signal)
  await checkAnchors({
    step,
    sandbox: { anchors: async () => anchors },
    files: { certificate: async (name) => void names.push(name) },
  })
  expect(names).toEqual(['trust-signing', 'trust-signing-4', 'trust-authentication-4'])
})
