/** @param birthDate YYYY-MM-DD @returns whole years on that day in Japan */
export function ageOn(birthDate: string, day: Date): number {
  const today = new Date(day.getTime() + 9 * 3_600_000).toISOString().slice(0, 10)
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}
