/** Words of the facts of an institution's school year. */
import type { calendarDutiesVocabulary } from '../../../domain/dossier/vocabulary/calendar-duties.ts';
import { both } from './both.ts';
import type { WordsOf } from './fact-words.ts';

export const calendarDutiesWords: WordsOf<typeof calendarDutiesVocabulary> = {
  'schoolYear.started': {
    title: both('Sācies mācību gads', 'School year started'),
    act: both('Sākt mācību gadu', 'Start the school year'),
    fields: {
      startsOn: { label: both('Pirmā diena', 'First day') },
      endsOn: { label: both('Pēdējā diena', 'Last day') },
      schoolTypeCode: {
        label: both('Izglītības iestādes veids', 'Kind of school'),
        codes: {
          general: both('Vispārējās izglītības iestāde', 'General school'),
          vocational: both('Profesionālās izglītības iestāde', 'Vocational school'),
          preschool: both('Pirmsskolas izglītības iestāde', 'Preschool'),
        },
      },
    },
  },
  'period.started': {
    title: both('Sācies periods', 'Period started'),
    act: both('Sākt periodu', 'Start a period'),
    fields: {
      from: { label: both('No', 'From') },
      to: { label: both('Līdz', 'To') },
    },
  },
  'calendarDuty.done': {
    title: both('Izpildīts mācību gada pienākums', 'School-year duty done'),
    act: both('Atzīmēt pienākumu kā izpildītu', 'Mark a school-year duty as done'),
    fields: {
      resultCode: {
        suggestions: {
          done: both('Izpildīts', 'Done'),
          none: both('Priekšlikumu nav', 'Nothing to propose'),
        },
      },
    },
  },
  'learner.enrolled': {
    title: both('Izglītojamais uzņemts', 'Learner enrolled'),
    act: both('Pierakstīt izglītojamā uzņemšanu', 'Record an enrolment'),
    fields: {
      startedOn: { label: both('Mācības sāktas', 'Started on') },
      midYear: { label: both('Mācību gada laikā', 'During the school year') },
      ikvdListId: {
        label: both('IKVD saraksts', 'IKVD list'),
        whose: 'event',
        from: [{ type: 'ikvdList.received' }],
      },
    },
  },
  'viis.entered': {
    title: both('Izglītojamais ievadīts VIIS', 'Learner entered into VIIS'),
    act: both('Pierakstīt, ka izglītojamais ievadīts VIIS', 'Record the learner’s entry into VIIS'),
  },
  'ikvdList.received': {
    title: both(
      'Saņemts IKVD saraksts par nereģistrētajiem bērniem',
      'IKVD list of unregistered children received',
    ),
    act: both('Pierakstīt saņemtu IKVD sarakstu', 'Record an IKVD list'),
    fields: { listDate: { label: both('Saraksta datums', 'Date of the list') } },
  },
  'ikvdReport.published': {
    title: both('Publicēts IKVD ziņojums par mācību gadu', 'IKVD report on the school year published'),
    act: both('Pierakstīt IKVD ziņojumu', 'Record the IKVD report'),
    fields: { year: { label: both('Mācību gads', 'School year') } },
  },
  'rules.issued': {
    title: both('Noteikta kavējumu uzskaites kārtība', 'Rules on absence issued'),
    act: both('Pierakstīt kavējumu uzskaites kārtību', 'Record the rules on absence'),
  },
  'procedure.adopted': {
    title: both('Pieņemta rīcības kārtība', 'Procedure adopted'),
    act: both('Pierakstīt pieņemtu kārtību', 'Record an adopted procedure'),
    fields: { procedureId: { label: both('Kārtība', 'Procedure') } },
  },
  'term.adopted': {
    title: both('Pašvaldība pieņēmusi termiņu', 'Term adopted by the municipality'),
    act: both('Pieņemt termiņu', 'Adopt a term'),
    fields: {
      amount: { label: both('Cik', 'How many') },
      unitCode: {
        codes: {
          hour: both('Stundas', 'Hours'),
          workingDay: both('Darbdienas', 'Working days'),
          day: both('Dienas', 'Days'),
          week: both('Nedēļas', 'Weeks'),
          month: both('Mēneši', 'Months'),
        },
      },
      landingCode: {
        label: both('Ja pēdējā diena ir brīvdiena', 'If the last day is no working day'),
        codes: {
          next: both('Nākamā darbdiena', 'The next working day'),
          previous: both('Iepriekšējā darbdiena', 'The working day before'),
          asIs: both('Paliek brīvdienā', 'Stays as it is'),
        },
      },
      fromDate: { label: both('Spēkā no', 'In force from') },
    },
  },
  'programme.approved': {
    title: both('Apstiprināta programma', 'Programme approved'),
    act: both('Pierakstīt apstiprinātu programmu', 'Record an approved programme'),
    fields: { extraFunding: { label: both('Vajadzīgs papildu finansējums', 'Needs extra funding') } },
  },
};
