/** The pages of the user guide (`docs/lietotaja-rokasgramata`), in the order in which they are offered. */
export const guidePages = {
  roles: {
    'klases-audzinatajs': 'Klases audzinātājam',
    'gadijuma-vaditajs': 'Gadījuma vadītājam un atbalsta personālam',
    direktors: 'Direktoram',
    'iestades-darbinieks': 'Sociālajam dienestam un citām iestādēm',
    administrators: 'Administratoram',
  },
  everybody: {
    ieiesana: 'Ieiešana un konts',
    sodien: 'Šodien',
    gadijums: 'Gadījums',
    briesmas: 'Bērns briesmās',
    iesutne: 'Iesūtne',
    kavejumi: 'Kavējumi',
    telefons: 'Telefonā',
    'darba-saksana': 'Kā sākt darbu ar Termiņsargu',
  },
} as const;

export type GuidePage = keyof (typeof guidePages)['roles'] | keyof (typeof guidePages)['everybody'];

export function isGuidePage(name: string): name is GuidePage {
  return name in guidePages.roles || name in guidePages.everybody;
}
