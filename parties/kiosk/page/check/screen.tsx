/** The page that checks a paper's code: by camera, picture or text, with the keys it got when it was opened. */
import { Button, Panel, Screen, useLanguage, useTexts, Warning } from '@kazashi/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { z } from 'zod'
import { type CodeVerdict, checkCode, type PaperFacts, type PaperKey } from '../../paper/code.ts'
import { Brand } from '../parts.tsx'
import { Camera } from './camera.tsx'
import { codeIn } from './read-picture.ts'
import { texts } from './texts.ts'

const keysDocument = z.array(
  z.object({ issuer: z.string(), name: z.string(), id: z.string(), spki: z.string() }),
)

type Fault = 'camera' | 'picture' | 'keys'

export function Check() {
  const t = useTexts(texts)
  const [keys, setKeys] = useState<readonly PaperKey[]>()
  const [verdict, setVerdict] = useState<CodeVerdict>()
  const [fault, setFault] = useState<Fault>()
  const [camera, setCamera] = useState(false)
  const [text, setText] = useState('')
  const field = useId()
  const picture = useId()
  useEffect(() => {
    fetch('/keys.json')
      .then(async (answer) => setKeys(keysDocument.parse(await answer.json())))
      .catch(() => setFault('keys'))
  }, [])
  const judge = async (code: string) => {
    setFault(undefined)
    setCamera(false)
    if (keys === undefined) setFault('keys')
    else setVerdict(await checkCode(code, keys))
  }
  const judgePicture = async (file: File | undefined) => {
    if (file === undefined) return
    setVerdict(undefined)
    const code = await createImageBitmap(file).then(codeIn, () => undefined)
    if (code === undefined) setFault('picture')
    else await judge(code)
  }
  return (
    <Screen
      brand={<Brand />}
      title={t.title}
      actions={
        <Button type="submit" form="code">
          {t.check}
        </Button>
      }
    >
      <p>{t.lead}</p>
      {fault !== undefined && <Warning title={t.faults[fault]}>{undefined}</Warning>}
      {verdict !== undefined && <Result verdict={verdict} />}
      {camera && (
        <Camera
          label={t.cameraView}
          onCode={(code) => void judge(code)}
          onFault={() => {
            setCamera(false)
            setFault('camera')
          }}
        />
      )}
      <Button look="second" onPress={() => setCamera(!camera)}>
        {camera ? t.cameraStop : t.camera}
      </Button>
      <div className="flex flex-col gap-1">
        <label htmlFor={picture} className="font-bold">
          {t.file}
        </label>
        <input
          id={picture}
          type="file"
          accept="image/*"
          className="min-h-11 w-full"
          onChange={({ currentTarget }) => void judgePicture(currentTarget.files?.[0])}
        />
      </div>
      <form
        id="code"
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          void judge(text)
        }}
      >
        <label htmlFor={field} className="font-bold">
          {t.text}
        </label>
        <textarea
          id={field}
          rows={3}
          value={text}
          spellCheck={false}
          // The browser brings the caret into view, not the whole field.
          onFocus={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest' })}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          className="w-full rounded-8 border-2 border-edge bg-field p-3 font-mono text-base"
        />
      </form>
    </Screen>
  )
}

function Result({ verdict }: { readonly verdict: CodeVerdict }) {
  const t = useTexts(texts)
  const { verdict: kind } = verdict
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    // What was found is read first, not the field again.
    if (verdict.verdict === 'valid') place.current?.focus()
  }, [verdict])
  if (kind !== 'valid') return <Warning title={t.verdicts[kind]}>{t.notes[kind]}</Warning>
  return (
    <section ref={place} tabIndex={-1} aria-label={t.verdicts.valid}>
      <div role="status">
        <Panel tone="good" title={t.verdicts.valid}>
          <p>{t.notes.valid}</p>
        </Panel>
      </div>
      <Facts facts={verdict.facts} by={verdict.by} />
    </section>
  )
}

function Facts({ facts, by }: { readonly facts: PaperFacts; readonly by: string }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const day = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'long',
  }).format(facts.issuedAt)
  const values = [
    t.types[facts.type],
    facts.number,
    by,
    day,
    facts.name,
    facts.birthDate,
    facts.address,
    t.people(facts.people),
  ]
  return (
    <dl className="grouped mt-3 divide-y divide-line">
      {values.map((value, at) => (
        <div key={t.facts[at]} className="py-2">
          <dt className="text-sm text-ink-soft">{t.facts[at]}</dt>
          <dd className="font-bold [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
