export const tour = {
  at: 'Introduction, step {{step}} of {{of}}',
  next: 'Next',
  back: 'Back',
  skip: 'Skip the introduction',
  end: 'Start working',
  again: 'Show the introduction again',
  steps: {
    today: {
      title: 'The day starts here',
      text: '“I owe” are your duties, “Others owe me” is what others owe you. Every due day has “Why?”: how it was counted, and where it is written. The button at the end of a row settles the duty.',
    },
    newEntry: {
      title: 'Noticed a risk? Record it',
      text: 'Press “New”. Search for the learner first; before saving you see what has to be done next and by when. Two sentences are enough.',
    },
    case: {
      title: 'Everything about one child in one place',
      text: 'Open the case from “My cases”. The course shows whose turn it is and since when; below it, what is to be done. “Contact” records a call to the parents in three taps.',
    },
    inbox: {
      title: 'What waits for your institution’s answer',
      text: 'The inbox holds what schools and other institutions sent, first what has the least time left. You can accept, decline with a reason, ask for a supplement or answer.',
    },
    school: {
      title: 'Answers that the school waits for',
      text: 'The page “School” lists answers of other institutions whose time has passed. It leads step by step to a complaint, and says before each step who will be told what.',
    },
    board: {
      title: 'Where answers hang',
      text: 'The page “Overdue” shows what has hung longest, why, and what would unblock it. Institutions are not ranked, and small numbers are not shown.',
    },
    people: {
      title: 'People first',
      text: 'On the page “Administration” add your colleagues and send invitations. Say who stands in for whom: then no duty is left without a person during an absence.',
    },
    setUp: {
      title: 'Then the set-up and the calendar',
      text: 'Switch duties on in the administration, and check holidays and moved working days. Before saving you see which due days would change.',
    },
    danger: {
      title: 'When a child is in danger',
      text: 'The button “Danger · 110” is at the top of every page, also before you sign in. Ring 110 first; then the page says whom else to tell.',
    },
    help: {
      title: 'Where to find help',
      text: 'At the top right, under “My account”, is “Help” with the user guide. The key ? shows the keys, F8 hides the screen when somebody walks in. This introduction can be opened again from the help.',
    },
  },
};
