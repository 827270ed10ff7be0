/** Questions of a form by their kind: a label, what helps, the fault where it happened. */
import { Button, Icon, useTexts } from '@kazashi/ui'
import { type ReactNode, useId } from 'react'
import { useWords } from './parts.tsx'
import type { Field, Person, Words } from './shapes.ts'
import { texts } from './texts.ts'

const box =
  'min-h-12 w-full rounded-8 border bg-field px-4 text-lg aria-invalid:border-2 aria-invalid:border-bad border-edge'

function Fault({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p id={id} className="flex gap-2 font-bold text-bad">
      <Icon name="error" size="sign" tone="mt-1.5" />
      <span>{children}</span>
    </p>
  )
}

function Mark({ field }: { readonly field: Field }) {
  const t = useTexts(texts)
  const isOptional = field.optional === true
  return (
    <span className={`ml-2 text-sm font-normal ${isOptional ? 'text-ink-soft' : 'text-bad'}`}>
      {isOptional ? t.optional : t.required}
    </span>
  )
}

export interface FieldProps<T> {
  readonly field: Field
  readonly value: T
  readonly onChange: (value: T) => void
  readonly fault: Words | undefined
}

export function TextQuestion({ field, value, onChange, fault }: FieldProps<string>) {
  const words = useWords()
  const id = useId()
  const described = [field.help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const isNumber = field.kind === 'digits' || field.kind === 'yen'
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-bold">
        {words(field.label)}
        <Mark field={field} />
      </label>
      {field.help && (
        <p id={`${id}-help`} className="text-base text-ink-soft">
          {words(field.help)}
        </p>
      )}
      <input
        id={id}
        name={field.name}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        inputMode={isNumber ? 'numeric' : 'text'}
        autoComplete="off"
        className={`${box} ${isNumber || field.kind === 'day' ? 'max-w-64' : ''}`}
        {...(fault && { 'aria-invalid': true })}
        {...(described !== '' && { 'aria-describedby': described })}
      />
      {fault && <Fault id={`${id}-fault`}>{words(fault)}</Fault>}
    </div>
  )
}

export function ChoiceQuestion({ field, value, onChange, fault }: FieldProps<string>) {
  const words = useWords()
  const id = useId()
  return (
    <fieldset className="flex flex-col gap-1" {...(fault && { 'aria-describedby': `${id}-fault` })}>
      <legend className="font-bold">
        {words(field.label)}
        <Mark field={field} />
      </legend>
      {field.options?.map((option) => (
        <label key={option.value} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name={field.name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="size-6 accent-[var(--accent)]"
          />
          {words(option.label)}
        </label>
      ))}
      {fault && <Fault id={`${id}-fault`}>{words(fault)}</Fault>}
    </fieldset>
  )
}

const nobody: Person = { name: '', birthDate: '', relation: '' }

export function PeopleQuestion({ field, value, onChange, fault }: FieldProps<readonly Person[]>) {
  const t = useTexts(texts)
  const words = useWords()
  const id = useId()
  const people = value.length === 0 && field.optional !== true ? [nobody] : value
  const change = (at: number, part: Partial<Person>) =>
    onChange(people.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const asked = [
    ['name', t.personName],
    ['birthDate', t.personBorn],
    ['relation', t.personRelation],
  ] as const
  return (
    <div className="flex flex-col gap-3">
      {people.map((one, at) => (
        <fieldset
          key={t.personTitle(at + 1)}
          className="flex flex-col gap-2 rounded-12 bg-surface p-4"
        >
          <legend className="font-bold">{t.personTitle(at + 1)}</legend>
          {asked.map(([name, label]) => (
            <div key={name} className="flex flex-col gap-1">
              <label htmlFor={`${id}-${at}-${name}`}>{label}</label>
              <input
                id={`${id}-${at}-${name}`}
                value={one[name]}
                onChange={({ target }) => change(at, { [name]: target.value })}
                autoComplete="off"
                className={box}
                {...(fault && { 'aria-invalid': true, 'aria-describedby': `${id}-fault` })}
              />
            </div>
          ))}
          <Button look="small" onPress={() => onChange(people.filter((_, index) => index !== at))}>
            {t.remove}
            <span className="sr-only">{t.personTitle(at + 1)}</span>
          </Button>
        </fieldset>
      ))}
      {fault && <Fault id={`${id}-fault`}>{words(fault)}</Fault>}
      <Button look="small" onPress={() => onChange([...people, nobody])}>
        <Icon name="plus" size="sign" /> {t.add}
      </Button>
    </div>
  )
}
