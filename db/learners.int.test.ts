import { changing } from './learners/changing.ts';
import { classes } from './learners/classes.ts';
import { knownElsewhere } from './learners/known-elsewhere.ts';
import { useOffice } from './learners/office.ts';
import { whoSees } from './learners/seen.ts';
import { whatIsStored } from './learners/stored.ts';

// One product for all of them: bringing one up costs more than its tests.
useOffice();
whoSees();
whatIsStored();
knownElsewhere();
changing();
classes();
