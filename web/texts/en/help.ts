export const help = {
  title: 'Help',
  text: 'The user guide is in Latvian: short, task by task, with pictures. The children and people in them are invented.',
  byRole: 'By what you do',
  everybody: 'For everybody',
  all: 'The whole guide',
  how: 'How this works',
};
