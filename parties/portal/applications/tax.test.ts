import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  computeTax,
  incomeTax,
  lifeDeduction,
  medicalDeduction,
  salaryIncome,
  type TaxAnswers,
} from './tax.ts'

const nothing: TaxAnswers = {
  salary: 0,
  withheld: 0,
  medical: 0,
  medicalCovered: 0,
  socialInsurance: 0,
  lifeGeneral: 0,
  lifeCare: 0,
  lifePension: 0,
  dependantsGeneral: 0,
  dependantsSpecific: 0,
  dependantsElderly: 0,
  dependantsElderlyTogether: 0,
}

test.each([
  // 令和7年分: the least deduction, the steps of the table, the percentages above it.
  [2025, 600_000, 0],
  [2025, 1_900_000, 1_250_000],
  [2025, 1_903_999, 1_250_000],
  [2025, 1_904_000, 1_252_800],
  [2025, 3_600_000, 2_440_000],
  [2025, 5_000_000, 3_560_000],
  [2025, 6_600_000, 4_840_000],
  [2025, 8_500_000, 6_550_000],
  [2025, 12_000_000, 10_050_000],
  // 令和8年分
  [2026, 2_200_000, 1_460_000],
  [2026, 2_204_000, 1_462_800],
  [2026, 5_000_000, 3_560_000],
])('所得税法 第28条 in %i of a salary of %i the income is %i', (year, salary, income) => {
  expect(salaryIncome(salary, year)).toBe(income)
})

test.each([
  [1_949_000, 97_450],
  [1_950_000, 97_500],
  [3_300_000, 232_500],
  [7_000_000, 974_000],
  [9_000_000, 1_434_000],
  [18_000_000, 4_404_000],
  [40_000_000, 13_204_000],
])('所得税法 第89条 of %i the tax is %i', (taxable, tax) => {
  expect(incomeTax(taxable)).toBe(tax)
})

test('所得税法 第73条 medical costs count beyond 100,000 yen, or 5 % of a small income, to 2 million', () => {
  expect(medicalDeduction(250_000, 30_000, 3_000_000)).toBe(120_000)
  expect(medicalDeduction(80_000, 0, 1_000_000)).toBe(30_000)
  expect(medicalDeduction(80_000, 0, 3_000_000)).toBe(0)
  expect(medicalDeduction(9_000_000, 0, 9_000_000)).toBe(2_000_000)
})

test('所得税法 第76条 life insurance counts whole, by half, by a quarter, to 40,000 yen a kind and 120,000 together', () => {
  expect([15_000, 20_000, 40_000, 80_000, 100_000].map(lifeDeduction)).toEqual([
    15_000, 20_000, 30_000, 40_000, 40_000,
  ])
  const all = { ...nothing, lifeGeneral: 90_000, lifeCare: 90_000, lifePension: 90_000 }
  expect(computeTax(all, 2025).deductions.life).toBe(120_000)
})

test('1-B① a return as an employee files it: 5 million of salary, insurance, medical costs, one dependant', () => {
  const answers = {
    ...nothing,
    salary: 5_000_000,
    withheld: 130_000,
    medical: 300_000,
    socialInsurance: 720_000,
    lifeGeneral: 80_000,
    dependantsGeneral: 1,
  }
  // 3,560,000 − (200,000 + 720,000 + 40,000 + 380,000 + 680,000) = 1,540,000; 5 % = 77,000; 2.1 % of it = 1,617
  expect(computeTax(answers, 2025)).toEqual({
    income: 3_560_000,
    deductions: {
      medical: 200_000,
      socialInsurance: 720_000,
      life: 40_000,
      dependants: 380_000,
      basic: 680_000,
    },
    deducted: 2_020_000,
    taxable: 1_540_000,
    tax: 77_000,
    surtax: 1_617,
    withheld: 130_000,
    refund: 51_383,
    due: 0,
  })
  expect(computeTax({ ...answers, withheld: 0 }, 2025)).toMatchObject({ refund: 0, due: 78_600 })
  expect(computeTax(answers, 2026).deductions.basic).toBe(1_040_000)
})

test('所得税法 第86条 the basic deduction shrinks with the income, and ends', () => {
  const basic = (salary: number) => computeTax({ ...nothing, salary }, 2025).deductions.basic
  expect([1_900_000, 4_000_000, 6_000_000, 8_000_000, 20_000_000].map(basic)).toEqual([
    950_000, 880_000, 680_000, 630_000, 580_000,
  ])
  expect([25_900_000, 26_400_000, 26_900_000, 27_000_000].map(basic)).toEqual([
    480_000, 320_000, 160_000, 0,
  ])
})

test('what is withheld is tax, surtax and refund, or short by what is due; more salary is never less tax', () => {
  const amount = fc.integer({ min: 0, max: 30_000_000 })
  fc.assert(
    fc.property(
      amount,
      amount,
      amount,
      fc.constantFrom(2025, 2026),
      (salary, more, withheld, year) => {
        const one = computeTax({ ...nothing, salary, withheld }, year)
        expect(one.refund === 0 || one.due === 0).toBe(true)
        if (one.refund > 0) expect(one.tax + one.surtax + one.refund).toBe(withheld)
        const two = computeTax({ ...nothing, salary: salary + more, withheld }, year)
        expect(two.tax).toBeGreaterThanOrEqual(one.tax)
      },
    ),
  )
})
