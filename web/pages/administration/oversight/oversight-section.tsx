/** Who looked in an emergency and whether it was reviewed, and who must not know of a case (rules of conduct 3). */
import { Anchor, Button, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeWords } from '../../../parts/code-words.ts';
import { momentWords } from '../../../parts/day-words.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { RecordFactLater } from '../../../parts/record-fact/record-fact-later.tsx';
import { WideTable } from '../../../parts/wide-table.tsx';
import { type Emergency, type Exclusion, oversightQuery } from '../../../requests/oversight.ts';

export function OversightSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(oversightQuery);
  return (
    <Stack>
      <Text size="sm">{t('oversight.text')}</Text>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={200} aria-label={t('shell.loading')} />}
      {data !== undefined && (
        <>
          <Emergencies all={data.emergencies} />
          <Exclusions all={data.exclusions} />
        </>
      )}
    </Stack>
  );
}

function Emergencies({ all }: { readonly all: readonly Emergency[] }) {
  const { t } = useTranslation();
  const words = useCodeWords('access.takenInEmergency', 'groundCode');
  const outcome = useCodeWords('access.reviewed', 'outcomeCode');
  const [reviewed, setReviewed] = useState<Emergency | null>(null);
  return (
    <section aria-labelledby="emergencies">
      <Title order={2} id="emergencies" mb="xs">
        {t('oversight.emergencies')}
      </Title>
      {all.length === 0 ? (
        <Text>{t('oversight.noEmergencies')}</Text>
      ) : (
        <WideTable
          label={t('oversight.emergencies')}
          headings={[
            t('oversight.case'),
            t('oversight.who'),
            t('oversight.reason'),
            t('oversight.review'),
            '',
          ]}
          width={820}
        >
          {all.map((one) => (
            <Table.Tr key={one.accessId}>
              <CaseCell {...one} />
              <Table.Td>
                {one.byName}
                <Text size="sm" c="dimmed">
                  {one.institutionName}
                </Text>
                <Text size="sm">
                  {t('oversight.stretch', { from: momentWords(one.at), until: momentWords(one.untilAt) })}
                </Text>
              </Table.Td>
              <Table.Td>
                {words(one.groundCode)}
                <Text size="sm">{one.reason}</Text>
              </Table.Td>
              <Table.Td>
                {one.review === null ? t('oversight.notReviewed') : outcome(one.review.outcomeCode)}
                {one.review !== null && (
                  <Text size="sm" c="dimmed">
                    {one.review.byName}, {momentWords(one.review.at)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">
                {one.mayReview && (
                  <Button
                    size="compact-sm"
                    variant="light"
                    aria-label={t('oversight.doReviewOf', { number: one.caseNumber, who: one.byName })}
                    onClick={() => setReviewed(one)}
                  >
                    {t('oversight.doReview')}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
      {reviewed !== null && (
        <RecordFactLater
          asked={{
            dossierId: reviewed.dossierId,
            type: 'access.reviewed',
            known: { accessId: reviewed.accessId },
            about: `${reviewed.byName}, ${momentWords(reviewed.at)}`,
          }}
          onClose={() => setReviewed(null)}
        />
      )}
    </section>
  );
}

function Exclusions({ all }: { readonly all: readonly Exclusion[] }) {
  const { t } = useTranslation();
  const words = useCodeWords('person.excluded', 'groundCode');
  return (
    <section aria-labelledby="exclusions">
      <Title order={2} id="exclusions" mb="xs">
        {t('oversight.exclusions')}
      </Title>
      {all.length === 0 ? (
        <Text>{t('oversight.noExclusions')}</Text>
      ) : (
        <WideTable
          label={t('oversight.exclusions')}
          headings={[t('oversight.case'), t('oversight.person'), t('oversight.ground'), t('oversight.since')]}
          width={680}
        >
          {all.map((one) => (
            <Table.Tr key={`${one.dossierId} ${one.personName}`}>
              <CaseCell {...one} />
              <Table.Td>{one.personName}</Table.Td>
              <Table.Td>{one.groundCode === null ? t('oversight.atFirst') : words(one.groundCode)}</Table.Td>
              <Table.Td>
                {momentWords(one.since)}
                <Text size="sm" c="dimmed">
                  {one.bySelf ? t('oversight.bySelf') : one.declaredByName}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
    </section>
  );
}

function CaseCell({ dossierId, caseNumber }: { readonly dossierId: string; readonly caseNumber: string }) {
  return (
    <Table.Th scope="row">
      <Anchor component={Link} to={`/lietas/${dossierId}`} fz="sm">
        {caseNumber}
      </Anchor>
    </Table.Th>
  );
}
