/** What the six example stories preview as, and what is said of files that are no stories. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../contracts/story.ts';
import { type Preview, previewStory } from './preview-story.ts';
import { readStory } from './read-story.ts';
import { runPreview } from './run-preview.ts';
import { readable } from './testing/readable.ts';

const folder = path.resolve(import.meta.dirname, '../../examples');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

function storyIn(file: string): Story {
  const read = readStory(readFileSync(path.join(folder, file), 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.problems)}`);
  return read.story;
}

function previewOf(story: Story): Preview {
  const preview = previewStory(story);
  if ('refused' in preview) throw new Error(`${preview.path}: ${preview.refused}`);
  return preview;
}

function dutyOf(preview: Preview, kind: string) {
  const duty = preview.duties.find((one) => one.kind === kind);
  if (duty === undefined) throw new Error(`No ${kind}`);
  return duty;
}

describe('the examples', () => {
  it('are the six stories of the issue', () => {
    expect(files).toEqual([
      'danger-on-a-saturday-evening.json',
      'handover-acknowledged-on-the-fifth-day.json',
      'monthly-reviews-up-to-the-two-month-rule.json',
      'parents-cannot-be-reached.json',
      'reply-postponed-late-complaint.json',
      'twenty-unexcused-lessons.json',
    ]);
  });

  it.each(files)('%s previews as reviewed', (file) => {
    expect(readable(previewOf(storyIn(file)))).toMatchSnapshot();
  });

  it('the reply, postponed to 23 December, is late over Christmas and climbs the ladder in working days (K 4.3, duties page 4)', () => {
    const reply = dutyOf(previewOf(storyIn('reply-postponed-late-complaint.json')), 'reply');
    expect(reply.status).toBe('late');
    expect(reply.due?.day).toBe('2026-12-23');
    expect(reply.steps.map(({ name, at }) => `${name} ${at}`)).toContain('head 2026-12-28T22:00:00.000Z');
  });

  it('a complaint drafted on Wednesday leaves the service Thursday and Friday, and may go from Saturday on (rule of conduct 14)', () => {
    const story = storyIn('reply-postponed-late-complaint.json');
    const until = (at: string) =>
      dutyOf(previewOf({ ...story, until: at }), 'reply').steps.map(
        ({ name, at: when }) => `${name} ${when}`,
      );
    expect(until('2027-01-09 12:00')).toEqual(
      expect.arrayContaining([
        'answerAsked 2027-01-06T07:30:00.000Z',
        'accountAsked 2027-01-06T12:00:00.000Z',
        'windowOver 2027-01-08T22:00:00.000Z',
      ]),
    );
    const tooEarly = story.facts.map((fact) =>
      fact.type === 'complaint.filed' ? { ...fact, at: '2027-01-08 10:00' } : fact,
    );
    expect(previewStory({ ...story, facts: tooEarly })).toEqual({
      refused: 'receiverWindowOpen',
      path: 'facts[8]',
    });
  });

  it('the handover of 12 November is acknowledged on the fifth working day, 20 November, as 18 November is free (K L1351)', () => {
    const preview = previewOf(storyIn('handover-acknowledged-on-the-fifth-day.json'));
    expect(dutyOf(preview, 'acknowledge-handover')).toMatchObject({
      due: { day: '2026-11-20' },
      status: 'fulfilled',
    });
    expect(dutyOf(preview, 'complete-handover')).toMatchObject({
      due: { day: '2026-11-26' },
      status: 'fulfilled',
    });
  });

  it('danger seen on a Saturday at 18.00 nags at 18.30, 20, 22, 23, is late at 24.00, then Sunday 7.00, 9.00 (rule of conduct 1)', () => {
    const story = storyIn('danger-on-a-saturday-evening.json');
    const report = dutyOf(previewOf({ ...story, until: '+1d 09:30' }), 'report-danger');
    expect(report.status).toBe('late');
    expect(report.steps.map(({ at, name }) => `${name} ${at}`)).toEqual([
      'dangerNag 2026-11-21T16:00:00.000Z',
      'dangerNag 2026-11-21T16:30:00.000Z',
      'dangerNag 2026-11-21T18:00:00.000Z',
      'dangerNag 2026-11-21T20:00:00.000Z',
      'dangerNag 2026-11-21T21:00:00.000Z',
      'late 2026-11-21T22:00:00.000Z',
      'dangerNag 2026-11-22T05:00:00.000Z',
      'dangerNag 2026-11-22T07:00:00.000Z',
      'dangerNag 2026-11-22T09:00:00.000Z',
    ]);
    expect(readable(previewOf({ ...story, until: '+1d 09:30' }))).toMatchSnapshot();
  });

  it('outside institutions are told by 6 November, as two months end on a Saturday (K 4.2 L1024)', () => {
    const preview = previewOf(storyIn('monthly-reviews-up-to-the-two-month-rule.json'));
    expect(dutyOf(preview, 'involve-external')).toMatchObject({
      due: { day: '2026-11-06' },
      status: 'fulfilled',
    });
    const reviews = preview.duties.filter(({ kind }) => kind === 'monthly-review');
    expect(reviews.map(({ status }) => status)).toEqual([...Array<string>(8).fill('fulfilled'), 'closed']);
  });

  it('the assessment of 20 lessons stays open while one of its four parts is missing (K table 10)', () => {
    const story = storyIn('twenty-unexcused-lessons.json');
    const open = previewOf({ ...story, until: '2026-11-25 09:00' });
    expect(dutyOf(open, 'absence-assessment')).toMatchObject({
      due: { day: '2026-11-24' },
      force: { act: 'law', term: 'agreed' },
      status: 'late',
    });
    expect(dutyOf(previewOf(story), 'absence-assessment').status).toBe('fulfilled');
  });

  it('three working days over Easter end on 1 April; an answer by phone counts as of its day (K L1648, rule of conduct 13)', () => {
    const preview = previewOf(storyIn('parents-cannot-be-reached.json'));
    expect(dutyOf(preview, 'unreachable-parents').due?.day).toBe('2027-04-01');
    expect(dutyOf(preview, 'reply')).toMatchObject({ due: { day: '2027-04-30' }, status: 'fulfilled' });
  });

  it('facts entered after the end of the story do not count', () => {
    const story = storyIn('parents-cannot-be-reached.json');
    expect(dutyOf(previewOf({ ...story, until: '2027-05-02 12:00' }), 'reply').status).toBe('late');
  });
});

describe('npm run preview', () => {
  const text = readFileSync(path.join(folder, 'danger-on-a-saturday-evening.json'), 'utf8');
  const run = (changed: string) => runPreview(['story.json'], () => changed);

  it('prints the preview as JSON', () => {
    const { exitCode, output, complaint } = run(text);
    expect([exitCode, complaint]).toEqual([0, '']);
    expect(JSON.parse(output)).toMatchObject({
      procedure: 'national-2025',
      duties: [{ kind: 'report-danger' }, {}],
    });
  });

  it('prints the same each time', () => {
    expect(run(text).output).toBe(run(text).output);
  });

  it.each([
    ['a wrong code', '"afraidToGoHome"', '"afraid"', 'facts[0].data.kindCode'],
    ['a wrong moment', '"+1d 09:40"', '"tomorrow"', 'facts[1].at'],
    ['an unknown person', '"by": "principal"', '"by": "nobody"', 'facts[2].by'],
    ['an unknown fact', '"danger.receiptConfirmed"', '"danger.receipt"', 'facts[3].type'],
    ['an unknown field', '"writtenFollowsNeeded"', '"written"', 'facts[1].data.written'],
    ['an unknown procedure', '"national-2025"', '"national-2024"', 'procedure'],
    ['a missing field', '"until"', '"til"', 'until'],
  ])('names the place of %s, exit code 2', (_, found, replacement, place) => {
    const { exitCode, output, complaint } = run(text.replace(found, replacement));
    expect([exitCode, output]).toEqual([2, '']);
    expect(complaint).toContain(`  ${place}: `);
  });

  it('names the fact that the product would refuse', () => {
    const story = storyIn('handover-acknowledged-on-the-fifth-day.json');
    const facts = story.facts.map((fact) => (fact.type === 'reply.sent' ? { ...fact, by: 'teacher' } : fact));
    const { exitCode, complaint } = run(JSON.stringify({ ...story, facts }));
    expect(exitCode).toBe(2);
    expect(complaint).toContain('facts[6]: notReceiver');
  });

  it('says so where the file is no JSON, is not there or is not named', () => {
    expect(run('{').complaint).toMatch(/^story\.json is no story\.\n {2}the whole file: This is no JSON/);
    const absent = runPreview(['absent.json'], () => {
      throw new Error('ENOENT');
    });
    expect(absent).toEqual({ exitCode: 2, output: '', complaint: 'absent.json cannot be read: ENOENT\n' });
    expect(runPreview([], () => text).exitCode).toBe(2);
    expect(runPreview(['a', 'b'], () => text).exitCode).toBe(2);
  });
});
