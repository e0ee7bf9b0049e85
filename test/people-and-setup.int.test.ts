/** People, institutions, leave, directory, settings and training (issue 4, sections 1 and 4), through the API. */

import { directory } from './people-and-setup/directory.ts';
import { leave } from './people-and-setup/leave.ts';
import { useOffice } from './people-and-setup/office.ts';
import { peopleAndInstitutions } from './people-and-setup/people.ts';
import { setUp } from './people-and-setup/set-up.ts';
import { training } from './people-and-setup/training.ts';

// One product for all of them: bringing one up costs more than its tests.
useOffice();
peopleAndInstitutions();
leave();
directory();
setUp();
training();
