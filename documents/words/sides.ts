/** What the sides of a duty are called where no name is known or meant: roles, kinds of institutions, the family. */
import type { Party } from '../../domain/duty/duty.ts';
import type { Bilingual } from '../../domain/procedure/duty-definition.ts';
import type { InstitutionKind, OutsideParty, Role } from '../../domain/procedure/party.ts';

/** The side without anybody's name: “sociālais dienests”, “klases audzinātājs”. */
export function sideWords(party: Party): Bilingual {
  switch (party.party) {
    case 'family':
      return familyWords[party.who];
    case 'outside':
      return outsideWords[party.name];
    case 'institution':
      return party.kind === null ? unnamed : kindWords[party.kind];
    case 'person':
      return roleWords[party.role];
  }
}

/** The institution of a side, where it has one. */
export function institutionOfSide(party: Party): string | null {
  return party.party === 'person' || party.party === 'institution' ? party.institutionId : null;
}

const unnamed: Bilingual = { lv: 'iestāde', en: 'institution' };

const familyWords = {
  learner: { lv: 'izglītojamais', en: 'learner' },
  parents: { lv: 'vecāki', en: 'parents' },
  both: { lv: 'izglītojamais un vecāki', en: 'learner and parents' },
} as const;

/** For institutions that nobody has turned to yet: the duty knows only what kind is meant. */
export const kindWords: Readonly<Record<InstitutionKind, Bilingual>> = {
  school: { lv: 'skola', en: 'school' },
  socialService: { lv: 'sociālais dienests', en: 'social service' },
  orphansCourt: { lv: 'bāriņtiesa', en: 'orphan’s court' },
  municipalPolice: { lv: 'pašvaldības policija', en: 'municipal police' },
  statePolice: { lv: 'Valsts policija', en: 'state police' },
  educationBoard: { lv: 'izglītības pārvalde', en: 'education board' },
  cooperationGroup: { lv: 'sadarbības grupa', en: 'cooperation group' },
  administrativeCommission: { lv: 'administratīvā komisija', en: 'administrative commission' },
  probationService: { lv: 'Valsts probācijas dienests', en: 'probation service' },
  childProtectionCentre: { lv: 'Bērnu aizsardzības centrs', en: 'Child Protection Centre' },
  familySupportCentre: { lv: 'Bērnu un ģimenes atbalsta centrs', en: 'family support centre' },
  municipality: { lv: 'pašvaldība', en: 'municipality' },
  founder: { lv: 'dibinātājs', en: 'founder' },
  crisisTeam: { lv: 'krīzes intervences komanda', en: 'crisis team' },
  stateAgency: { lv: 'valsts iestāde', en: 'state agency' },
};

export const roleWords: Readonly<Record<Role, Bilingual>> = {
  classTeacher: { lv: 'klases audzinātājs', en: 'class teacher' },
  supportStaff: { lv: 'atbalsta personāls', en: 'support staff' },
  socialPedagogue: { lv: 'sociālais pedagogs', en: 'social pedagogue' },
  teacher: { lv: 'pedagogs', en: 'teacher' },
  principal: { lv: 'direktors', en: 'principal' },
  administration: { lv: 'administrācija', en: 'administration' },
  authorisedPerson: { lv: 'pilnvarotā persona', en: 'authorised person' },
  onCall: { lv: 'dežurējošā persona', en: 'on-call person' },
  caseManager: { lv: 'gadījuma vadītājs', en: 'case manager' },
  previousCaseManager: { lv: 'iepriekšējais gadījuma vadītājs', en: 'previous case manager' },
  staff: { lv: 'darbinieks', en: 'member of staff' },
  head: { lv: 'vadītājs', en: 'head' },
  socialWorker: { lv: 'sociālais darbinieks', en: 'social worker' },
  familyAssistant: { lv: 'ģimenes asistents', en: 'family assistant' },
  secretary: { lv: 'lietvedis', en: 'secretary' },
  specialist: { lv: 'speciālists', en: 'specialist' },
  dataProtectionOfficer: { lv: 'datu aizsardzības speciālists', en: 'data-protection officer' },
  administrator: { lv: 'administrators', en: 'administrator' },
  service: { lv: 'cita sistēma', en: 'another system' },
  supportCoordinator: { lv: 'atbalsta koordinators', en: 'support coordinator' },
  attendanceContact: { lv: 'kontaktpersona kavējumu jautājumos', en: 'attendance contact' },
  juvenileContact: { lv: 'kontaktpersona nepilngadīgo lietās', en: 'juvenile contact' },
};

const outsideWords: Readonly<Record<OutsideParty, Bilingual>> = {
  VIIS: { lv: 'VIIS', en: 'VIIS' },
  NPAIS: { lv: 'NPAIS', en: 'NPAIS' },
  IKVD: { lv: 'Izglītības kvalitātes valsts dienests', en: 'State Education Quality Service' },
  PMLP: { lv: 'Pilsonības un migrācijas lietu pārvalde', en: 'Office of Citizenship and Migration Affairs' },
  council: { lv: 'dome', en: 'council' },
  public: { lv: 'sabiedrība', en: 'the public' },
  budget: { lv: 'budžets', en: 'budget' },
  ministry: { lv: 'ministrija', en: 'ministry' },
  file: { lv: 'lieta', en: 'file' },
  breachRecord: { lv: 'pārkāpumu reģistrs', en: 'breach record' },
  specialists: { lv: 'speciālisti', en: 'specialists' },
};
