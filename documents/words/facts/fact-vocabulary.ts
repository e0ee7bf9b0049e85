/** The vocabulary of facts with its words, as whoever shows or records facts needs it. */
import { actOfFact, type RecordingAct } from '../../../domain/access/act-of-fact.ts';
import type { Bilingual } from '../../../domain/calendar/bilingual.ts';
import { type EventType, shapeOf } from '../../../domain/dossier/event.ts';
import type { Field, FieldKind } from '../../../domain/dossier/event-field.ts';
import type { Origin, Suggestions } from './fact-words.ts';
import { factGroups, factWords } from './index.ts';
import { ordinaryTypes } from './ordinary.ts';
import { sharedFields } from './shared-fields.ts';
import type { SharedField, Whose } from './whose.ts';

type CodeWords = { readonly code: string; readonly label: Bilingual };

type FactField = {
  readonly name: string;
  readonly kind: FieldKind;
  readonly optional: boolean;
  readonly label: Bilingual;
  /** Of `code` and `codes`: the whole list. */
  readonly codes?: readonly CodeWords[];
  /** Of `id` and `ids`. */
  readonly whose?: Whose;
  readonly from?: readonly Origin[];
  /** Of `label` and `labels`: codes often used. */
  readonly suggestions?: readonly CodeWords[];
};

type FactTypeView = {
  readonly type: EventType;
  readonly title: Bilingual;
  readonly act: Bilingual;
  readonly ordinary: boolean;
  /** False where only the product itself records it. */
  readonly byHand: boolean;
  /** What one does by recording it. */
  readonly right: RecordingAct;
  /** The field that holds the real day or moment of the fact. */
  readonly dated?: string;
  readonly fields: readonly FactField[];
};

export type FactVocabulary = {
  /** The ordinary types, in the order of their use. */
  readonly ordinary: readonly EventType[];
  readonly groups: readonly {
    readonly id: string;
    readonly title: Bilingual;
    /** The ordinary ones first. */
    readonly types: readonly FactTypeView[];
  }[];
};

/** The words of a field whatever its kind; that they are complete, their types have made sure. */
type AnyFieldWords = {
  readonly label?: Bilingual;
  readonly whose?: Whose;
  readonly from?: readonly Origin[];
  readonly codes?: Readonly<Record<string, Bilingual>>;
  readonly suggestions?: Suggestions;
};

const shared: Readonly<Record<string, SharedField>> = sharedFields;

/** The same for everybody; changes only with the product. */
export const factVocabulary: FactVocabulary = {
  ordinary: ordinaryTypes,
  groups: factGroups.map(({ id, title, types }) => ({ id, title, types: ordered(types).map(typeView) })),
};

/** The ordinary ones first, in the order of their use. */
function ordered(types: readonly EventType[]): readonly EventType[] {
  return [
    ...ordinaryTypes.filter((type) => types.includes(type)),
    ...types.filter((type) => !ordinaryTypes.includes(type)),
  ];
}

function typeView(type: EventType): FactTypeView {
  const { title, act } = factWords[type];
  const { fields, dated } = shapeOf(type);
  return {
    type,
    title,
    act,
    ordinary: ordinaryTypes.includes(type),
    byHand: isByHand(type),
    right: actOfFact(type),
    ...(dated === undefined ? {} : { dated }),
    fields: Object.entries(fields).map(([name, field]) => fieldView(type, name, field)),
  };
}

/** Facts of the product itself, and of looking in an emergency, come from nobody's form. */
function isByHand(type: EventType): boolean {
  const act = actOfFact(type);
  return act !== 'product' && act !== 'takeEmergencyAccess';
}

function fieldView(type: EventType, name: string, field: Field): FactField {
  const said = wordsOf(type, name);
  const label = said.label ?? shared[name]?.label;
  if (label === undefined) throw new Error(`${type} has no word for ${name}`);
  const whose = whoseOf(type, name, field);
  const from = originsOf(type, name, whose);
  return {
    name,
    kind: field.kind,
    optional: field.optional === true,
    label,
    ...(field.kind === 'code' || field.kind === 'codes'
      ? { codes: field.codes.map((code) => ({ code, label: codeLabel(type, name, code) })) }
      : {}),
    ...(whose === undefined ? {} : { whose }),
    ...(from === undefined ? {} : { from }),
    ...(said.suggestions === undefined
      ? {}
      : { suggestions: Object.entries(said.suggestions).map(([code, words]) => ({ code, label: words })) }),
  };
}

function wordsOf(type: EventType, name: string): AnyFieldWords {
  const all: Readonly<Record<string, AnyFieldWords | undefined>> = factWords[type].fields ?? {};
  return all[name] ?? {};
}

function codeLabel(type: EventType, name: string, code: string): Bilingual {
  const label = wordsOf(type, name).codes?.[code];
  if (label === undefined) throw new Error(`${type} has no word for ${code} of ${name}`);
  return label;
}

function whoseOf(type: EventType, name: string, field: Field): Whose | undefined {
  if (field.kind !== 'id' && field.kind !== 'ids') return undefined;
  return wordsOf(type, name).whose ?? shared[name]?.whose;
}

/** Where nothing is said: the facts that make an id under the same name. */
function originsOf(type: EventType, name: string, whose: Whose | undefined): readonly Origin[] | undefined {
  const said = wordsOf(type, name).from;
  if (said !== undefined) return said;
  switch (whose) {
    case 'referral':
    case 'plan':
    case 'meeting':
    case 'plain': {
      const makers = makersOf(name);
      return makers.length === 0 ? undefined : makers;
    }
    case 'person':
    case 'parent':
    case 'institution':
    case 'learner':
    case 'dossier':
    case 'event':
    case 'new':
    case undefined:
      return undefined;
  }
}

function makersOf(name: string): readonly Origin[] {
  return factGroups
    .flatMap(({ types }) => types)
    .filter((type) => {
      const field = shapeOf(type).fields[name];
      return field !== undefined && whoseOf(type, name, field) === 'new';
    })
    .map((type) => ({ type, field: name }));
}
