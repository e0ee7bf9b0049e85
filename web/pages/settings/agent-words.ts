const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

/** What a browser calls itself, as a person would: “Firefox, Windows”; as it is where nothing is known in it. */
export function agentWords(agent: string): string {
  const known = [browsers, systems].flatMap(
    (list) => list.find(([mark]) => agent.includes(mark))?.slice(1) ?? [],
  );
  return known.length === 0 ? agent : known.join(', ');
}
