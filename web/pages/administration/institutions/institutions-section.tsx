import { Badge, Button, Checkbox, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindWords } from '../../../../contracts/office.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { WideTable } from '../../../parts/wide-table.tsx';
import { institutionsQuery } from '../../../requests/staff.ts';
import { InstitutionForm } from './institution-form.tsx';

export function InstitutionsSection() {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(institutionsQuery);
  const [alsoOff, setAlsoOff] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const shown = (data ?? []).filter(({ active }) => alsoOff || active);
  return (
    <Stack>
      <Group justify="space-between">
        <Checkbox
          label={t('administration.institutions.alsoOff')}
          checked={alsoOff}
          onChange={(event) => setAlsoOff(event.currentTarget.checked)}
        />
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened('new')}>
          {t('administration.institutions.add')}
        </Button>
      </Group>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {isPending && <Skeleton height={240} aria-label={t('shell.loading')} />}
      {data !== undefined && shown.length === 0 && <Text>{t('administration.institutions.none')}</Text>}
      {shown.length > 0 && (
        <WideTable
          label={t('administration.sections.institutions.title')}
          width={760}
          headings={[
            t('administration.institutions.name'),
            t('administration.institutions.kind'),
            t('administration.mail'),
            t('administration.phone'),
            '',
          ]}
        >
          {shown.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>
                {one.name}
                {!one.active && (
                  <Badge ml="xs" variant="light" color="gray" c="inherit">
                    {t('administration.off')}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{inLanguage(kindWords[one.kind])}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{one.mail ?? '–'}</Table.Td>
              <Table.Td>{one.phone ?? '–'}</Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('administration.institutions.changeOf', { name: one.name })}
                  onClick={() => setOpened(one.id)}
                >
                  {t('administration.change')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
      {opened !== null && (
        <InstitutionForm
          key={opened}
          kept={data?.find(({ id }) => id === opened) ?? null}
          close={() => setOpened(null)}
        />
      )}
    </Stack>
  );
}
