/** What a story would make owed: its facts recorded one after the other in memory, and the duties that follow. */
import { type ResolvedFact, resolveStory } from '../../contracts/resolve-story.ts';
import type { Story } from '../../contracts/story.ts';
import { decide } from '../../domain/dossier/decide.ts';
import type { DossierEvent } from '../../domain/dossier/event.ts';
import { leadManager } from '../../domain/dossier/state.ts';
import { computeDossier } from '../../domain/duty/compute-duties.ts';
import type { Due, Duty, Party, StepName, ToldAs } from '../../domain/duty/duty.ts';
import { explainEn, explainLv } from '../../domain/duty/explanation-sentence.ts';
import type { DossierSetting } from '../../domain/duty/setting.ts';
import { type DutyStatus, statusAt } from '../../domain/duty/status.ts';
import { type StepContext, stepsOf } from '../../domain/duty/steps.ts';
import type { Bilingual } from '../../domain/procedure/duty-definition.ts';
import type { Force } from '../../domain/procedure/force.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import type { Instant } from '../../domain/time.ts';
import { procedures } from '../../procedures/index.ts';
import { settingOfStory } from './story-setting.ts';

/** A side of a duty with the names that the story gives; null where nobody of the story is meant by name. */
export type NamedParty = { readonly name: string | null; readonly party: Party };

export type PreviewedStep = {
  readonly at: Instant;
  readonly name: StepName;
  readonly n: number;
  readonly urgency: 'danger' | 'own' | 'digest';
  readonly tell: readonly { readonly as: ToldAs; readonly to: NamedParty }[];
};

export type PreviewedDuty = {
  readonly key: string;
  readonly kind: string;
  readonly title: Bilingual;
  readonly owedBy: NamedParty;
  readonly owedTo: readonly NamedParty[];
  readonly due: Due | null;
  readonly explanation: Bilingual;
  readonly force: Force;
  /** At `until`. */
  readonly status: DutyStatus;
  /** Told up to `until`, and of reminders that repeat without end the next one. */
  readonly steps: readonly PreviewedStep[];
};

export type Preview = {
  readonly title: Bilingual;
  readonly procedure: string;
  readonly until: Instant;
  readonly duties: readonly PreviewedDuty[];
};

/** A fact of the story that the product would not take. */
export type RefusedFact = { readonly refused: string; readonly path: string };

/**
 * The duties as they stand at the story's `until`, in the order of their starts; facts entered later do not count.
 * Pure. Throws where the story was not read by `readStory`.
 */
export function previewStory(story: Story): Preview | RefusedFact {
  const procedure = procedures[story.procedure];
  if (procedure === undefined) throw new RangeError(`No such procedure: ${story.procedure}`);
  const setting = settingOfStory(story);
  const { until, facts } = resolveStory(story);
  const played = play(
    procedure,
    setting,
    facts.filter(({ recordedAt }) => recordedAt <= until),
    story,
  );
  if ('refused' in played) return played;
  const { state, duties } = computeDossier(procedure, played.events, setting);
  const lead = leadManager(state);
  const stepContext: StepContext = {
    setting,
    escalation: setting.municipality.escalation ?? procedure.escalation,
    manager: {
      party: 'person',
      role: 'caseManager',
      institutionId: lead?.institutionId ?? setting.homeInstitutionId,
      personId: lead?.personId ?? setting.classTeacherId,
    },
  };
  return {
    title: story.title,
    procedure: procedure.id,
    until,
    duties: [...duties]
      .sort((a, b) => (a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? -1 : 1))
      .map((duty) => previewed(duty, story, stepContext, until)),
  };
}

/** Records each fact at the moment at which it was entered, by the product's own rules. */
function play(
  procedure: Procedure,
  setting: DossierSetting,
  facts: readonly ResolvedFact[],
  story: Story,
): { readonly events: readonly DossierEvent[] } | RefusedFact {
  let events: readonly DossierEvent[] = [];
  for (const { ref, fact, by, institution, recordedAt } of facts) {
    const { words: _, ...input } = fact;
    const decision = decide(
      { procedure, setting, events },
      { facts: [{ ...input, id: ref }], by, institution, freshIds: [`${ref}-followed`] },
      recordedAt,
    );
    if ('refused' in decision) {
      const path = decision.path.replace('facts[0]', `facts[${placeOf(ref, story)}]`);
      return { refused: decision.refused, path: path.replace('.occurredAt', '.at') };
    }
    events = [...events, ...decision.events];
  }
  return { events };
}

/** Where in the file a fact stands, by its `ref` or the one that was made of its place. */
function placeOf(ref: string, { facts }: Story): number {
  return facts.findIndex((fact, index) => (fact.ref ?? `fact-${index + 1}`) === ref);
}

function previewed(duty: Duty, story: Story, context: StepContext, until: Instant): PreviewedDuty {
  const named = (party: Party): NamedParty => ({ name: nameOf(party, story), party });
  return {
    key: duty.key,
    kind: duty.kind,
    title: duty.title,
    owedBy: named(duty.owedBy),
    owedTo: duty.owedTo.map(named),
    due: duty.due,
    explanation: { lv: explainLv(duty.explanation), en: explainEn(duty.explanation) },
    force: duty.force,
    status: statusAt(duty, until),
    steps: [...stepsOf(duty, context, until)]
      .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
      .map(({ at, name, n, urgency, tell }) => ({
        at,
        name,
        n,
        urgency,
        tell: tell.map(({ as, to }) => ({ as, to: named(to) })),
      })),
  };
}

function nameOf(party: Party, { parties }: Story): string | null {
  switch (party.party) {
    case 'person': {
      const own = parties.people.find(({ id }) => id === party.personId);
      if (own !== undefined) return own.name;
      const holders = parties.people.filter(
        ({ institutionId, roles }) => institutionId === party.institutionId && roles.includes(party.role),
      );
      return holders.length === 0 ? null : holders.map(({ name }) => name).join(', ');
    }
    case 'institution':
      return parties.institutions.find(({ id }) => id === party.institutionId)?.name ?? null;
    case 'family':
    case 'outside':
      return null;
  }
}
