import { Button, Group, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../parts/day-input.tsx';
import { dayOf, stretchDays } from '../../../parts/day-words.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { fieldErrorsOf, isSaidBeside } from '../../../parts/field-errors.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { tellDone } from '../../../parts/saved.ts';
import { useAct } from '../../../parts/use-act.ts';
import { useKeptMantineForm } from '../../../parts/use-kept-typing.tsx';
import { addAbsence, addSubstitute, type Leave, type StaffPerson } from '../../../requests/staff.ts';
import { useStretchWords } from '../stretch-words.ts';
import type { KeptPlace } from '../use-institution.tsx';
import { overlapping } from './overlapping.ts';

/** What the form begins with: nothing, or an absence that wants a substitute. */
export type LeaveStart = {
  readonly kind: 'absence' | 'substitute';
  readonly personId?: string;
  readonly from?: string;
  readonly until?: string | null;
};

type Props = {
  readonly place: KeptPlace;
  readonly people: readonly StaffPerson[];
  readonly leave: Leave;
  readonly start: LeaveStart;
  readonly close: () => void;
  /** After an absence comes the question who stands in. */
  readonly goOn: (start: LeaveStart) => void;
};

type Values = { personId: string | null; substituteId: string | null; from: string; until: string };

export function LeaveForm({ place, people, leave, start, close, goOn }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { kind } = start;
  const stretchWords = useStretchWords();
  /** One person has one substitute at a time: told before it is stored; null where all is well. */
  const twiceWords = ({ personId, from, until }: Values) => {
    if (kind === 'absence') return null;
    const line = overlapping(leave.substitutes, personId, { from, until });
    return line === undefined
      ? null
      : t('administration.leave.alreadyStoodIn', {
          name:
            people.find(({ id }) => id === line.substituteId)?.displayName ??
            t('administration.leave.elsewhere'),
          days: stretchWords(line),
        });
  };
  const given = start.from === undefined ? null : stretchDays(start.from, start.until ?? null);
  const form = useForm<Values>({
    initialValues: {
      personId: start.personId ?? null,
      substituteId: null,
      from: given?.from ?? dayOf(new Date()),
      until: given?.until ?? '',
    },
    validate: {
      personId: (value) => (value === null ? t('administration.leave.choosePerson') : null),
      substituteId: (value) =>
        kind === 'substitute' && value === null ? t('administration.leave.choosePerson') : null,
      from: (_value, values) => twiceWords(values),
    },
  });
  const { note, drop } = useKeptMantineForm(`${kind}:${place.id}:${start.personId ?? 'new'}`, form);
  const renew = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['leave'] }),
      queries.invalidateQueries({ queryKey: ['staff'] }),
    ]);
  const adding = useAct(
    async ({ personId, substituteId, from, until }: Values, key) => {
      const line = {
        institutionId: place.id,
        personId: personId ?? '',
        ...(from === '' || from === dayOf(new Date()) ? {} : { from }),
        ...(until === '' ? {} : { until }),
      };
      return kind === 'absence'
        ? await addAbsence(line, key)
        : await addSubstitute({ ...line, substituteId: substituteId ?? '' }, key);
    },
    async (_kept, { personId, from, until }) => {
      drop();
      await renew();
      tellDone(
        t(kind === 'absence' ? 'administration.leave.absenceAdded' : 'administration.leave.substituteAdded'),
      );
      if (kind === 'substitute' || personId === null) close();
      else
        goOn({
          kind: 'substitute',
          personId,
          from: `${from}T12:00:00Z`,
          until: until === '' ? null : `${until}T12:00:00Z`,
        });
    },
  );
  const send = form.onSubmit((values) =>
    adding.mutate(values, { onError: (error) => form.setErrors(fieldErrorsOf(error)) }),
  );
  const twice = twiceWords(form.values);
  const awayAlready =
    kind === 'absence' ? overlapping(leave.absences, form.values.personId, form.values) : undefined;
  const choices = people
    .filter(({ active }) => active)
    .map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <Dialog
      opened
      onClose={close}
      title={t(kind === 'absence' ? 'administration.leave.addAbsence' : 'administration.leave.addSubstitute')}
    >
      <form onSubmit={send}>
        <Stack>
          <Text size="sm">
            {t(
              kind === 'absence' ? 'administration.leave.absenceText' : 'administration.leave.substituteText',
            )}
          </Text>
          {note}
          <Select
            label={t('administration.leave.absent')}
            data={choices}
            searchable
            allowDeselect={false}
            nothingFoundMessage={t('administration.nothingFound')}
            {...form.getInputProps('personId')}
          />
          {kind === 'substitute' && (
            <Select
              label={t('administration.leave.substitute')}
              data={choices.filter(({ value }) => value !== form.values.personId)}
              searchable
              allowDeselect={false}
              nothingFoundMessage={t('administration.nothingFound')}
              {...form.getInputProps('substituteId')}
            />
          )}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <DayInput
              label={t('administration.from')}
              required
              withAsterisk={false}
              {...form.getInputProps('from')}
              {...(twice === null ? {} : { error: twice })}
            />
            <DayInput
              label={t('administration.until')}
              description={t('administration.untilHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              {...form.getInputProps('until')}
            />
          </SimpleGrid>
          {awayAlready !== undefined && (
            <Text size="sm" role="status">
              {t('administration.leave.alreadyAway', { days: stretchWords(awayAlready) })}
            </Text>
          )}
          {adding.error !== null && !isSaidBeside(adding.error, form.values) && (
            <ProblemNote error={adding.error} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={adding.isPending}>
              {t(
                kind === 'absence'
                  ? 'administration.leave.saveAbsence'
                  : 'administration.leave.saveSubstitute',
              )}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
