/** What a municipality sets, its calendar, and training. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as calendar from '../../contracts/calendar.ts';
import type * as setUp from '../../contracts/set-up.ts';
import { ask } from './request.ts';
import type { Typed } from './typed.ts';

export type SetUp = z.infer<typeof setUp.setUpAnswer>;
export type SetUpDraft = Typed<z.input<typeof setUp.setUpDraft>>;
export type SetUpPreview = z.infer<typeof setUp.setUpPreview>;
type SetUpSaved = z.infer<typeof setUp.setUpSaved>;
export type OfferedDuty = SetUp['duties'][number];
export type CalendarChange = Typed<calendar.CalendarTable['changes'][number]>;
export type CalendarPreview = calendar.CalendarPreview;
export type TrainingMail = z.infer<typeof setUp.trainingMail>;
type OpenedLink = z.infer<typeof setUp.openedTrainingLink>;

type Versioned<T> = { readonly version: number; readonly body: T };

export const setUpQuery = queryOptions({
  queryKey: ['set-up'],
  queryFn: ({ signal }) => ask<SetUp>('/set-up', { signal }),
});

export function previewSetUp(body: SetUpDraft): Promise<SetUpPreview> {
  return ask('/set-up/preview', { method: 'POST', body });
}

export function saveSetUp(
  { version, body }: Versioned<SetUpDraft>,
  idempotencyKey: string,
): Promise<SetUpSaved> {
  return ask('/set-up', { method: 'POST', body, version, idempotencyKey });
}

export const calendarTableQuery = queryOptions({
  queryKey: ['calendar', 'changes'],
  queryFn: ({ signal }) => ask<calendar.CalendarTable>('/calendar/changes', { signal }),
});

export function calendarDaysQuery(from: string, until: string) {
  return queryOptions({
    queryKey: ['calendar', from, until],
    queryFn: ({ signal }) =>
      ask<calendar.CalendarAnswer>(`/calendar?from=${from}&until=${until}`, { signal }),
  });
}

export function previewCalendar(changes: readonly CalendarChange[]): Promise<CalendarPreview> {
  return ask('/calendar/preview', { method: 'POST', body: { changes } });
}

type CalendarToSave = {
  readonly changes: readonly CalendarChange[];
  readonly confirmedEarlier: readonly { readonly dossierId: string; readonly dutyKey: string }[];
};

export function saveCalendar(
  { version, body }: Versioned<CalendarToSave>,
  idempotencyKey: string,
): Promise<calendar.CalendarSaved> {
  return ask('/calendar/changes', { method: 'POST', body, version, idempotencyKey });
}

export const trainingMailsQuery = queryOptions({
  queryKey: ['training-mails'],
  queryFn: ({ signal }) =>
    ask<{ readonly items: readonly TrainingMail[] }>('/training/mails?limit=100', { signal }),
});

export function openTrainingLink(mailId: string): Promise<OpenedLink> {
  return ask(`/training/mails/${mailId}/link`, { method: 'POST', body: {} });
}

export function switchTraining(training: boolean, idempotencyKey: string): Promise<unknown> {
  return ask('/set-up/training', { method: 'POST', body: { training }, idempotencyKey });
}
