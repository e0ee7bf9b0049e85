import { Button, Group, List, NativeSelect, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, dayWords } from '../../../parts/day-words.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { WideTable } from '../../../parts/wide-table.tsx';
import { classesQuery, type SchoolClass } from '../../../requests/school-classes.ts';
import { type ClassAct, ClassForm } from './class-form.tsx';
import { nextSchoolYear, schoolYearInHand, yearBefore } from './school-year.ts';

export function ClassesSection() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { gads } = useSearch({ strict: false });
  const present = schoolYearInHand(dayOf(new Date()));
  const year = gads ?? present;
  const years = [...new Set([yearBefore(present), present, nextSchoolYear(present), year])].toSorted();
  const { data, error, isPending, refetch } = useQuery(classesQuery(year));
  const [act, setAct] = useState<ClassAct | null>(null);
  return (
    <Stack>
      <Group align="flex-end" justify="space-between">
        <NativeSelect
          label={t('administration.classes.year')}
          data={years}
          value={year}
          onChange={(event) => void navigate({ to: '.', search: { gads: event.currentTarget.value } })}
        />
        <Button
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setAct({ kind: 'make', schoolYear: year })}
        >
          {t('administration.classes.make')}
        </Button>
      </Group>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {isPending && <Skeleton height={200} aria-label={t('shell.loading')} />}
      {data?.length === 0 && <Text>{t('administration.classes.none', { year })}</Text>}
      {data !== undefined && data.length > 0 && (
        <WideTable
          label={t('administration.sections.classes.title')}
          width={620}
          headings={[
            t('administration.classes.class'),
            t('administration.classes.teacher'),
            t('administration.classes.earlier'),
            '',
          ]}
        >
          {data.map((one) => (
            <Row key={one.id} one={one} choose={setAct} />
          ))}
        </WideTable>
      )}
      {act !== null && <ClassForm act={act} close={() => setAct(null)} />}
    </Stack>
  );
}

function Row({ one, choose }: { readonly one: SchoolClass; readonly choose: (act: ClassAct) => void }) {
  const { t } = useTranslation();
  const now = one.teachers.find(({ untilOn }) => untilOn === null);
  const earlier = one.teachers.filter(({ untilOn }) => untilOn !== null);
  return (
    <Table.Tr>
      <Table.Td fw={600}>{one.name}</Table.Td>
      <Table.Td>
        {now === undefined
          ? t('administration.classes.noTeacher')
          : t('administration.classes.since', { name: now.name, day: dayWords(now.fromOn) })}
      </Table.Td>
      <Table.Td>
        {earlier.length === 0 ? (
          '–'
        ) : (
          <List size="sm" listStyleType="none">
            {earlier.map(({ personId, name, fromOn, untilOn }) => (
              <List.Item key={`${personId} ${fromOn}`}>
                {t('administration.classes.untilDay', { name, day: dayWords(untilOn ?? fromOn) })}
              </List.Item>
            ))}
          </List>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('administration.classes.changeTeacherOf', { name: one.name })}
            onClick={() => choose({ kind: 'teacher', of: one })}
          >
            {t('administration.classes.changeTeacher')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('administration.classes.moveOf', { name: one.name })}
            onClick={() => choose({ kind: 'next', of: one })}
          >
            {t('administration.classes.move')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
