import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../parts/day-input.tsx';
import { dayOf } from '../../../parts/day-words.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { fieldErrorsOf } from '../../../parts/field-errors.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { tellDone } from '../../../parts/saved.ts';
import { useAct } from '../../../parts/use-act.ts';
import { useKeptMantineForm } from '../../../parts/use-kept-typing.tsx';
import {
  changeClassTeacher,
  makeClass,
  moveClass,
  type SchoolClass,
} from '../../../requests/school-classes.ts';
import { nextName } from './next-name.ts';
import { nextSchoolYear } from './school-year.ts';
import { useTeachers } from './use-teachers.ts';

export type ClassAct =
  | { readonly kind: 'make'; readonly schoolYear: string }
  | { readonly kind: 'teacher' | 'next'; readonly of: SchoolClass };

type Values = { name: string; schoolYear: string; teacherId: string | null; fromOn: string };

/** Making a class, giving it to another teacher, moving it to the next year: one form, three buttons. */
export function ClassForm({ act, close }: { readonly act: ClassAct; readonly close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { kind } = act;
  const teachers = useTeachers();
  const form = useForm<Values>({
    initialValues: startOf(act),
    validate: {
      teacherId: (value) =>
        kind !== 'make' && value === null ? t('administration.leave.choosePerson') : null,
    },
  });
  // One form a class and act; a new class belongs to its year.
  const about = act.kind === 'make' ? act.schoolYear.replace('/', '-') : act.of.id;
  const { note, drop } = useKeptMantineForm(`class:${kind}:${about}`, form);
  const doing = useAct(
    async ({ name, schoolYear, teacherId, fromOn }: Values, key) => {
      switch (act.kind) {
        case 'make':
          return await makeClass(
            { schoolYear, name, fromOn, ...(teacherId === null ? {} : { teacherId }) },
            key,
          );
        case 'teacher':
          return await changeClassTeacher(
            { classId: act.of.id, body: { teacherId: teacherId ?? '', fromOn } },
            key,
          );
        case 'next':
          return await moveClass(
            { classId: act.of.id, body: { schoolYear, name, teacherId: teacherId ?? '', fromOn } },
            key,
          );
      }
    },
    async () => {
      drop();
      await queries.invalidateQueries({ queryKey: ['classes'] });
      tellDone(t(`administration.classes.done.${kind}`));
      close();
    },
  );
  const send = form.onSubmit((values) =>
    doing.mutate(values, { onError: (error) => form.setErrors(fieldErrorsOf(error)) }),
  );
  const title = {
    make: t('administration.classes.make'),
    teacher: t('administration.classes.changeTeacherOf', { name: form.values.name }),
    next: t('administration.classes.moveOf', { name: act.kind === 'make' ? '' : act.of.name }),
  };
  return (
    <Dialog opened onClose={close} title={title[kind]}>
      <form onSubmit={send}>
        <Stack>
          <Text size="sm">{t(`administration.classes.text.${kind}`)}</Text>
          {note}
          {kind !== 'teacher' && (
            <Group grow>
              <TextInput
                label={t('administration.classes.class')}
                description={t('administration.classes.nameHint')}
                required
                withAsterisk={false}
                {...form.getInputProps('name')}
              />
              <TextInput
                label={t('administration.classes.year')}
                description={t('administration.classes.yearHint')}
                required
                withAsterisk={false}
                {...form.getInputProps('schoolYear')}
              />
            </Group>
          )}
          <Select
            label={t('administration.classes.teacher')}
            data={teachers.map(({ id, displayName }) => ({ value: id, label: displayName }))}
            searchable
            clearable={kind === 'make'}
            nothingFoundMessage={t('administration.nothingFound')}
            {...form.getInputProps('teacherId')}
          />
          <DayInput
            label={t('administration.classes.fromOn')}
            required
            withAsterisk={false}
            {...form.getInputProps('fromOn')}
          />
          {doing.error !== null && <ProblemNote error={doing.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('shell.cancel')}
            </Button>
            <Button type="submit" loading={doing.isPending}>
              {t(`administration.classes.submit.${kind}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function startOf(act: ClassAct): Values {
  const today = dayOf(new Date());
  switch (act.kind) {
    case 'make':
      return { name: '', schoolYear: act.schoolYear, teacherId: null, fromOn: today };
    case 'teacher':
      return { name: act.of.name, schoolYear: act.of.schoolYear, teacherId: null, fromOn: today };
    case 'next': {
      const teacher = act.of.teachers.find(({ untilOn }) => untilOn === null);
      const schoolYear = nextSchoolYear(act.of.schoolYear);
      return {
        name: nextName(act.of.name),
        schoolYear,
        teacherId: teacher?.personId ?? null,
        fromOn: `${schoolYear.slice(0, 4)}-09-01`,
      };
    }
  }
}
