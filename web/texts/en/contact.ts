export const contact = {
  button: 'Contact',
  buttonOf: 'Contact: {{who}}',
  title: 'Whom you contacted',
  parents: 'Parents',
  noContact: 'must not be contacted',
  channel: 'How',
  result: 'How it ended',
  with: 'With: {{who}}',
  saved: 'Contact recorded: {{result}}',
  undo: 'Undo',
  undoFailed: 'It could not be undone. Open the case and withdraw the entry there.',
} as const;
