/** The compiler's part of these tests: what the application gives is what the wire takes. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type * as Application from '../application/application.ts';
import type { EmergencyAccess, Look } from './access.ts';
import type { CalendarAnswer, CalendarPreview, CalendarSaved } from './calendar.ts';
import {
  type DossierDetail,
  type DossierRow,
  dossierRow,
  type OpenDossier,
  openDossier,
  type Written,
} from './dossier.ts';
import { type DutyQuery, type DutyView, dutyQuery } from './duty.ts';
import type { RecordedFact } from './event.ts';
import { pageOf, pagingQuery } from './paging.ts';
import { type ProblemCode, problem } from './problem.ts';
import type { FactVocabulary } from './vocabulary.ts';
import type { WhatIfAnswer } from './what-if.ts';

describe('answers', () => {
  it('have the types that the application returns', () => {
    expectTypeOf<Application.DossierRow>().toExtend<DossierRow>();
    expectTypeOf<Application.DossierDetail>().toExtend<DossierDetail>();
    expectTypeOf<Application.DutyView>().toExtend<DutyView>();
    expectTypeOf<Application.Written>().toExtend<Written>();
    expectTypeOf<Application.RecordedFact>().toExtend<RecordedFact>();
    expectTypeOf<Application.LookView>().toExtend<Look>();
    expectTypeOf<Application.WhatIfAnswer>().toExtend<WhatIfAnswer>();
    expectTypeOf<ReturnType<Application.Application['vocabulary']>>().toExtend<FactVocabulary>();
    expectTypeOf<Application.CalendarDayView>().toExtend<CalendarAnswer['days'][number]>();
    expectTypeOf<Application.CalendarMove>().toExtend<CalendarPreview['moved'][number]>();
    expectTypeOf<Application.SavedCalendar>().toExtend<CalendarSaved>();
    expectTypeOf<Application.ApplicationRefusalCode>().toExtend<ProblemCode>();
    const rows = pageOf(dossierRow, 'DossierPage');
    expectTypeOf<Application.Page<Application.DossierRow>>().toExtend<z.input<typeof rows>>();
    expect(rows.safeParse({ items: [], next: null }).success).toBe(true);
  });
});

describe('requests', () => {
  it('have the types that the application takes', () => {
    expectTypeOf<OpenDossier>().toExtend<Application.OpenDossier>();
    expectTypeOf<EmergencyAccess>().toExtend<Application.EmergencyAccess>();
    expectTypeOf<Omit<DutyQuery, 'limit' | 'cursor'>>().toExtend<Application.DutyFilter>();
    expect(openDossier.safeParse({ kind: 'institutionYear' }).success).toBe(false);
  });

  it('write a page size in digits, 1 to 200, 50 where nothing is said', () => {
    expect(pagingQuery.parse({})).toEqual({ limit: 50 });
    expect(pagingQuery.parse({ limit: '200', cursor: 'abc_-' })).toEqual({ limit: 200, cursor: 'abc_-' });
    for (const limit of ['', '0', '201', '-1', '1e2', ' 5', '007', '5.5', 'NaN', 5, null]) {
      expect(pagingQuery.safeParse({ limit }).success, String(limit)).toBe(false);
    }
  });

  it('write yes and no in one form only', () => {
    expect(dutyQuery.parse({ mine: 'true', owedToMe: 'false' })).toMatchObject({
      mine: true,
      owedToMe: false,
    });
    for (const mine of ['', '1', 'TRUE', 'on', true]) {
      expect(dutyQuery.safeParse({ mine }).success, String(mine)).toBe(false);
    }
  });

  it('refuse a query parameter that does not exist, instead of passing over it', () => {
    expect(dutyQuery.safeParse({ onwer: 'me' }).success).toBe(false);
  });
});

describe('problem', () => {
  it('carries code, place and words of each wrong field (RFC 9457)', () => {
    const body = {
      type: '/problems/invalidRequest',
      title: 'Pieprasījumu nevar izpildīt',
      status: 400,
      code: 'invalidRequest',
      errors: [{ path: 'facts[0].data.sentOn', code: 'notADay', message: 'Šis nav datums.' }],
    };
    expect(problem.parse(body)).toEqual(body);
    expect(problem.safeParse({ ...body, code: 'oops' }).success).toBe(false);
    expect(problem.safeParse({ ...body, stack: 'at x' }).success).toBe(false);
  });
});
