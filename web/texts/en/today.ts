export const today = {
  title: 'Today',
  noNetwork: 'The duties will be here when the network is back. The page “Danger” works without one, too.',
  whose: 'Whose duties',
  whoseOptions: { visi: 'All', mani: 'Only mine' },
  nothingOwn: 'You have taken on nothing at the moment.',
  nothingOwnHint: 'What the institution owes is under “All”; there it is taken on.',
  nothingMine: 'There is nothing for you to do now.',
  nothingMineHint:
    'What comes up appears here and comes by e-mail as well. If you notice a risk, record it with “New”.',
  nothingWaiting: 'You are waiting for nobody at the moment.',
  nothingWaitingHint:
    'When somebody owes you an act or an answer, it appears here. Sending to another institution starts in the inbox.',
  count_one: '{{count}} duty',
  count_other: '{{count}} duties',
} as const;
