/** `2026/2027` of a day: a school year begins in September; from June on people prepare the next one. */
export function schoolYearOf(day: string): string {
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
