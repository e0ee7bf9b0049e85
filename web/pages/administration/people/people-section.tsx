import { Badge, Button, Checkbox, Group, Skeleton, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/may.ts';
import { useSession } from '../../../app/session.ts';
import { dayOf, dayWords } from '../../../parts/day-words.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { WideTable } from '../../../parts/wide-table.tsx';
import {
  type StaffAccount,
  type StaffPerson,
  staffAccountsQuery,
  staffQuery,
} from '../../../requests/staff.ts';
import { ChooseInstitution, useInstitution } from '../use-institution.tsx';
import { AddPerson } from './add-person.tsx';
import { roleLine, rolesAhead } from './held-roles.ts';
import { PersonDrawer } from './person-drawer.tsx';

export function PeopleSection() {
  const { t } = useTranslation();
  const place = useInstitution();
  const people = useQuery(staffQuery(place.id));
  const accounts = useAccounts(place.id);
  const [sought, setSought] = useState('');
  const [alsoOff, setAlsoOff] = useState(false);
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const shown = (people.data ?? []).filter((person) => (alsoOff || person.active) && fits(person, sought));
  return (
    <Stack>
      <Group align="flex-end" justify="space-between">
        <Group align="flex-end">
          <ChooseInstitution />
          <TextInput
            label={t('administration.people.seek')}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
          <Checkbox
            pb={8}
            label={t('administration.people.alsoOff')}
            checked={alsoOff}
            onChange={(event) => setAlsoOff(event.currentTarget.checked)}
          />
        </Group>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {t('administration.people.add')}
        </Button>
      </Group>
      {people.error !== null && <ProblemNote error={people.error} again={() => void people.refetch()} />}
      {people.isPending && <Skeleton height={240} aria-label={t('shell.loading')} />}
      {people.data !== undefined && shown.length === 0 && (
        <Text>{t(sought === '' ? 'administration.people.none' : 'administration.nothingFound')}</Text>
      )}
      {shown.length > 0 && (
        <WideTable
          label={t('administration.sections.people.title')}
          width={720}
          headings={[
            t('administration.name'),
            t('administration.people.roles'),
            t('administration.mail'),
            ...(accounts === null ? [] : [t('administration.people.account')]),
            '',
          ]}
        >
          {shown.map((person) => (
            <Table.Tr key={person.id}>
              <Table.Td>
                {person.displayName}
                {!person.active && (
                  <Badge ml="xs" variant="light" color="gray" c="inherit">
                    {t('administration.off')}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>
                {roleLine(rolesAhead(person, new Date())) || t('administration.people.noRole')}
              </Table.Td>
              <Table.Td>{person.mail ?? '–'}</Table.Td>
              {accounts !== null && <Table.Td>{accountWords(accounts.get(person.id))}</Table.Td>}
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('administration.people.openOf', { name: person.displayName })}
                  onClick={() => setOpened(person.id)}
                >
                  {t('administration.open')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
      {adding && <AddPerson key={place.id} place={place} close={() => setAdding(false)} open={setOpened} />}
      <PersonDrawer
        person={people.data?.find(({ id }) => id === opened) ?? null}
        account={accounts?.get(opened ?? '') ?? null}
        place={place}
        close={() => setOpened(null)}
      />
    </Stack>
  );

  function accountWords(account: StaffAccount | undefined): string {
    if (account === undefined) return '–';
    if (account.hasAccount)
      return t(account.secondFactor ? 'administration.people.hasFactor' : 'administration.people.hasAccount');
    return account.invitedAt === null
      ? t('administration.people.notInvited')
      : t('administration.people.invited', { day: dayWords(dayOf(new Date(account.invitedAt))) });
  }
}

/** Accounts are kept by administrators of the very institution; to others the column is not there. */
function useAccounts(institutionId: string): ReadonlyMap<string, StaffAccount> | null {
  const kept = useMay()('manageAccounts') && useSession().institution.id === institutionId;
  const { data } = useQuery({ ...staffAccountsQuery, enabled: kept });
  return kept && data !== undefined ? new Map(data.map((one) => [one.personId, one])) : null;
}

function fits(person: StaffPerson, sought: string): boolean {
  const text = plain(
    `${person.displayName} ${person.mail ?? ''} ${roleLine(rolesAhead(person, new Date()))}`,
  );
  return plain(sought)
    .split(' ')
    .every((word) => text.includes(word));
}

/** Without diacritics and case: on many keyboards they are hard to type. */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}
