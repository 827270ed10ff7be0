/** What is behind a line: its explanation, its clause, its bytes without secrets, and the same to be run elsewhere. */
import { Button, Icon, useTexts } from '@kazashi/ui'
import { type ReactNode, useState } from 'react'
import type { Line } from './lines.ts'
import type { BodyNote } from './seen.ts'
import { curlOf, fetchTestOf, openscToolOf, transmitTestOf } from './snippets.ts'
import { happenedTexts } from './texts.ts'
import type { ToldLine } from './told.ts'

interface Snippet {
  readonly name: 'copyCurl' | 'copyOpensc' | 'copyTest'
  readonly text: string
}

/** What a line can be run as. */
function snippetsOf({ what }: Line): readonly Snippet[] {
  if (what.type === 'apdu')
    return [
      { name: 'copyOpensc', text: openscToolOf(what.apdus) },
      { name: 'copyTest', text: transmitTestOf(what.apdus) },
    ]
  if (what.type === 'request')
    return [
      { name: 'copyCurl', text: curlOf(what.request) },
      { name: 'copyTest', text: fetchTestOf(what.request) },
    ]
  return []
}

const spaced = (hex: string): string => hex.match(/.{1,2}/g)?.join(' ') ?? ''

const Bytes = ({ children }: { readonly children: string }) => (
  <pre className="max-h-40 overflow-auto rounded-6 bg-surface p-2 font-mono text-xs break-all whitespace-pre-wrap">
    {children}
  </pre>
)

function Body({ title, note }: { readonly title: string; readonly note: BodyNote }) {
  if (note.bytes === 0 && note.type === undefined) return null
  const kind = [note.type, `${note.bytes} B`].filter((part) => part !== undefined).join('　')
  return (
    <Fact title={title}>
      <span className="text-xs">{kind}</span>
      {note.shown !== undefined && <Bytes>{JSON.stringify(note.shown, null, 2)}</Bytes>}
    </Fact>
  )
}

const Fact = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="flex flex-col gap-0.5">
    <dt className="text-xs text-ink-soft">{title}</dt>
    <dd>{children}</dd>
  </div>
)

/** Nothing is copied but what is pressed; where the browser refuses, the text is there to be taken by hand. */
function Copies({ snippets }: { readonly snippets: readonly Snippet[] }) {
  const t = useTexts(happenedTexts)
  const [last, setLast] = useState<{ readonly snippet: Snippet; readonly done: boolean }>()
  const copy = (snippet: Snippet) =>
    navigator.clipboard.writeText(snippet.text).then(
      () => setLast({ snippet, done: true }),
      () => setLast({ snippet, done: false }),
    )
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap gap-2">
        {snippets.map((snippet) => (
          <Button key={snippet.name} look="small" onPress={() => void copy(snippet)}>
            <Icon name="copy" size="sign" /> {t[snippet.name]}
          </Button>
        ))}
      </div>
      <p role="status" className="text-xs">
        {last !== undefined && (last.done ? t.copied : t.notCopied)}
      </p>
      {last !== undefined && <Bytes>{last.snippet.text}</Bytes>}
    </div>
  )
}

/** @param props.whole false: the bytes alone, for who looks at all of them */
export function Detail(props: {
  readonly line: Line
  readonly told: ToldLine
  readonly whole: boolean
}) {
  const t = useTexts(happenedTexts)
  const { line, told, whole } = props
  const { what } = line
  return (
    <div className="relative mx-1 mb-2 flex flex-col gap-2 rounded-8 border border-line bg-ground p-2 text-sm">
      {whole && told.more !== undefined && <p>{told.more}</p>}
      <dl className="flex flex-col gap-2">
        {whole && told.clause !== undefined && <Fact title={t.clause}>{told.clause}</Fact>}
        {what.type === 'apdu' && (
          <Fact title={t.command}>
            <Bytes>
              {what.apdus
                .map(
                  ({ command, status, bytes }) =>
                    `${spaced(command)}\n→ ${t.response(status, bytes)}`,
                )
                .join('\n')}
            </Bytes>
          </Fact>
        )}
        {what.type === 'request' && (
          <>
            <Fact title={`${what.request.method} ${t.time(what.request.milliseconds)}`}>
              <Bytes>{what.request.address}</Bytes>
            </Fact>
            <Body title={t.sent} note={what.request.sent} />
            <Body title={t.answered} note={what.request.answered} />
          </>
        )}
      </dl>
      {whole && (what.type === 'apdu' || what.type === 'request') && (
        <p className="text-xs text-ink-soft">{t.masked}</p>
      )}
      {whole && <Copies snippets={snippetsOf(line)} />}
    </div>
  )
}
