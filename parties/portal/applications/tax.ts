/**
 * Income tax of an employee: salary income, deductions, tax, and what is paid back (所得税法 第28条, 第73条–第86条, 第89条; 復興財源確保法 第13条).
 * Amounts are whole yen. The rules of a year that is not known yet are those of the last one that is.
 */

export interface TaxAnswers {
  /** 給与の支払金額 */
  readonly salary: number
  /** 源泉徴収税額 */
  readonly withheld: number
  readonly medical: number
  /** What insurance paid of it. */
  readonly medicalCovered: number
  readonly socialInsurance: number
  readonly lifeGeneral: number
  readonly lifeCare: number
  readonly lifePension: number
  /** 16 to 18, and 23 to 69 years old. */
  readonly dependantsGeneral: number
  /** 19 to 22. */
  readonly dependantsSpecific: number
  /** 70 and more; those who live with the person are counted apart. */
  readonly dependantsElderly: number
  readonly dependantsElderlyTogether: number
}

type Bracket = readonly [upTo: number, amount: number]

interface YearRules {
  /** Of 給与所得控除: the least, and up to which salary it holds. */
  readonly leastSalaryDeduction: Bracket
  /** 基礎控除 by income. */
  readonly basic: readonly Bracket[]
}

const above: readonly Bracket[] = [
  [24_000_000, 480_000],
  [24_500_000, 320_000],
  [25_000_000, 160_000],
]
/** 令和7年度税制改正; 令和8年度税制改正 (with the 50,000 yen of 令和8年 and 9年). */
const rules2025: YearRules = {
  leastSalaryDeduction: [1_900_000, 650_000],
  basic: [
    [1_320_000, 950_000],
    [3_360_000, 880_000],
    [4_890_000, 680_000],
    [6_550_000, 630_000],
    [23_500_000, 580_000],
    ...above,
  ],
}
const rules2026: YearRules = {
  leastSalaryDeduction: [2_200_000, 740_000],
  basic: [[4_890_000, 1_040_000], [6_550_000, 670_000], [23_500_000, 620_000], ...above],
}
const newestRules = 2026

const rulesOf = (year: number): YearRules => (year < newestRules ? rules2025 : rules2026)

/** The year whose rules are used for `year`. */
export const rulesYear = (year: number): number => (year < newestRules ? 2025 : newestRules)

/** 給与所得控除後の金額 (別表第五: below 6.6 million by steps of 4,000). */
export function salaryIncome(salary: number, year: number): number {
  const [upTo, least] = rulesOf(year).leastSalaryDeduction
  if (salary <= upTo) return Math.max(0, salary - least)
  const quarter = Math.floor(salary / 4 / 1_000) * 1_000
  if (salary < 3_600_000) return Math.floor(quarter * 2.8 - 80_000)
  if (salary < 6_600_000) return Math.floor(quarter * 3.2 - 440_000)
  if (salary < 8_500_000) return Math.floor(salary * 0.9) - 1_100_000
  return salary - 1_950_000
}

const basicDeduction = (income: number, year: number): number =>
  rulesOf(year).basic.find(([upTo]) => income <= upTo)?.[1] ?? 0

/** 医療費控除: beyond 100,000 yen, or 5 % of the income where that is less; 2 million at most. */
export const medicalDeduction = (paid: number, covered: number, income: number): number =>
  Math.min(2_000_000, Math.max(0, paid - covered - Math.min(100_000, Math.floor(income * 0.05))))

/** 生命保険料控除 of one kind, contracts since 2012. */
export function lifeDeduction(paid: number): number {
  if (paid <= 20_000) return paid
  if (paid <= 40_000) return Math.ceil(paid / 2 + 10_000)
  if (paid <= 80_000) return Math.ceil(paid / 4 + 20_000)
  return 40_000
}
const mostLife = 120_000

const dependants = {
  general: 380_000,
  specific: 630_000,
  elderly: 480_000,
  elderlyTogether: 580_000,
} as const

/** 速算表: up to so much of taxable income, the rate in percent and what is taken off. */
const brackets: readonly (readonly [upTo: number, percent: number, off: number])[] = [
  [1_949_000, 5, 0],
  [3_299_000, 10, 97_500],
  [6_949_000, 20, 427_500],
  [8_999_000, 23, 636_000],
  [17_999_000, 33, 1_536_000],
  [39_999_000, 40, 2_796_000],
  [Number.POSITIVE_INFINITY, 45, 4_796_000],
]

/** @param taxable whole thousands of yen */
export function incomeTax(taxable: number): number {
  const [, percent = 0, off = 0] = brackets.find(([upTo]) => taxable <= upTo) ?? []
  return Math.floor((taxable * percent) / 100) - off
}

export interface TaxReturn {
  readonly income: number
  readonly deductions: {
    readonly medical: number
    readonly socialInsurance: number
    readonly life: number
    readonly dependants: number
    readonly basic: number
  }
  readonly deducted: number
  readonly taxable: number
  readonly tax: number
  /** 復興特別所得税, from 2027 on together with 防衛特別所得税: 2.1 % either way. */
  readonly surtax: number
  readonly withheld: number
  /** To be paid back; 0 where something is to be paid. */
  readonly refund: number
  /** Still to be paid, whole hundreds of yen. */
  readonly due: number
}

/** @param year of the income */
export function computeTax(answers: TaxAnswers, year: number): TaxReturn {
  const income = salaryIncome(answers.salary, year)
  const life = [answers.lifeGeneral, answers.lifeCare, answers.lifePension]
    .map(lifeDeduction)
    .reduce((sum, one) => sum + one, 0)
  const deductions = {
    medical: medicalDeduction(answers.medical, answers.medicalCovered, income),
    socialInsurance: answers.socialInsurance,
    life: Math.min(mostLife, life),
    dependants:
      answers.dependantsGeneral * dependants.general +
      answers.dependantsSpecific * dependants.specific +
      answers.dependantsElderly * dependants.elderly +
      answers.dependantsElderlyTogether * dependants.elderlyTogether,
    basic: basicDeduction(income, year),
  }
  const deducted = Object.values(deductions).reduce((sum, one) => sum + one, 0)
  const taxable = Math.floor(Math.max(0, income - deducted) / 1_000) * 1_000
  const tax = incomeTax(taxable)
  const surtax = Math.floor((tax * 21) / 1_000)
  const balance = answers.withheld - tax - surtax
  return {
    income,
    deductions,
    deducted,
    taxable,
    tax,
    surtax,
    withheld: answers.withheld,
    refund: Math.max(0, balance),
    due: balance < 0 ? Math.floor(-balance / 100) * 100 : 0,
  }
}
