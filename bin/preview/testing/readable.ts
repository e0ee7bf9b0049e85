/** A preview as a page of text, for snapshots that people read. */
import { dayOf, type Instant, localTime } from '../../../domain/time.ts';
import type { NamedParty, Preview, PreviewedDuty } from '../preview-story.ts';

/** Moments by the clock in Riga. */
export function readable({ title, until, duties }: Preview): string {
  return [title.en, `until ${clock(until)}`, '', ...duties.flatMap((duty) => [...lines(duty), ''])].join(
    '\n',
  );
}

function lines({ kind, owedBy, owedTo, due, explanation, force, status, steps }: PreviewedDuty) {
  const by = due === null ? 'not timed' : `late from ${clock(due.at)}`;
  return [
    `${kind} · ${status} · act ${force.act}, term ${force.term ?? '–'} · ${by}`,
    `  ${nameOf(owedBy)} → ${owedTo.map(nameOf).join('; ')}`,
    `  ${explanation.lv}`,
    `  ${explanation.en}`,
    ...steps.map(
      ({ at, name, urgency, tell }) =>
        `  ${clock(at)} ${name} (${urgency}): ${tell.map(({ as, to }) => `${as} ${nameOf(to)}`).join('; ')}`,
    ),
  ];
}

function nameOf({ name, party }: NamedParty): string {
  if (name !== null) return name;
  switch (party.party) {
    case 'person':
      return party.role;
    case 'institution':
      return party.kind ?? 'an institution';
    case 'family':
      return party.who;
    case 'outside':
      return party.name;
  }
}

function clock(moment: Instant): string {
  const { hour, minute } = localTime(moment);
  return `${dayOf(moment)} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
