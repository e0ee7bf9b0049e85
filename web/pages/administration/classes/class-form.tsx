import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../parts/day-input.tsx';
import { dayOf, dayWords } from '../../../parts/day-words.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { fieldErrorsOf, isSaidBeside } from '../../../parts/field-errors.ts';
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
export function ClassForm(props: { readonly act: ClassAct; readonly close: () => void }) {
  const begins = beginningOfNext(props.act);
  return begins !== null && begins > dayOf(new Date()) ? (
    <TooEarly {...props} begins={begins} />
  ) : (
    <Form {...props} />
  );
}

/** The first day of the school year into which a class is moved; null for the other acts. */
function beginningOfNext(act: ClassAct): string | null {
  return act.kind === 'next' ? `${nextSchoolYear(act.of.schoolYear).slice(0, 4)}-09-01` : null;
}

/** Moving is recorded when the year begins: told before anything is typed. */
function TooEarly(props: { readonly act: ClassAct; readonly begins: string; readonly close: () => void }) {
  const { t } = useTranslation();
  const { act, begins, close } = props;
  return (
    <Dialog
      opened
      onClose={close}
      title={t('administration.classes.moveOf', { name: act.kind === 'make' ? '' : act.of.name })}
    >
      <Stack>
        <Text>{t('administration.classes.tooEarly', { day: dayWords(begins) })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('shell.close')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Form({ act, close }: { readonly act: ClassAct; readonly close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { kind } = act;
  const teachers = useTeachers();
  const today = dayOf(new Date());
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
            allowDeselect={kind === 'make'}
            clearable={kind === 'make'}
            nothingFoundMessage={t('administration.nothingFound')}
            {...form.getInputProps('teacherId')}
          />
          <DayInput
            label={t('administration.classes.fromOn')}
            description={t('administration.classes.fromOnHint')}
            // What begins later is recorded when it begins.
            maxDate={today}
            required
            withAsterisk={false}
            {...form.getInputProps('fromOn')}
          />
          {doing.error !== null && !isSaidBeside(doing.error, form.values) && (
            <ProblemNote error={doing.error} />
          )}
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
        fromOn: beginningOfNext(act) ?? today,
      };
    }
  }
}
