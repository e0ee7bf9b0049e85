/**
 * Beside the demo municipality: a neighbour, whose school is a receiver in the directory and shows nothing of its own
 * cases, and a municipality for training (rules of conduct 28). Invented, as all of it.
 */
import type { InstitutionKind, Role } from '../../domain/procedure/party.ts';

export type Neighbour = {
  readonly id: string;
  readonly name: string;
  readonly training: boolean;
  readonly institution: {
    readonly id: string;
    readonly kind: InstitutionKind;
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly mail: string | null;
  };
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly mail: string;
    readonly roles: readonly Role[];
  }[];
};

export const neighbours: readonly Neighbour[] = [
  {
    id: 'liepavotu-novads',
    name: 'Liepavotu novads',
    training: false,
    institution: {
      id: 'liepavotu-pamatskola',
      kind: 'school',
      name: 'Liepavotu pamatskola',
      address: 'Skolas iela 2, Liepavoti',
      phone: '+371 60000002',
      mail: 'skola@liepavoti.example',
    },
    people: [
      {
        id: 'velta-zalite',
        name: 'Velta Zālīte',
        mail: 'velta.zalite@liepavoti.example',
        roles: ['principal', 'administrator'],
      },
      {
        id: 'peteris-upenieks',
        name: 'Pēteris Upenieks',
        mail: 'peteris.upenieks@liepavoti.example',
        roles: ['socialPedagogue'],
      },
    ],
  },
  {
    id: 'macibu-novads',
    name: 'Mācību novads',
    training: true,
    institution: {
      id: 'macibu-pamatskola',
      kind: 'school',
      name: 'Mācību pamatskola',
      address: 'Izdomu iela 1, Mācības',
      phone: '+371 60000003',
      mail: null,
    },
    people: [
      {
        id: 'macibu-direktore',
        name: 'Dzidra Direktore',
        mail: 'direktore@macibas.example',
        roles: ['principal', 'administrator'],
      },
      {
        id: 'macibu-audzinatajs',
        name: 'Arturs Audzinātājs',
        mail: 'audzinatajs@macibas.example',
        roles: ['classTeacher', 'socialPedagogue'],
      },
    ],
  },
];
