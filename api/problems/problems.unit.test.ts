/** What the API says when it says no. */
import { connect } from 'node:net';
import { fastify } from 'fastify';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ApplicationRefusalCode } from '../../application/application.ts';
import { problem, problemCodes } from '../../contracts/problem.ts';
import { answers } from '../routes/route.ts';
import { fakeApi, openCase } from '../testing/fake-api.ts';
import { answerBrokenLine } from './answer-errors.ts';
import { problemEntries, problemOf } from './api-problem.ts';
import { isOutage } from './outage.ts';
import { refusalProblems } from './refusal-problems.ts';

const statusOf: Readonly<Record<ApplicationRefusalCode, number>> = {
  factInvalid: 422,
  factInFuture: 422,
  factUnknown: 422,
  factAlreadyWithdrawn: 409,
  factNotYours: 403,
  dossierClosed: 409,
  dossierOpen: 409,
  dangerOpen: 409,
  dutyUnknown: 422,
  dutySettled: 409,
  dutyNotSettled: 409,
  dutyNotTakenOver: 409,
  dangerNotPostponable: 422,
  dangerNotWaivable: 422,
  ceilingNotPostponable: 422,
  postponedTooFar: 422,
  newDueInPast: 422,
  referralUnknown: 422,
  referralAlreadyOpen: 409,
  referralAlreadyReceived: 409,
  referralAlreadyAcknowledged: 409,
  referralEnded: 409,
  notReceiver: 403,
  notSender: 403,
  receiverUnknown: 422,
  dutyNotLate: 409,
  replyUnconfirmed: 409,
  answerKnown: 409,
  complaintNotPrepared: 409,
  receiverWindowOpen: 409,
  complaintToOwner: 422,
  ruleBroken: 409,
  notFound: 404,
  versionConflict: 412,
  notYourAct: 403,
  idempotencyKeyReused: 422,
  procedureUnknown: 422,
  institutionUnknown: 422,
  cursorUnknown: 400,
  notAdministrator: 403,
  calendarVersionConflict: 412,
  learnerUnknown: 422,
  learnerVersionConflict: 412,
  recordVersionConflict: 412,
  notYourSchool: 403,
  classUnknown: 422,
  classExists: 409,
  contactUnknown: 422,
  personUnknown: 422,
  notEnrolled: 409,
  dateInFuture: 422,
  possibleDuplicate: 409,
  notASchool: 422,
  periodInvalid: 422,
  substituteCircle: 409,
  substituteTwice: 409,
  openDutiesUnseen: 409,
  notAMember: 422,
  dutyRowUnknown: 422,
  dangerAlwaysOn: 422,
  termNotOpen: 422,
  setUpVersionConflict: 412,
  municipalityInUse: 409,
  importHasProblems: 422,
  startDateMissing: 422,
  caseAfterStart: 422,
  caseAlreadyOpen: 409,
  dayBeforeOpening: 422,
  dayNotForReview: 422,
  meetingPast: 422,
  thresholdNotReached: 409,
  otherLearnerNamed: 422,
};

describe('refusals', () => {
  it.each(Object.entries(statusOf) as [ApplicationRefusalCode, number][])(
    '%s is answered %i, in Latvian and in English',
    async (refused, status) => {
      const { write, application } = fakeApi();
      for (const [language, header] of [
        ['lv', undefined],
        ['en', 'en-GB, lv;q=0.5'],
      ] as const) {
        application.refuseNext({ refused, path: 'facts[0]' });
        const answer = await write(
          '/api/v1/dossiers',
          openCase,
          header === undefined ? {} : { 'accept-language': header },
        );
        expect(answer.statusCode).toBe(status);
        expect(answer.headers).toMatchObject({
          'content-type': 'application/problem+json; charset=utf-8',
          'content-language': language,
          vary: 'accept-language',
        });
        expect(problem.parse(answer.json())).toEqual({
          type: `/problems/${refused}`,
          title: refusalProblems[refused].title[language],
          status,
          code: refused,
          detail: refusalProblems[refused].detail[language],
          instance: answer.headers['x-request-id'],
          path: 'facts[0]',
        });
      }
    },
  );

  it('the latest day allowed is told as people write it', async () => {
    const { write, application } = fakeApi();
    const refusal = {
      refused: 'postponedTooFar',
      path: 'facts[0].data.newDueOn',
      detail: { latest: '2027-03-02' },
    } as const;
    application.refuseNext(refusal);
    const lv = await write('/api/v1/dossiers', openCase);
    expect(lv.json()).toMatchObject({ facts: { latest: '2027-03-02' } });
    expect(lv.json<{ detail: string }>().detail).toMatch(/Vēlākā iespējamā diena ir 02\.03\.2027\.$/);
    application.refuseNext(refusal);
    const en = await write('/api/v1/dossiers', openCase, { 'accept-language': 'en' });
    expect(en.json<{ detail: string }>().detail).toMatch(/The latest possible day is 2 March 2027\.$/);
  });

  it('what is wrong with a field of a fact is told like any wrong field', async () => {
    const { write, application } = fakeApi();
    application.refuseNext({
      refused: 'factInvalid',
      path: 'facts[0].data.sentOn',
      detail: { problem: 'notADay' },
    });
    expect((await write('/api/v1/dossiers', openCase)).json()).toMatchObject({
      errors: [{ path: 'facts[0].data.sentOn', code: 'notADay' }],
    });
  });

  it('a refusal comes from the core as well: nothing is put in between', async () => {
    const { write } = fakeApi();
    const facts = [{ type: 'referral.received', data: { referralId: 'none', howKnownCode: 'product' } }];
    const refused = await write('/api/v1/dossiers', { ...openCase, facts });
    expect(refused.json()).toMatchObject({ code: 'referralUnknown', path: 'facts[0].data.referralId' });
  });

  it('a long list of errors and a long place are cut', () => {
    const error = { path: 'x'.repeat(900), code: 'unknownField', message: 'x' } as const;
    const saying = {
      code: 'invalidRequest',
      errors: () => Array.from({ length: 900 }, () => error),
    } as const;
    const { errors } = problemOf(saying, 'lv', 'id');
    expect(errors).toHaveLength(50);
    expect(errors?.[0]?.path).toHaveLength(200);
  });
});

describe('words', () => {
  it.each(problemCodes)('%s has a title and a sentence in both languages, and a page', async (code) => {
    const { title, detail } = problemEntries[code];
    for (const language of ['lv', 'en'] as const) {
      expect(title[language]).toMatch(/^\p{Lu}.*[^.!]$/u);
      expect(detail[language]).toMatch(/^\p{Lu}.*\.$/u);
      expect(detail[language]).not.toMatch(/!/);
    }
    const page = await fakeApi().app.inject(`/problems/${code}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(title.lv);
    expect(page.body).toContain(title.en);
  });

  it('an unknown problem has no page', async () => {
    expect((await fakeApi().app.inject('/problems/constructor')).statusCode).toBe(404);
  });
});

describe('faults', () => {
  it('an unknown error is 500 without details, and logged under the id that is answered', async () => {
    const { send, application, log } = fakeApi();
    application.failNext(new TypeError('Anna Ozoliņa has no school'));
    const answer = await send({ url: '/api/v1/dossiers', headers: { 'accept-language': 'en' } });
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({
      code: 'internal',
      title: 'An error in the system',
      instance: answer.headers['x-request-id'],
    });
    expect(answer.body).not.toMatch(/Anna|TypeError|school/);
    const line = log
      .map((text) => JSON.parse(text) as Record<string, unknown>)
      .find(({ err }) => err !== undefined);
    expect(line).toMatchObject({
      request: answer.headers['x-request-id'],
      code: 'internal',
      err: { type: 'TypeError', message: '' },
    });
    expect(log.join('')).not.toContain('Anna');
  });

  it.each([undefined, null, 'text', 5])('even %j thrown is a 500', async (thrown) => {
    const { send, application } = fakeApi();
    application.failNext(thrown);
    expect((await send({ url: '/api/v1/dossiers' })).statusCode).toBe(500);
  });

  it('an answer that does not fit its schema is a fault, and the log names the place without the value', async () => {
    const { app, send, log } = fakeApi();
    app.get(
      '/wrong',
      {
        config: { guard: 'public', act: 'public' },
        schema: { response: answers({ 200: z.strictObject({ name: z.int() }) }, []) },
      },
      () => ({ name: 'Anna' }),
    );
    const answer = await send({ url: '/wrong' });
    expect(answer.json()).toMatchObject({ status: 500, code: 'internal' });
    expect(log.join('')).toContain('"path":"name"');
    expect(log.join('') + answer.body).not.toContain('Anna');
  });

  it.each([
    ['ECONNREFUSED', 'no server'],
    ['CONNECT_TIMEOUT', 'no answer to connecting'],
    ['CONNECTION_CLOSED', 'a connection lost'],
    ['57P01', 'a server that stops'],
    ['57P03', 'a server that starts'],
    ['53100', 'a full disk'],
    ['53300', 'too many connections'],
    ['25006', 'a read-only server'],
    ['08006', 'a broken connection'],
    ['40P01', 'a deadlock'],
  ])('%s (%s) is 503 with Retry-After, also as a cause (goal 5)', async (code) => {
    const { send, application } = fakeApi();
    const outage = Object.assign(new Error('x'), { code });
    application.failNext(new Error('Failed query', { cause: outage }));
    const answer = await send({ url: '/api/v1/dossiers' });
    expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' });
    expect(answer.headers['retry-after']).toBe('5');
  });

  it.each(['23505', '42P01', '22P02', 'ENOENT', undefined])('%s is no outage but a bug', (code) => {
    expect(isOutage(Object.assign(new Error('x'), { code }))).toBe(false);
  });

  it('causes that run in a circle end', () => {
    const error = new Error('x');
    error.cause = error;
    expect(isOutage(error)).toBe(false);
  });
});

describe('a line that is no HTTP', () => {
  it('is answered with a problem and closed', async () => {
    const app = fastify({ clientErrorHandler: answerBrokenLine });
    await app.listen({ host: '127.0.0.1', port: 0 });
    try {
      const [address] = app.addresses();
      const text = await new Promise<string>((resolve, reject) => {
        let received = '';
        const socket = connect(typeof address === 'object' ? address.port : 0, '127.0.0.1', () =>
          socket.write('NONSENSE\r\n\r\n'),
        );
        socket.setEncoding('utf8');
        socket.on('data', (chunk: string) => {
          received += chunk;
        });
        socket.on('close', () => resolve(received));
        socket.on('error', reject);
      });
      const [head = '', body = ''] = text.split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1\.1 400 .*\r\nContent-Type: application\/problem\+json/);
      expect(problem.parse(JSON.parse(body))).toMatchObject({ code: 'invalidRequest', status: 400 });
    } finally {
      await app.close();
    }
  });
});
