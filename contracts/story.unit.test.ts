import { describe, expect, it } from 'vitest';
import { checkFact } from '../domain/dossier/check-fact.ts';
import { calendarDay } from '../domain/time.ts';
import { fieldErrorsOf } from './field-error.ts';
import { resolveStory } from './resolve-story.ts';
import { story } from './story.ts';
import { storyDayOf, storyMomentOf } from './story-moments.ts';

const begins = calendarDay('2026-10-22');

const lateReply = {
  title: { lv: 'Sociālā dienesta atbilde kavējas', en: 'The social service answers late' },
  procedure: 'national-2025',
  begins,
  until: '+60d 18:00',
  municipality: {
    startDate: '2026-09-01',
    adoptedTerms: { 'first-talk': { documentNo: '1-9/25', from: '+0d' } },
  },
  parties: {
    institutions: [
      { id: 'school', kind: 'school', name: 'Paraugu pamatskola' },
      { id: 'service', kind: 'socialService', name: 'Paraugu sociālais dienests' },
    ],
    people: [
      { id: 'anna', name: 'Anna Ozola', institutionId: 'school', roles: ['classTeacher'] },
      { id: 'ilze', name: 'Ilze Kalna', institutionId: 'service', roles: ['socialWorker'] },
    ],
    school: 'school',
    classTeacher: 'anna',
  },
  facts: [
    {
      type: 'referral.sent',
      ref: 'sent',
      at: '2026-10-22 10:00',
      by: 'anna',
      data: {
        referralId: 'r1',
        receiverId: 'service',
        kindCode: 'letter',
        channelCode: 'paper',
        sentOn: '2026-10-22',
        wishedBy: '+20d',
      },
    },
    {
      type: 'danger.reported',
      at: '+1d 08:30',
      recordedAt: '+3d 09:00',
      by: 'ilze',
      acute: true,
      data: {
        dangerId: 'sent',
        recipientKindCode: 'statePolice',
        channelCode: 'call110',
        toldAt: '+1d 08:31',
      },
    },
    { type: 'review.held', at: '+2d 12:00', by: 'anna', data: { resultCode: 'same' } },
  ],
};

type Story = typeof lateReply;

function errorsOf(change: (changed: Story) => unknown) {
  const input = change(structuredClone(lateReply));
  const { error } = story.safeParse(input);
  return error === undefined
    ? []
    : fieldErrorsOf(error, input, 'en').map(({ path, code }) => `${path} ${code}`);
}

describe('story moments', () => {
  it('count days from the beginning, by the clock in Riga, over the change of time too', () => {
    expect(storyDayOf('+12d', begins)).toBe('2026-11-03');
    expect(storyDayOf('2026-12-24', begins)).toBe('2026-12-24');
    expect(storyMomentOf('+0d 18:00', begins)).toBe('2026-10-22T15:00:00.000Z');
    expect(storyMomentOf('+5d 18:00', begins)).toBe('2026-10-27T16:00:00.000Z');
    expect(storyMomentOf('2026-11-21 18:00', begins)).toBe('2026-11-21T16:00:00.000Z');
    expect(storyMomentOf('2026-11-21T16:00:00.000Z', begins)).toBe('2026-11-21T16:00:00.000Z');
  });

  it.each(['', '+12', '12d', '-1d', '2026-02-30', 'tomorrow'])('refuse the day %j', (text) => {
    expect(storyDayOf(text, begins)).toBeNull();
  });

  it.each(['+12d', '+1d 24:00', '+1d 8:00', '2026-02-30 10:00', '18:00'])('refuse the moment %j', (text) => {
    expect(storyMomentOf(text, begins)).toBeNull();
  });
});

describe('story', () => {
  it('is a case told in facts', () => {
    expect(story.parse(lateReply)).toEqual(lateReply);
  });

  it('checks the facts as strictly as the API does', () => {
    expect(
      errorsOf((changed) => ({
        ...changed,
        facts: [{ ...changed.facts[2], data: { resultCode: 'great', note: 'x', nextReviewOn: 'soon' } }],
      })),
    ).toEqual([
      'facts[0].data.resultCode notInList',
      'facts[0].data.nextReviewOn notAStoryDay',
      'facts[0].data.note unknownField',
    ]);
  });

  it('names only institutions and persons that it introduces, each once', () => {
    expect(
      errorsOf((changed) => {
        const [school, service] = changed.parties.institutions;
        return {
          ...changed,
          parties: {
            ...changed.parties,
            institutions: [school, service, school],
            people: [{ ...changed.parties.people[0], institutionId: 'bank' }],
            school: 'sea',
            classTeacher: 'nobody',
          },
          facts: [changed.facts[0], { ...changed.facts[0] }],
        };
      }),
    ).toEqual([
      'parties.institutions[2].id duplicate',
      'facts[1].ref duplicate',
      'parties.school notNamedHere',
      'parties.classTeacher notNamedHere',
      'parties.people[0].institutionId notNamedHere',
    ]);
    expect(errorsOf((changed) => ({ ...changed, facts: [{ ...changed.facts[2], by: 'ghost' }] }))).toEqual([
      'facts[0].by notNamedHere',
    ]);
  });
});

describe('resolveStory', () => {
  const resolved = resolveStory(story.parse(lateReply));

  it('puts real days and moments into facts and data, which the core then accepts', () => {
    expect(resolved.facts[0]).toEqual({
      ref: 'sent',
      recordedAt: '2026-10-22T07:00:00.000Z',
      by: 'anna',
      institution: 'school',
      fact: {
        type: 'referral.sent',
        occurredAt: '2026-10-22T07:00:00.000Z',
        data: { ...lateReply.facts[0]?.data, sentOn: '2026-10-22', wishedBy: '2026-11-11' },
      },
    });
    for (const { fact } of resolved.facts) expect(checkFact(fact.type, fact.data)).toEqual([]);
    expect(resolved.until).toBe('2026-12-21T16:00:00.000Z');
  });

  it('orders facts by when they were entered, and names them by their place in the file', () => {
    expect(resolved.facts.map(({ ref }) => ref)).toEqual(['sent', 'fact-3', 'fact-2']);
    expect(resolved.facts[2]).toMatchObject({
      recordedAt: '2026-10-25T07:00:00.000Z',
      fact: {
        occurredAt: '2026-10-23T05:30:00.000Z',
        acute: true,
        data: { toldAt: '2026-10-23T05:31:00.000Z' },
      },
    });
  });
});
