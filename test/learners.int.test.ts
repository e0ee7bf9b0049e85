/** Learners, classes and the search before create (issue 4, section 1), through the API and on real servers. */

import { schoolClasses } from './learners/classes.ts';
import { openingDossiers } from './learners/dossiers.ts';
import { aLearner } from './learners/learner.ts';
import { useOffice } from './learners/office.ts';
import { everyAct } from './learners/rights.ts';
import { searchBeforeCreate } from './learners/search.ts';

// One product for all of them: bringing one up costs more than its tests.
useOffice();
searchBeforeCreate();
aLearner();
everyAct();
schoolClasses();
openingDossiers();
