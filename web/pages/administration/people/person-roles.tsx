import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleWords } from '../../../../contracts/office.ts';
import { useSession } from '../../../app/session.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { fieldErrorsOf } from '../../../parts/field-errors.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useKeptMantineForm } from '../../../parts/use-kept-typing.tsx';
import { endRole, giveRole, type StaffPerson, type StaffRole } from '../../../requests/staff.ts';
import { useStretchWords } from '../stretch-words.ts';
import type { KeptPlace } from '../use-institution.tsx';
import { rolesAhead } from './held-roles.ts';
import { noRole, RoleFields, type RoleValues, roleBody } from './role-fields.tsx';

/** Roles in the institution shown, each with its stretch of days; giving and ending them. */
export function PersonRoles({ person, place }: { readonly person: StaffPerson; readonly place: KeptPlace }) {
  const { t } = useTranslation();
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<string | null>(null);
  const self = useSession().account.personId === person.id;
  const stretchWords = useStretchWords();
  const roles = rolesAhead(person, new Date());
  return (
    <Stack gap="xs">
      <Title order={3}>{t('administration.people.roles')}</Title>
      {roles.length === 0 && <Text size="sm">{t('administration.people.noRole')}</Text>}
      <List listStyleType="none" spacing="xs">
        {roles.map((role) => (
          <List.Item key={role.id} styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text>{inLanguage(roleWords[role.role])}</Text>
                <Text size="sm" c="dimmed">
                  {stretchWords(role)}
                  {role.inPlaceOf !== null && ` · ${t('administration.people.inPlace')}`}
                </Text>
              </div>
              {role.inPlaceOf === null && ending !== role.id && (
                <Button size="compact-sm" variant="default" onClick={() => setEnding(role.id)}>
                  {t('administration.people.endRole')}
                </Button>
              )}
            </Group>
            {ending === role.id && <EndRole role={role} close={() => setEnding(null)} />}
          </List.Item>
        ))}
      </List>
      {self ? (
        <Text size="sm" c="dimmed">
          {t('administration.people.notOwnRole')}
        </Text>
      ) : giving ? (
        <GiveRole person={person} place={place} close={() => setGiving(false)} />
      ) : (
        <Group>
          <Button variant="default" onClick={() => setGiving(true)}>
            {t('administration.people.giveRole')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function GiveRole(props: {
  readonly person: StaffPerson;
  readonly place: KeptPlace;
  readonly close: () => void;
}) {
  const { t } = useTranslation();
  const { person, place, close } = props;
  const queries = useQueryClient();
  const form = useForm<{ role: RoleValues }>({ initialValues: { role: noRole } });
  const { note, drop } = useKeptMantineForm(`role:${person.id}:${place.id}`, form);
  const giving = useAct(giveRole, async () => {
    drop();
    await queries.invalidateQueries({ queryKey: ['staff'] });
    close();
  });
  const send = form.onSubmit(({ role }) =>
    giving.mutate(
      { personId: person.id, body: roleBody(role, place) },
      {
        onError: (error) =>
          form.setErrors(
            Object.fromEntries(
              Object.entries(fieldErrorsOf(error)).map(([path, text]) => [`role.${path}`, text]),
            ),
          ),
      },
    ),
  );
  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        {note}
        <RoleFields form={form} place={place} />
        {giving.error !== null && <ProblemNote error={giving.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" loading={giving.isPending}>
            {t('administration.people.giveRole')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function EndRole({ role, close }: { readonly role: StaffRole; readonly close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [until, setUntil] = useState('');
  const ending = useAct(endRole, async () => {
    await queries.invalidateQueries({ queryKey: ['staff'] });
    close();
  });
  return (
    <Stack gap="xs" mt="xs">
      <Text size="sm">{t('administration.people.endRoleText')}</Text>
      <DayInput
        label={t('administration.lastDay')}
        description={t('administration.lastDayHint')}
        value={until}
        error={fieldErrorsOf(ending.error)['until']}
        onChange={setUntil}
      />
      {ending.error !== null && <ProblemNote error={ending.error} />}
      <Group>
        <Button
          size="sm"
          loading={ending.isPending}
          onClick={() => ending.mutate({ id: role.id, ...(until === '' ? {} : { until }) })}
        >
          {t('administration.people.endRole')}
        </Button>
        <Button size="sm" variant="default" onClick={close}>
          {t('shell.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
