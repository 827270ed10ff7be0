/** The documents that are to be signed: titles alone, or each with what the phone has of it. */
import { useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { Link } from 'react-aria-components'
import type { ShownDocument } from './shown-document.ts'
import { signTexts } from './sign-texts.ts'

export function Titles({ documents }: { readonly documents: readonly ShownDocument[] }) {
  const t = useTexts(signTexts)
  return (
    <section>
      <h2 className="text-base">{t.documents}</h2>
      <ol className="list-decimal pl-6 font-bold">
        {documents.map(({ title }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it is, and titles may be the same
          <li key={at} className="break-words">
            {title}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function Documents({ documents }: { readonly documents: readonly ShownDocument[] }) {
  return documents.map((document, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list stays as it is, and titles may be the same
    <section key={at} className="rounded-12 bg-accent-soft px-4 py-3">
      <h2 className="text-base break-words">{document.title}</h2>
      <Content document={document} />
    </section>
  ))
}

function Content({ document }: { readonly document: ShownDocument }) {
  const t = useTexts(signTexts)
  const { title, text, file } = document
  if (text !== undefined) return <p className="whitespace-pre-wrap break-words">{text}</p>
  if (file === undefined) return <p>{t.notShown}</p>
  return <File title={title} file={file} />
}

function File({ title, file }: { readonly title: string; readonly file: Uint8Array<ArrayBuffer> }) {
  const t = useTexts(signTexts)
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  if (address === undefined) return null
  return (
    <Link
      href={address}
      download={`${title}.pdf`}
      className="inline-flex min-h-11 items-center font-bold text-accent underline"
    >
      {t.open}
    </Link>
  )
}
