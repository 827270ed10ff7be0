import { expect, test } from 'vitest'
import { courseFaults, headOf, parseCourse } from './course.ts'

const text = `# The course
- \`0-A.before\`: before the first row
## 2 Android
### How
### 1-A① Two certificates
Words in between.
- \`1-A①.signing\`: one for signing
- \`1-A①.own-key\`: the keys are its own
### 2-C Applying
- \`2-C⑥.tick\`: what is missing is said
- \`2-C.nothing-lost\`: nothing is lost
### 2-D Codes
- \`2-D①.password\`: the password
### 2-E Registering
- \`2-E①.register\`: it registers
`
const course = parseCourse(text)
const named = (title: string) => {
  const { rows, promises, faults } = headOf(title, course)
  return { rows, promises, faults }
}

test('rows: rows are third-level headings that begin with a name, promises the list under them', () => {
  expect(course.map(({ row, what, promises }) => [row, what, promises.length])).toEqual([
    ['1-A①', 'Two certificates', 2],
    ['2-C', 'Applying', 2],
    ['2-D', 'Codes', 1],
    ['2-E', 'Registering', 1],
  ])
  expect(course[1]?.promises[0]).toEqual({ name: '2-C⑥.tick', what: 'what is missing is said' })
})

test('rows: one title may carry several names, with step numbers and commas between them', () => {
  expect(named('2-C⑥.tick 2-D ⑦, 1-A①.own-key: the way through')).toEqual({
    rows: ['2-D'],
    promises: ['2-C⑥.tick', '1-A①.own-key'],
    faults: [],
  })
  expect(named('2-C…2-E, 1-A①, 2-C⑦ ②–⑦ all').rows).toEqual(['2-C', '2-D', '2-E', '1-A①', '2-C'])
  expect(headOf('2-C⑥.tick 2-D the way, 2-C', course).sentence).toBe('the way, 2-C')
})

test('rows: a name inside a sentence, and numbers of other documents, are no head', () => {
  for (const title of ['after 2-C nothing', 'ISO 7816-4 §7.5.6 x', 'RFC 9457 2-C', '… x', '%s x']) {
    expect(named(title), title).toEqual({ rows: [], promises: [], faults: [] })
  }
})

test.each([
  ['2-G a row', '2-G is not in docs/course.md'],
  ['2-C2 x', '2-C2 is not in docs/course.md'],
  ['5-A one letter of a section', '5-A is not in docs/course.md'],
  ['2-C⑥.tack a promise', '2-C⑥.tack is not in docs/course.md'],
  ['2-C…2-Z a range', '2-C…2-Z is not in docs/course.md'],
  ['2-C words, then 2-C⑥.tick', '2-C⑥.tick stands after the head, where it does not count'],
  ['2-C⑥.tick 2-C⑥.tick twice', '2-C⑥.tick is named twice'],
])('rows: a title such as "%s" is a fault', (title, fault) => {
  expect(named(title).faults).toEqual([fault])
})

test('rows: the course itself is looked at: nothing twice, nothing empty, each promise named after its row', () => {
  const under = (row: string, ...lines: string[]) =>
    courseFaults([`### ${row} x`, ...lines].join('\n'))
  expect(under('2-C', '- `2-C⑥.tick`: x', '- `2-C.two-words`: y')).toEqual([])
  expect(under('2-C')).toEqual(['2-C has no promise'])
  expect(under('2-C', '- `2-C.x`: y', '### 2-C x', '- `2-C.y`: y')).toEqual(['2-C is there twice'])
  expect(under('2-C', '- `2-C.x`: y', '- `2-C.x`: z')).toEqual(['2-C.x is there twice'])
  for (const name of ['2-D.x', '2-C', '2-C.X', '2-C.x-', '2-C.', '2-Cx', '2-C⑥tick']) {
    expect(under('2-C', `- \`${name}\`: y`), name).toEqual([`${name} is no name in 2-C`])
  }
  expect(under('2-C', '- `2-C.x`: y', '- `2-C.y` y', '- `2-C.z`:')).toEqual([
    'is no promise: - `2-C.y` y',
    'is no promise: - `2-C.z`:',
  ])
})
