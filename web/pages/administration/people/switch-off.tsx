import { Anchor, Button, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/may.ts';
import { useSession } from '../../../app/session.ts';
import { dayWords } from '../../../parts/day-words.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { tellDone } from '../../../parts/saved.ts';
import { useAct } from '../../../parts/use-act.ts';
import { owedQuery, type StaffPerson, switchPersonOff, switchPersonOn } from '../../../requests/staff.ts';
import { rolesAhead } from './held-roles.ts';

/** Switching somebody off, after what they still owe has been seen; and on again. */
export function SwitchOff({ person }: { readonly person: StaffPerson }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [looking, setLooking] = useState(false);
  const done = async (text: string) => {
    await queries.invalidateQueries({ queryKey: ['staff'] });
    setLooking(false);
    tellDone(text);
  };
  const on = useAct(switchPersonOn, () =>
    done(t('administration.people.switchedOn', { name: person.displayName })),
  );
  if (useSession().account.personId === person.id) return null;
  return (
    <Stack gap="xs">
      <Title order={3}>
        {t(person.active ? 'administration.people.offTitle' : 'administration.people.onTitle')}
      </Title>
      <Text size="sm">
        {t(person.active ? 'administration.people.offText' : 'administration.people.onText')}
      </Text>
      {on.error !== null && <ProblemNote error={on.error} />}
      {!person.active && (
        <Group>
          <Button variant="default" loading={on.isPending} onClick={() => on.mutate(person.id)}>
            {t('administration.people.switchOn')}
          </Button>
        </Group>
      )}
      {person.active && !looking && (
        <Group>
          <Button variant="default" onClick={() => setLooking(true)}>
            {t('administration.people.seeOwed')}
          </Button>
        </Group>
      )}
      {person.active && looking && (
        <Owed
          person={person}
          close={() => setLooking(false)}
          done={() => done(t('administration.people.switchedOff', { name: person.displayName }))}
        />
      )}
    </Stack>
  );
}

function Owed(props: {
  readonly person: StaffPerson;
  readonly close: () => void;
  readonly done: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const { person, close, done } = props;
  const { data, error, refetch } = useQuery(owedQuery(person.id));
  const off = useAct(switchPersonOff, done);
  const may = useMay();
  const leadsClass = rolesAhead(person, new Date()).some(({ role }) => role === 'classTeacher');
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={80} aria-label={t('shell.loading')} />;
  const { duties } = data;
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('administration.people.owed', { count: duties.length })}</Text>
      {duties.length > 0 && (
        <>
          <List size="sm">
            {duties.map(({ dossierId, dutyKey, caseNumber, title, dueDay, danger }) => (
              <List.Item key={`${dossierId} ${dutyKey}`}>
                {danger && <strong>{t('administration.people.danger')} </strong>}
                {inLanguage(title)} ·{' '}
                <Anchor component={Link} to={`/lietas/${dossierId}`} fz="inherit">
                  {caseNumber === '' ? t('duty.schoolYear') : caseNumber}
                </Anchor>
                {dueDay !== null && ` · ${t('administration.untilDay', { day: dayWords(dueDay) })}`}
              </List.Item>
            ))}
          </List>
          <Text size="sm">{t('administration.people.owedText')}</Text>
          {may('manageClasses') && leadsClass && (
            <Text size="sm">
              {t('administration.people.owedClass')}{' '}
              <Anchor component={Link} to="/parvalde/klases" fz="inherit">
                {t('administration.sections.classes.title')}
              </Anchor>
            </Text>
          )}
          <Text size="sm">
            {t('administration.people.owedLeave')}{' '}
            <Anchor component={Link} to="/parvalde/prombutnes" fz="inherit">
              {t('administration.sections.leave.title')}
            </Anchor>
          </Text>
        </>
      )}
      {off.error !== null && <ProblemNote error={off.error} again={() => void refetch()} />}
      <Group>
        <Button
          loading={off.isPending}
          onClick={() => off.mutate({ id: person.id, openDuties: duties.length })}
        >
          {t('administration.people.switchOff')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('shell.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
