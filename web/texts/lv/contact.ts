export const contact = {
  button: 'Saziņa',
  buttonOf: 'Saziņa: {{who}}',
  title: 'Ar ko sazinājāties',
  parents: 'Vecāki',
  noContact: 'nedrīkst sazināties',
  channel: 'Kā',
  result: 'Kā beidzās',
  with: 'Ar ko: {{who}}',
  saved: 'Pierakstīta saziņa: {{result}}',
  undo: 'Atsaukt',
  undoFailed: 'Atsaukt neizdevās. Atveriet gadījumu un atsauciet ierakstu tur.',
} as const;
