/** The staff of the invented municipality. Names and addresses are invented; `.example` is reachable by nobody. */
import type { Role } from '../../domain/procedure/party.ts';
import type { DemoInstitutionId } from './municipality.ts';

export type DemoPost = { readonly institution: DemoInstitutionId; readonly roles: readonly Role[] };

export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly language: 'lv' | 'en';
  /** The first post is the one for which the person acts where a fact does not say. */
  readonly posts: readonly [DemoPost, ...DemoPost[]];
};

export const demoPeople = [
  {
    id: 'ilze-vitolina',
    name: 'Ilze Vītoliņa',
    mail: 'ilze.vitolina@ozolkalna-vidusskola.example',
    language: 'lv',
    posts: [{ institution: 'ozolkalna-vidusskola', roles: ['principal'] }],
  },
  {
    id: 'dainis-brencis',
    name: 'Dainis Brencis',
    mail: 'dainis.brencis@ozolkalna-vidusskola.example',
    language: 'lv',
    posts: [{ institution: 'ozolkalna-vidusskola', roles: ['administration', 'onCall', 'administrator'] }],
  },
  {
    id: 'anita-kalnina',
    name: 'Anita Kalniņa',
    mail: 'anita.kalnina@ozolkalna-vidusskola.example',
    language: 'lv',
    posts: [{ institution: 'ozolkalna-vidusskola', roles: ['classTeacher', 'teacher'] }],
  },
  {
    id: 'martins-ozers',
    name: 'Mārtiņš Ozers',
    mail: 'martins.ozers@ozolkalna-vidusskola.example',
    language: 'lv',
    posts: [{ institution: 'ozolkalna-vidusskola', roles: ['classTeacher', 'teacher'] }],
  },
  {
    id: 'sanita-liepkalne',
    name: 'Sanita Liepkalne',
    mail: 'sanita.liepkalne@ozolkalna-vidusskola.example',
    language: 'lv',
    posts: [{ institution: 'ozolkalna-vidusskola', roles: ['classTeacher', 'teacher'] }],
  },
  {
    id: 'gints-purmalis',
    name: 'Gints Purmalis',
    mail: 'gints.purmalis@ozolkalna-vidusskola.example',
    language: 'lv',
    posts: [{ institution: 'ozolkalna-vidusskola', roles: ['classTeacher', 'teacher'] }],
  },
  {
    id: 'evija-rudzite',
    name: 'Evija Rudzīte',
    mail: 'evija.rudzite@ozolkalna-vidusskola.example',
    language: 'lv',
    posts: [{ institution: 'ozolkalna-vidusskola', roles: ['socialPedagogue'] }],
  },
  {
    id: 'laura-straume',
    name: 'Laura Straume',
    mail: 'laura.straume@ozolkalna-vidusskola.example',
    language: 'lv',
    posts: [{ institution: 'ozolkalna-vidusskola', roles: ['supportStaff', 'specialist'] }],
  },
  {
    id: 'emily-carter',
    name: 'Emily Carter',
    mail: 'emily.carter@ozolkalna-vidusskola.example',
    language: 'en',
    posts: [{ institution: 'ozolkalna-vidusskola', roles: ['teacher'] }],
  },
  {
    id: 'inguna-dzene',
    name: 'Inguna Dzene',
    mail: 'inguna.dzene@ozolkalna-vidusskola.example',
    language: 'lv',
    posts: [{ institution: 'ozolkalna-vidusskola', roles: ['authorisedPerson', 'teacher'] }],
  },
  {
    id: 'andris-jansons',
    name: 'Andris Jansons',
    mail: 'andris.jansons@rudzulejas-pamatskola.example',
    language: 'lv',
    posts: [{ institution: 'rudzulejas-pamatskola', roles: ['principal'] }],
  },
  {
    id: 'zane-mezale',
    name: 'Zane Mežale',
    mail: 'zane.mezale@rudzulejas-pamatskola.example',
    language: 'lv',
    posts: [{ institution: 'rudzulejas-pamatskola', roles: ['administration', 'onCall', 'administrator'] }],
  },
  {
    id: 'baiba-krumina',
    name: 'Baiba Krūmiņa',
    mail: 'baiba.krumina@rudzulejas-pamatskola.example',
    language: 'lv',
    posts: [{ institution: 'rudzulejas-pamatskola', roles: ['classTeacher', 'teacher'] }],
  },
  {
    id: 'kristaps-vejs',
    name: 'Kristaps Vējš',
    mail: 'kristaps.vejs@rudzulejas-pamatskola.example',
    language: 'lv',
    posts: [{ institution: 'rudzulejas-pamatskola', roles: ['classTeacher', 'teacher'] }],
  },
  {
    id: 'rita-celmina',
    name: 'Rita Celmiņa',
    mail: 'rita.celmina@rudzulejas-pamatskola.example',
    language: 'lv',
    posts: [{ institution: 'rudzulejas-pamatskola', roles: ['classTeacher', 'teacher'] }],
  },
  {
    id: 'daiga-silina',
    name: 'Daiga Siliņa',
    mail: 'daiga.silina@rudzulejas-pamatskola.example',
    language: 'lv',
    posts: [{ institution: 'rudzulejas-pamatskola', roles: ['socialPedagogue', 'supportStaff'] }],
  },
  {
    id: 'valdis-birznieks',
    name: 'Valdis Birznieks',
    mail: 'valdis.birznieks@rudzulejas-pamatskola.example',
    language: 'lv',
    posts: [{ institution: 'rudzulejas-pamatskola', roles: ['teacher', 'authorisedPerson'] }],
  },
  {
    id: 'ineta-grava',
    name: 'Ineta Grava',
    mail: 'ineta.grava@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'socialais-dienests', roles: ['head'] }],
  },
  {
    id: 'liene-apsite',
    name: 'Liene Apsīte',
    mail: 'liene.apsite@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'socialais-dienests', roles: ['socialWorker'] }],
  },
  {
    id: 'janis-karkls',
    name: 'Jānis Kārkls',
    mail: 'janis.karkls@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'socialais-dienests', roles: ['socialWorker'] }],
  },
  {
    id: 'vita-sproge',
    name: 'Vita Sproģe',
    mail: 'vita.sproge@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'socialais-dienests', roles: ['familyAssistant'] }],
  },
  {
    id: 'maija-lace',
    name: 'Maija Lāce',
    mail: 'maija.lace@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'socialais-dienests', roles: ['secretary', 'administrator'] }],
  },
  {
    id: 'aija-zarina',
    name: 'Aija Zariņa',
    mail: 'aija.zarina@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'barintiesa', roles: ['head'] }],
  },
  {
    id: 'uldis-petersons',
    name: 'Uldis Pētersons',
    mail: 'uldis.petersons@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'barintiesa', roles: ['specialist', 'secretary', 'administrator'] }],
  },
  {
    id: 'raivis-strods',
    name: 'Raivis Strods',
    mail: 'raivis.strods@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'pasvaldibas-policija', roles: ['head', 'administrator'] }],
  },
  {
    id: 'kristine-bite',
    name: 'Kristīne Bite',
    mail: 'kristine.bite@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'pasvaldibas-policija', roles: ['specialist', 'secretary'] }],
  },
  {
    id: 'gunta-eglite',
    name: 'Gunta Eglīte',
    mail: 'gunta.eglite@ozolkalns.example',
    language: 'lv',
    posts: [
      { institution: 'izglitibas-parvalde', roles: ['head'] },
      { institution: 'sadarbibas-grupa', roles: ['head'] },
    ],
  },
  {
    id: 'toms-rozenbergs',
    name: 'Toms Rozenbergs',
    mail: 'toms.rozenbergs@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'izglitibas-parvalde', roles: ['specialist', 'secretary', 'administrator'] }],
  },
  {
    id: 'signe-lapsa',
    name: 'Signe Lapsa',
    mail: 'signe.lapsa@ozolkalns.example',
    language: 'lv',
    posts: [
      { institution: 'sadarbibas-grupa', roles: ['secretary', 'administrator'] },
      { institution: 'izglitibas-parvalde', roles: ['specialist'] },
    ],
  },
  {
    id: 'normunds-kalve',
    name: 'Normunds Kalve',
    mail: 'normunds.kalve@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'administrativa-komisija', roles: ['head'] }],
  },
  {
    id: 'dace-abele',
    name: 'Dace Ābele',
    mail: 'dace.abele@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'administrativa-komisija', roles: ['secretary', 'administrator'] }],
  },
  {
    id: 'edgars-vanags',
    name: 'Edgars Vanags',
    mail: 'edgars.vanags@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'pasvaldiba', roles: ['head'] }],
  },
  {
    id: 'sofia-lindgren',
    name: 'Sofia Lindgren',
    mail: 'sofia.lindgren@ozolkalns.example',
    language: 'en',
    posts: [{ institution: 'pasvaldiba', roles: ['dataProtectionOfficer'] }],
  },
  {
    id: 'ilona-balode',
    name: 'Ilona Balode',
    mail: 'ilona.balode@ozolkalns.example',
    language: 'lv',
    posts: [
      { institution: 'pasvaldiba', roles: ['secretary', 'administrator'] },
      { institution: 'dome', roles: ['secretary', 'administrator'] },
    ],
  },
  {
    id: 'arvis-dambis',
    name: 'Arvis Dambis',
    mail: 'arvis.dambis@ozolkalns.example',
    language: 'lv',
    posts: [{ institution: 'dome', roles: ['head'] }],
  },
] as const satisfies readonly DemoPerson[];

export type DemoPersonId = (typeof demoPeople)[number]['id'];
