/** What a class is usually called a year later: `7.b` → `8.b`. Without a number it keeps its name. */
export function nextName(name: string): string {
  return name.replace(/\d+/, (grade) => String(Number(grade) + 1));
}
