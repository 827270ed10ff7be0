/** The clerk's desk (`/clerk`): what somebody has to look at, beside the certificate, to be accepted or refused. Of a sandbox alone. */
import { ask, type Given, nothing, type Refusal, Told } from '@kazashi/site/page'
import {
  Button,
  Facts,
  type Language,
  OptionGroup,
  Panel,
  Screen,
  useLanguage,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'
import { texts as clerkTexts } from './clerk-texts.ts'
import { Brand } from './screen.tsx'
import { texts } from './texts.ts'

const person = z.object({ name: z.string(), address: z.string() })
const cases = z.array(
  z.object({
    id: z.string(),
    product: z.enum(['deposit', 'securities']),
    number: z.string(),
    since: z.string(),
    looks: z.array(z.string()),
    substitutes: z.array(z.string()),
    written: person,
    certified: person.optional(),
  }),
)
type Case = z.infer<typeof cases>[number]
const reasons = ['characters-unclear', 'answers-unclear'] as const
type Reason = (typeof reasons)[number]

const readCases = (language: Language): Promise<Given<readonly Case[]>> =>
  ask('/clerk/cases', language, async (answer) => cases.parse(await answer.json()))
const decide = (id: string, verdict: object, language: Language): Promise<Given<undefined>> =>
  ask(`/clerk/cases/${id}`, language, nothing, { method: 'PUT', json: verdict })

function Waits(props: { readonly one: Case; readonly onDecide: (verdict: object) => void }) {
  const { one, onDecide } = props
  const t = useTexts(clerkTexts)
  const { looks: names, products } = useTexts(texts)
  const words: Readonly<Record<string, string>> = names
  const [refuses, setRefuses] = useState(false)
  const [reason, setReason] = useState<Reason>()
  const [tried, setTried] = useState(false)
  const { written, certified } = one
  const refuse = () => {
    setTried(true)
    if (reason) onDecide({ refused: reason })
  }
  return (
    <section className="flex flex-col gap-3 rounded-12 border border-line p-4">
      <h2 className="text-lg">
        {products[one.product]} {one.number}
      </h2>
      <Panel tone="warn">
        <ul className="list-disc pl-[1.25em]">
          {one.looks.map((look) => (
            <li key={look}>{words[look] ?? look}</li>
          ))}
        </ul>
        {one.substitutes.length > 0 && <p>{t.substitutes(one.substitutes)}</p>}
      </Panel>
      <Facts
        facts={[
          [t.written.name, written.name],
          ...(certified ? [[t.certified.name, certified.name] as const] : []),
          [t.written.address, written.address],
          ...(certified ? [[t.certified.address, certified.address] as const] : []),
        ]}
      />
      {refuses ? (
        <>
          <OptionGroup
            label={t.why}
            options={reasons.map((each) => [each, t.reasons[each]] as const)}
            value={reason}
            onChange={setReason}
            error={tried && reason === undefined ? t.reasonMissing : undefined}
          />
          <Button look="call" onPress={refuse}>
            {t.refuseNow}
          </Button>
          <Button look="small" onPress={() => setRefuses(false)}>
            {t.back}
          </Button>
        </>
      ) : (
        <>
          <Button look="call" onPress={() => onDecide({ accepted: true })}>
            {t.accept}
          </Button>
          <Button look="small" onPress={() => setRefuses(true)}>
            {t.refuse}
          </Button>
        </>
      )}
    </section>
  )
}

export function Clerk() {
  const t = useTexts(clerkTexts)
  const own = useTexts(texts)
  const { language } = useLanguage()
  const [waiting, setWaiting] = useState<readonly Case[]>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [done, setDone] = useState<string>()
  const fail = useCallback(
    (refused: Refusal | undefined) => setRefusal(refused ?? { code: 'NETWORK', ...own.network }),
    [own],
  )
  const load = useCallback(async () => {
    const given = await readCases(language).catch(() => undefined)
    if (given && 'value' in given) setWaiting(given.value)
    else fail(given?.refusal)
  }, [fail, language])
  useEffect(() => {
    void load()
  }, [load])
  const settle = async (one: Case, verdict: object) => {
    setRefusal(undefined)
    setDone(undefined)
    const given = await decide(one.id, verdict, language).catch(() => undefined)
    if (given && 'value' in given) setDone(one.number)
    else fail(given?.refusal)
    await load()
  }
  return (
    <Screen
      key="clerk"
      brand={<Brand />}
      title={t.title}
      actions={
        <Button look="second" onPress={() => void load()}>
          {t.reload}
        </Button>
      }
    >
      {refusal && <Told key={refusal.code} refusal={refusal} />}
      <p>{t.lead}</p>
      <p role="status" className="font-bold empty:hidden">
        {done !== undefined && t.done(done)}
      </p>
      {waiting === undefined ? (
        !refusal && <Waiting>{undefined}</Waiting>
      ) : waiting.length === 0 ? (
        <Panel tone="good">{t.none}</Panel>
      ) : (
        waiting.map((one) => (
          <Waits key={one.id} one={one} onDecide={(verdict) => void settle(one, verdict)} />
        ))
      )}
    </Screen>
  )
}
