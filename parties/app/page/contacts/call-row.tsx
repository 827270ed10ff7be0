/** The number to call, as one of several rows: what for, the number, when somebody is there. */
import { freeDial, Icon, Telephone } from '@kazashi/ui'

export const CallRow = (props: { title: string; note: string }) => (
  <section className="flex gap-4 py-3">
    <Icon name="call" tone="mt-0.5 text-accent" />
    <div className="min-w-0 flex-1">
      <h3 className="text-base">{props.title}</h3>
      <p>
        <Telephone number={freeDial} />
      </p>
      <p className="text-sm text-ink-soft">{props.note}</p>
    </div>
  </section>
)
