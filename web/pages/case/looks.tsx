/** Who looked at the case: asked only by a press, as that is a look too. */
import { Anchor, Button, Group, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../../parts/day-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import type { DossierDetail } from '../../requests/dossiers.ts';
import { extractAddress, looksQuery } from '../../requests/looks.ts';
import { may } from './case-rights.ts';

export function Looks({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  return (
    <section aria-labelledby="case-looks" className="no-print">
      <Title order={2} size="h4" id="case-looks">
        {t('casePage.history.looks')}
      </Title>
      <Group gap="md" my="xs">
        {may(dossier, 'readAccessLog') && !asked && (
          <Button size="xs" variant="default" onClick={() => setAsked(true)}>
            {t('casePage.history.showLooks')}
          </Button>
        )}
        {may(dossier, 'printExtract') && (
          <Anchor size="sm" href={extractAddress(dossier.id)} target="_blank" rel="noopener">
            {t('casePage.history.extract')}
          </Anchor>
        )}
        <Text size="sm" c="dimmed">
          {t('casePage.history.looksHint')}
        </Text>
      </Group>
      {asked && <LookTable dossierId={dossier.id} />}
    </section>
  );
}

function LookTable({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    looksQuery(dossierId),
  );
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('casePage.history.when')}</Table.Th>
            <Table.Th>{t('casePage.history.who')}</Table.Th>
            <Table.Th>{t('casePage.history.what')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map(({ id, at, personName, institutionName, act }) => (
            <Table.Tr key={id}>
              <Table.Td>{momentWords(at)}</Table.Td>
              <Table.Td>
                {personName}, {institutionName}
              </Table.Td>
              <Table.Td>{t(`casePage.history.acts.${actName(act)}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {hasNextPage && (
        <Button
          size="xs"
          variant="default"
          mt="xs"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('casePage.history.more')}
        </Button>
      )}
    </>
  );
}

function actName(act: string) {
  switch (act) {
    case 'dossier.read':
      return 'dossierRead';
    case 'facts.read':
      return 'factsRead';
    case 'readAccessLog':
    case 'printExtract':
      return act;
    default:
      return act.startsWith('denied:') ? 'refused' : 'other';
  }
}
