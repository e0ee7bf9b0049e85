/** One case: what happens next and who owes it (design, principle 1). */
import { Alert, Skeleton, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconEyeExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFoundText } from '../../app/not-found.tsx';
import { momentWords } from '../../parts/day-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import type { FactToAsk } from '../../parts/record-fact/record-fact.tsx';
import { RecordFactLater } from '../../parts/record-fact/record-fact-later.tsx';
import { type DossierDetail, dossierQuery } from '../../requests/dossiers.ts';
import { Refused } from '../../requests/request.ts';
import { CaseHeader } from './case-header.tsx';
import classes from './case-page.module.css';
import { may } from './case-rights.ts';
import type { CaseTab } from './case-search.ts';
import { ContactsTab } from './contacts-tab.tsx';
import { CourseTab } from './course-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LimitedView } from './limited-view.tsx';
import { RecordingContext } from './recording.ts';
import { ReferralsTab } from './referrals-tab.tsx';
import { usePrinting } from './use-printing.ts';

const route = getRouteApi('/inside/lietas/$dossierId');

export function CasePage() {
  const { t } = useTranslation();
  const { dossierId } = route.useParams();
  const { data, error, refetch } = useQuery({ ...dossierQuery(dossierId), retry: false });
  // Whoever has no ground to see it is told the same as where there is no such case.
  if (error instanceof Refused && error.problem.status === 404) return <NotFoundText />;
  if (error !== null && data === undefined) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Stack role="status" aria-label={t('shell.loading')}>
        <Skeleton height={64} />
        <Skeleton height={240} />
      </Stack>
    );
  }
  return <OpenCase key={dossierId} dossier={data} />;
}

function OpenCase({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const { skats = 'gaita' } = route.useSearch();
  const navigate = route.useNavigate();
  const [asked, setAsked] = useState<FactToAsk | null>(null);
  const { id, view, emergencyUntil } = dossier;
  const seesFacts = may(dossier, 'seePreview');
  const { printing, print } = usePrinting();
  const parts: readonly { readonly tab: CaseTab; readonly title: string; readonly body: ReactNode }[] = [
    { tab: 'gaita', title: t('casePage.tabs.course'), body: <CourseTab dossier={dossier} /> },
    ...(seesFacts
      ? [
          {
            tab: 'nosutijumi',
            title: t('casePage.tabs.referrals'),
            body: <ReferralsTab dossier={dossier} />,
          } as const,
        ]
      : []),
    ...(may(dossier, 'readCase')
      ? [
          {
            tab: 'kontakti',
            title: t('casePage.tabs.contacts'),
            body: <ContactsTab dossier={dossier} />,
          } as const,
        ]
      : []),
    { tab: 'vesture', title: t('casePage.tabs.history'), body: <HistoryTab dossier={dossier} /> },
  ];
  return (
    <RecordingContext value={(fact) => setAsked({ ...fact, dossierId: id })}>
      <Stack gap="sm" className={classes.page}>
        <CaseHeader dossier={dossier} print={print} />
        {emergencyUntil !== null && (
          <Alert
            color="yellow"
            variant="light"
            icon={<IconEyeExclamation />}
            title={t('casePage.emergency', { until: momentWords(emergencyUntil) })}
          >
            <Text size="sm">{t('casePage.emergencyText')}</Text>
          </Alert>
        )}
        {view !== 'full' && <LimitedView dossier={dossier} />}
        {printing ? (
          parts.map(({ tab, title, body }) => (
            <section key={tab} aria-label={title}>
              {(tab === 'nosutijumi' || tab === 'kontakti') && (
                <Title order={2} size="h4" mb={4}>
                  {title}
                </Title>
              )}
              {body}
            </section>
          ))
        ) : (
          <Tabs
            value={parts.some(({ tab }) => tab === skats) ? skats : 'gaita'}
            keepMounted={false}
            onChange={(chosen) =>
              void navigate({
                search: (before) => ({ ...before, skats: (chosen ?? 'gaita') as CaseTab }),
                replace: true,
              })
            }
          >
            <Tabs.List className={classes.tabs}>
              {parts.map(({ tab, title }) => (
                <Tabs.Tab key={tab} value={tab}>
                  {title}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {parts.map(({ tab, body }) => (
              <Tabs.Panel key={tab} value={tab} pt="sm">
                {body}
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
      </Stack>
      {asked !== null && <RecordFactLater asked={asked} onClose={() => setAsked(null)} />}
    </RecordingContext>
  );
}
