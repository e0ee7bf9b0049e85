/** `2026/2027`: the school year that people look after on a day; from June on they prepare the next one. */
export function schoolYearInHand(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return yearFrom(month >= 6 ? year : year - 1);
}

export function nextSchoolYear(schoolYear: string): string {
  return yearFrom(Number(schoolYear.slice(0, 4)) + 1);
}

export function yearBefore(schoolYear: string): string {
  return yearFrom(Number(schoolYear.slice(0, 4)) - 1);
}

function yearFrom(first: number): string {
  return `${first}/${first + 1}`;
}
