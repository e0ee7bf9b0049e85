export const today = {
  title: 'Today',
  nothingMine: 'There is nothing for you to do now.',
  nothingMineHint:
    'What comes up appears here and comes by e-mail as well. If you notice a risk, record it with “New”.',
  nothingWaiting: 'You are waiting for nobody at the moment.',
  count_one: '{{count}} duty',
  count_other: '{{count}} duties',
} as const;
