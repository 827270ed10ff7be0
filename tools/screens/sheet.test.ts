import { expect, test } from 'vitest'
import { byWindow, type Layout, layOut, type Picture } from './sheet.ts'

const layout: Layout = { columns: 2, pictureWidth: 100, gap: 10, labelHeight: 20, highest: 500 }
const picture = (label: string, height: number): Picture => ({
  label,
  file: `${label}.png`,
  width: 200,
  height,
})

test('pictures stand in rows in their order, each row as high as its highest', () => {
  const [part, ...others] = layOut(
    [picture('a', 200), picture('b', 400), picture('c', 200)],
    layout,
  )
  expect(others).toEqual([])
  expect(part?.placed.map(({ label, x, y }) => [label, x, y])).toEqual([
    ['a', 10, 10],
    ['b', 120, 10],
    ['c', 10, 240],
  ])
  expect(part?.width).toBe(230)
  expect(part?.height).toBe(370)
})

test('a sheet that would be too high goes on in the next part, and a row higher than a part is not cut', () => {
  const parts = layOut([picture('a', 900), picture('b', 200), picture('c', 3000)], layout)
  expect(parts.map(({ placed }) => placed.map(({ label }) => label))).toEqual([['a', 'b'], ['c']])
  expect(parts[1]?.placed[0]?.y).toBe(10)
  expect(parts[1]?.height).toBe(10 + 20 + 1500 + 10)
})

test('nothing taken, no sheet', () => {
  expect(layOut([], layout)).toEqual([])
})

test('pictures of phones, machines and computers have sheets of their own, with or without a scroll bar', () => {
  const wide = (width: number) => ({ ...picture(`${width}`, 100), width })
  const sheets = byWindow([wide(1280), wide(380), wide(1920), wide(390), wide(1080)])
  const told = sheets.map(({ name, pictures }) => [name, ...pictures.map(({ label }) => label)])
  expect(told).toEqual([
    ['phone', '380', '390'],
    ['machine', '1080'],
    ['computer', '1280', '1920'],
  ])
})
