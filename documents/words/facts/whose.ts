import type { Bilingual } from '../../../domain/calendar/bilingual.ts';

/**
 * What an id names, so that a choice can be offered:
 * `person` – of the staff; `parent` – a contact of the learner; `institution`; `learner`; `dossier`;
 * `referral`, `plan`, `meeting` – made by an earlier fact, see `from`; `event` – an earlier fact itself, see `from`;
 * `new` – the recorder makes a fresh one; where `from` names facts that the dossier has, theirs is taken instead;
 * `plain` – anything else: the ids that `from` names; without `from` nothing can be offered.
 */
export type Whose =
  | 'person'
  | 'parent'
  | 'institution'
  | 'learner'
  | 'dossier'
  | 'referral'
  | 'plan'
  | 'meeting'
  | 'event'
  | 'new'
  | 'plain';

/** What the same field means in all facts that have it. */
export type SharedField = { readonly label: Bilingual; readonly whose?: Whose };
