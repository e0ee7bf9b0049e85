/** Orphan's court, police, commission (duties page, section 2.7): the core rows of `national-2025`. */
import type { DutyDefinition } from '../../domain/procedure/duty-definition.ts';
import { family, institution } from '../../domain/procedure/party.ts';
import { dayIn } from '../building-blocks.ts';

export const courtDuties: readonly DutyDefinition[] = [
  {
    id: 'parent-term',
    title: {
      lv: 'Novērst bāriņtiesas norādītos trūkumus noteiktajā termiņā',
      en: 'Remedy what the orphan’s court pointed out, by the date set',
    },
    offer: 'on',
    startsWhen: { each: [{ fact: 'court.termSet' }] },
    owedBy: family('parents'),
    owedTo: [institution('orphansCourt')],
    follower: institution('orphansCourt'),
    due: dayIn('termOn', 'next'),
    force: { act: 'law', term: 'agreed' },
    settledBy: { anyOf: [{ by: { fact: 'court.termRemedied' } }, { by: { fact: 'court.decided' } }] },
    note: {
      lv: 'Termiņu nosaka pēc lietas uzsākšanas, kad risks izvērtēts un vecākam izskaidrotas sekas; izpildei seko bāriņtiesa kopā ar sociālo dienestu.',
      en: 'The term is set after the case was started, the risk assessed and the consequences told; the orphan’s court follows it with the social service.',
    },
    sources: ['S 5.6 1)', 'V 3'],
  },
];
