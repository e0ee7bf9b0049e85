/** Work phones of the invented municipality, by demo id; numbers that nobody has. */
const phones: Readonly<Record<string, string>> = {
  'ozolkalna-vidusskola': '+371 60000010',
  'rudzulejas-pamatskola': '+371 60000020',
  'socialais-dienests': '+371 60000030',
  barintiesa: '+371 60000040',
  'pasvaldibas-policija': '+371 60000050',
  'valsts-policija': '+371 60000060',
  bac: '+371 60000070',
  'ilze-vitolina': '+371 20000011',
  'dainis-brencis': '+371 20000012',
  'evija-rudzite': '+371 20000013',
  'laura-straume': '+371 20000014',
  'andris-jansons': '+371 20000021',
  'zane-mezale': '+371 20000022',
};

export function demoPhone(id: string): string | null {
  return phones[id] ?? null;
}
