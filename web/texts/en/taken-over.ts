export const takenOver = {
  title: 'Duties taken over',
  intro:
    'These duties are from before the system. They are not late, and nobody is written to about them. Decide about each once: give it a day, mark it as done, or drop it.',
  none: 'There are no duties taken over to decide about.',
  more: 'The first 200 are shown. The others appear once these are decided.',
  all: 'All ({{count}})',
  since: 'since {{day}}',
  open: 'Dossier {{number}}',
  chosen_one: '{{count}} duty chosen',
  chosen_other: '{{count}} duties chosen',
  newDay: 'New due day',
  date: 'Set the day',
  settle: 'Done already',
  drop: 'Not needed',
  done_one: 'Decided about {{count}} duty',
  done_other: 'Decided about {{count}} duties',
  link: 'Decide about all',
} as const;
