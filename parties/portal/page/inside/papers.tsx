/** Papers beside a draft: chosen, sent at once, listed, taken away again. */
import { Button, useLanguage, useTexts } from '@kazashi/ui'
import { useId, useState } from 'react'
import { ask, type Refusal } from './ask.ts'
import { Refused } from './parts.tsx'
import { type Application, application, changed } from './shapes.ts'
import { texts } from './texts.ts'

export function Papers(props: {
  readonly shown: Application
  readonly onVersion: (version: number) => void
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const id = useId()
  const { shown, onVersion } = props
  const [files, setFiles] = useState(shown.files)
  const [refusal, setRefusal] = useState<Refusal>()
  const path = `/api/applications/${shown.id}`
  const told = async (way: Promise<Awaited<ReturnType<typeof ask<{ version: number }>>>>) => {
    const answer = await way
    setRefusal(answer.ok ? undefined : answer.refusal)
    const now = await ask(path, application, { language })
    if (!now.ok) return
    setFiles(now.value.files)
    onVersion(now.value.version)
  }
  const add = (file: File) =>
    told(
      ask(`${path}/papers?name=${encodeURIComponent(file.name)}`, changed, {
        language,
        method: 'POST',
        body: file,
      }),
    )
  const remove = (paper: string) =>
    told(ask(`${path}/papers/${paper}`, changed, { language, method: 'DELETE' }))
  return (
    <div className="flex flex-col gap-3">
      {refusal && <Refused refusal={refusal} />}
      <label htmlFor={id} className="font-bold">
        {t.chooseFile}
      </label>
      <input
        id={id}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        className="min-h-12 w-full rounded-8 border border-edge bg-field p-2"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void add(file)
          target.value = ''
        }}
      />
      <ul className="divide-y divide-line">
        {files.map((file) => (
          <li key={file.id} className="flex items-center justify-between gap-3 py-2">
            <span className="min-w-0 break-words">
              {file.name}（{Math.ceil(file.size / 1024)} KB）
            </span>
            <Button look="small" onPress={() => void remove(file.id)}>
              {t.remove}
              <span className="sr-only">{file.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
