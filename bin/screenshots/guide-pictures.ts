/** The pictures of the user guide: which screen of `screens.ts` each one shows, and how wide. */

const laptop = 1100;
const phone = 360;

/** By the name of the file in `docs/lietotaja-rokasgramata`, without its ending. */
export const guidePictures: Readonly<Record<string, { readonly screen: string; readonly width: number }>> = {
  ieiesana: { screen: 'sign-in', width: laptop },
  sodien: { screen: 'today-teacher', width: laptop },
  'sodien-kapec': { screen: 'today-why', width: laptop },
  gadijums: { screen: 'case', width: laptop },
  jauns: { screen: 'new-chosen', width: laptop },
  briesmas: { screen: 'danger', width: phone },
  'briesmas-kam': { screen: 'danger-result', width: phone },
  iesutne: { screen: 'inbox', width: laptop },
  'iesutne-prieksskatijums': { screen: 'inbox-preview', width: laptop },
  kavejumi: { screen: 'board', width: laptop },
  'telefons-sodien': { screen: 'today-teacher', width: phone },
  'telefons-sazina': { screen: 'today-contact', width: phone },
  'mani-gadijumi': { screen: 'my-cases', width: laptop },
  skola: { screen: 'school', width: laptop },
  'skola-darbibas': { screen: 'school-way-up', width: laptop },
  parvalde: { screen: 'administration', width: laptop },
  cilveki: { screen: 'people', width: laptop },
  kartiba: { screen: 'set-up', width: laptop },
};
