import { Button, Divider, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/may.ts';
import { useSession } from '../../../app/session.ts';
import { fieldErrorsOf, isConflict } from '../../../parts/field-errors.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { tellDone } from '../../../parts/saved.ts';
import { useAct } from '../../../parts/use-act.ts';
import { useKeptTyping } from '../../../parts/use-kept-typing.tsx';
import {
  changePerson,
  invite,
  resetSecondFactor,
  type StaffAccount,
  type StaffPerson,
} from '../../../requests/staff.ts';
import { ConflictNote } from '../conflict-note.tsx';
import type { KeptPlace } from '../use-institution.tsx';
import { PersonFields, type PersonValues, personBody, valuesOf } from './person-fields.tsx';
import { PersonRoles } from './person-roles.tsx';
import { SwitchOff } from './switch-off.tsx';

type Props = {
  readonly person: StaffPerson | null;
  readonly account: StaffAccount | null;
  readonly place: KeptPlace;
  readonly close: () => void;
};

/** All about one person: details, account, roles, switching off. */
export function PersonDrawer({ person, account, place, close }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={person !== null}
      onClose={close}
      position="right"
      size="lg"
      title={person?.displayName}
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {person !== null && (
        <Stack key={person.id} gap="lg">
          <Details person={person} />
          {account !== null && <Account person={person} account={account} />}
          <Divider />
          <PersonRoles person={person} place={place} />
          <Divider />
          <SwitchOff person={person} />
        </Stack>
      )}
    </Drawer>
  );
}

function Details({ person }: { readonly person: StaffPerson }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  /** The version that the person typing has seen. */
  const [seen, setSeen] = useState(person.version);
  const form = useForm<PersonValues>({ initialValues: valuesOf(person) });
  const { note } = useKeptTyping(`person:${person.id}`, {
    values: { seen, typed: form.values },
    changed: form.isDirty(),
    restore: (kept) => {
      setSeen(kept.seen);
      form.setValues(kept.typed);
    },
    begin: () => takeTheirs(),
  });
  const takeTheirs = () => {
    setSeen(person.version);
    form.setValues(valuesOf(person));
    form.resetDirty(valuesOf(person));
    changing.reset();
  };
  const changing = useAct(changePerson, async ({ version }) => {
    setSeen(version);
    form.resetDirty();
    await queries.invalidateQueries({ queryKey: ['staff'] });
    tellDone(t('administration.saved'));
  });
  const save = (version: number) =>
    changing.mutate(
      { id: person.id, version, body: personBody(form.values) },
      {
        onError: (error) => {
          form.setErrors(fieldErrorsOf(error));
          if (isConflict(error)) void queries.invalidateQueries({ queryKey: ['staff'] });
        },
      },
    );
  const behind = isConflict(changing.error) && person.version !== seen;
  return (
    <form onSubmit={form.onSubmit(() => save(seen))}>
      <Stack>
        {note}
        <PersonFields form={form} />
        {behind ? (
          <ConflictNote
            now={[person.displayName, person.mail ?? '', person.phone ?? ''].filter((line) => line !== '')}
            keepMine={() => {
              setSeen(person.version);
              save(person.version);
            }}
            takeTheirs={takeTheirs}
          />
        ) : (
          changing.error !== null && <ProblemNote error={changing.error} />
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={changing.isPending} disabled={!form.isDirty()}>
            {t('administration.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Account({ person, account }: { readonly person: StaffPerson; readonly account: StaffAccount }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const renew = () => queries.invalidateQueries({ queryKey: ['staff-accounts'] });
  const inviting = useMutation({
    mutationFn: () => invite(person.id),
    onSuccess: async () => {
      await renew();
      tellDone(t('administration.people.inviteSent', { mail: person.mail ?? '' }));
    },
  });
  const resetting = useMutation({ mutationFn: () => resetSecondFactor(person.id), onSuccess: renew });
  const self = useSession().account.personId === person.id;
  const may = useMay()('manageAccounts');
  const error = inviting.error ?? resetting.error;
  if (!may || self) return null;
  return (
    <Stack gap="xs">
      <Title order={3}>{t('administration.people.account')}</Title>
      <Text size="sm">
        {account.hasAccount
          ? t('administration.people.accountText')
          : person.mail === null
            ? t('administration.people.mailFirst')
            : t('administration.people.inviteText')}
      </Text>
      {error !== null && <ProblemNote error={error} />}
      <Group>
        {!account.hasAccount && (
          <Button
            loading={inviting.isPending}
            disabled={person.mail === null}
            onClick={() => inviting.mutate()}
          >
            {t(
              account.invitedAt === null
                ? 'administration.people.invite'
                : 'administration.people.inviteAgain',
            )}
          </Button>
        )}
        {account.secondFactor && (
          <Button variant="default" loading={resetting.isPending} onClick={() => resetting.mutate()}>
            {t('administration.people.resetFactor')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
