export const unsent = {
  count_one: '{{count}} note has not been sent yet',
  count_other: '{{count}} notes have not been sent yet',
  show: 'Show',
  text: 'They wait on this device, encrypted. Once there is a network and you are signed in, they go by themselves, with their real time.',
  kept: 'Waits on this device, not sent yet: {{what}}',
  sent: 'Sent: {{what}}',
  contact: 'Contact, {{who}}: {{result}}',
  drop: 'Delete the note',
  dropSure: 'Really delete',
  leave: 'If you sign out now, they are deleted from this device and not sent.',
  stay: 'Stay',
  leaveSure: 'Sign out and delete',
} as const;
