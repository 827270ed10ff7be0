/** The ways to the phone: its camera, and the code to type there; or on the phone itself a link to the app. */
import { ButtonLink, Disclosure, type Language, Spinner, useLanguage, useTexts } from '@kazashi/ui'
import { type ReactNode, useSyncExternalStore } from 'react'
import { waitingTexts } from './waiting-texts.ts'

/** As wide as a phone, or worked by touch: the app is on this very device. */
const phones = () => matchMedia('(max-width: 37.5rem), (pointer: coarse)')
const onChange = (listener: () => void) => {
  const watched = phones()
  watched.addEventListener('change', listener)
  return () => watched.removeEventListener('change', listener)
}
export const useOnPhone = (): boolean => useSyncExternalStore(onChange, () => phones().matches)

/** The app goes back to this page only when it was opened from it, and speaks the same language. */
function onThisPhone(appUrl: string, language: Language): string {
  const url = new URL(appUrl)
  url.searchParams.set('via', 'link')
  url.hash = `lang=${language}`
  return url.href
}

export interface Waiting {
  /** To be typed on the phone. */
  readonly code: string
  /** The address in the QR code, and of the link on the same phone. */
  readonly appUrl: string
  /** The same address as a picture of a QR code. */
  readonly qrUrl: string
}

interface WaitingProps {
  readonly request: Waiting
}

function Code({ request }: WaitingProps) {
  const t = useTexts(waitingTexts)
  return (
    <div className="rounded-12 bg-accent-soft px-6 py-3 text-center">
      <h2 className="text-base">{t.code}</h2>
      <p data-testid="code" className="font-mono text-4xl font-bold tracking-widest">
        {request.code}
      </p>
    </div>
  )
}

function Qr({ request }: WaitingProps) {
  const t = useTexts(waitingTexts)
  return (
    <img
      src={request.qrUrl}
      alt={t.qr}
      className="size-44 rounded-8 border border-line bg-white p-1"
    />
  )
}

function Unread({ request }: WaitingProps) {
  const t = useTexts(waitingTexts)
  return (
    <Disclosure title={t.unread}>
      <p>{t.paste}</p>
      <p data-testid="app-url" className="break-all font-mono text-base">
        {request.appUrl}
      </p>
    </Disclosure>
  )
}

const Steps = ({ steps }: { steps: readonly string[] }) => (
  <ol className="list-decimal pl-[1.4em]">
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
)

function Frame({ children }: { children: ReactNode }) {
  const t = useTexts(waitingTexts)
  return (
    <>
      {children}
      <p role="status" className="flex items-center gap-3">
        <Spinner /> {t.wait}
      </p>
    </>
  )
}

/** On the phone itself: the button comes first, above the fold also in large text; the QR code is for another phone. */
export function WaitingOnPhone({ request }: WaitingProps) {
  const t = useTexts(waitingTexts)
  const { language } = useLanguage()
  return (
    <Frame>
      <ButtonLink look="main" href={onThisPhone(request.appUrl, language)}>
        {t.samePhone}
      </ButtonLink>
      <Steps steps={t.stepsHere} />
      <section className="mt-2 flex flex-col gap-3 border-t border-line pt-4">
        <h2 className="text-lg">{t.otherPhone}</h2>
        <p>{t.readCode}</p>
        <Qr request={request} />
        <Code request={request} />
        <Unread request={request} />
      </section>
    </Frame>
  )
}

/** @param props.framed in a frame of the desk it is the screen of a computer: no link to the app on this device */
export function WaitingOnComputer({ request, framed }: WaitingProps & { framed: boolean }) {
  const t = useTexts(waitingTexts)
  const { language } = useLanguage()
  return (
    <Frame>
      <div className="flex flex-wrap items-center justify-center gap-x-6 gap-y-3">
        <Qr request={request} />
        <Code request={request} />
      </div>
      <Steps steps={t.steps} />
      <Unread request={request} />
      {!framed && (
        <ButtonLink look="second" href={onThisPhone(request.appUrl, language)}>
          {t.samePhone}
        </ButtonLink>
      )}
    </Frame>
  )
}
