export const emergency = {
  title: 'Emergency access to a case',
  text: 'For a child in danger whose case you do not see otherwise. Access begins at once and lasts 24 hours; it stays in the case with its reason, the case manager and the data protection officer are told, and it is reviewed.',
  number: 'Number of the case',
  numberHint: 'For example 2026-0412. Whoever calls or writes tells it.',
  ground: 'Why now',
  reason: 'What has happened',
  reasonHint: 'Facts, for those who review. Kept encrypted; never in e-mails.',
  take: 'See the case',
  after: 'You will see what the case holds; only danger can be recorded.',
  missing: {
    caseNumber: 'Enter the number of the case, for example 2026-0412.',
    groundCode: 'Choose why now.',
    reason: 'Say what has happened, in a sentence or two.',
  },
  menu: 'Emergency access',
  byNumber: 'Emergency access by this number',
} as const;
