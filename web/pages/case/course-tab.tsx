/** The course of the case: the timeline, and the duties under it. */
import { Group, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { allFactsQuery, type DossierDetail, vocabularyQuery } from '../../requests/dossiers.ts';
import { dutiesOfDossier, ownDutiesOfDossier } from '../../requests/duties.ts';
import classes from './case-page.module.css';
import { may } from './case-rights.ts';
import { DutiesOfCase } from './duties-of-case.tsx';
import { typesByName } from './facts.ts';
import { SentenceList } from './timeline/sentence-list.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { useMarks } from './timeline/use-marks.ts';

const route = getRouteApi('/inside/lietas/$dossierId');

export function CourseTab({ dossier }: { readonly dossier: DossierDetail }) {
  const duties = useQuery(dutiesOfDossier(dossier.id));
  const own = useQuery(ownDutiesOfDossier(dossier.id));
  if (duties.error !== null && duties.data === undefined)
    return <ProblemNote error={duties.error} again={() => void duties.refetch()} />;
  if (duties.data === undefined) return <Skeleton height={200} />;
  // On a phone what is to be done stands first; the picture is for those who have room for it.
  return (
    <Stack gap="md" className={classes.course}>
      <Course dossier={dossier} />
      <DutiesOfCase dossier={dossier} duties={duties.data} ownKeys={own.data ?? []} />
    </Stack>
  );
}

function Course({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { gaita = narrow ? 'saraksts' : 'linija' } = route.useSearch();
  const navigate = route.useNavigate();
  const seesFacts = may(dossier, 'seePreview');
  const facts = useQuery({ ...allFactsQuery(dossier.id), enabled: seesFacts });
  const duties = useQuery(dutiesOfDossier(dossier.id));
  const vocabulary = useQuery(vocabularyQuery);
  const marks = useMarks(
    facts.data ?? [],
    duties.data ?? [],
    vocabulary.data === undefined ? new Map() : typesByName(vocabulary.data),
    dossier,
  );
  const empty = marks.sentences.length === 0;
  return (
    <section aria-labelledby="case-course">
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h4" id="case-course">
          {t('casePage.line.title')}
        </Title>
        {!empty && (
          <SegmentedControl
            size="xs"
            className="no-print"
            aria-label={t('casePage.line.how')}
            value={gaita}
            onChange={(chosen) =>
              void navigate({
                search: (before) => ({ ...before, gaita: chosen === 'linija' ? 'linija' : 'saraksts' }),
                replace: true,
              })
            }
            data={[
              { value: 'linija', label: t('casePage.line.chart') },
              { value: 'saraksts', label: t('casePage.line.list') },
            ]}
          />
        )}
      </Group>
      {!seesFacts && (
        <Text size="sm" c="dimmed">
          {t('casePage.line.notForYou')}
        </Text>
      )}
      {facts.error !== null && <ProblemNote error={facts.error} again={() => void facts.refetch()} />}
      {empty ? (
        <Text c="dimmed">{facts.isLoading ? t('shell.loading') : t('casePage.line.empty')}</Text>
      ) : gaita === 'linija' ? (
        <>
          <Timeline marks={marks} />
          <SentenceList marks={marks} className={classes.onPaper} />
        </>
      ) : (
        <SentenceList marks={marks} />
      )}
    </section>
  );
}
