/** One case: what happens next and who owes it (design, principle 1). */
import { Alert, Skeleton, Stack, Tabs, Text } from '@mantine/core';
import { IconEyeExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
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
  return (
    <RecordingContext value={(fact) => setAsked({ ...fact, dossierId: id })}>
      <Stack gap="sm" className={classes.page}>
        <CaseHeader dossier={dossier} />
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
        <Tabs
          value={skats}
          keepMounted={false}
          onChange={(chosen) =>
            void navigate({
              search: (before) => ({ ...before, skats: (chosen ?? 'gaita') as CaseTab }),
              replace: true,
            })
          }
        >
          <Tabs.List className={classes.tabs}>
            <Tabs.Tab value="gaita">{t('casePage.tabs.course')}</Tabs.Tab>
            {seesFacts && <Tabs.Tab value="nosutijumi">{t('casePage.tabs.referrals')}</Tabs.Tab>}
            {may(dossier, 'readCase') && <Tabs.Tab value="kontakti">{t('casePage.tabs.contacts')}</Tabs.Tab>}
            <Tabs.Tab value="vesture">{t('casePage.tabs.history')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="gaita" pt="sm">
            <CourseTab dossier={dossier} />
          </Tabs.Panel>
          <Tabs.Panel value="nosutijumi" pt="sm">
            {seesFacts ? (
              <ReferralsTab dossier={dossier} />
            ) : (
              <NotForYou text={t('casePage.history.notForYou')} />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="kontakti" pt="sm">
            {may(dossier, 'readCase') ? (
              <ContactsTab dossier={dossier} />
            ) : (
              <NotForYou text={t('casePage.contacts.notForYou')} />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="vesture" pt="sm">
            <HistoryTab dossier={dossier} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
      {asked !== null && <RecordFactLater asked={asked} onClose={() => setAsked(null)} />}
    </RecordingContext>
  );
}

function NotForYou({ text }: { readonly text: string }) {
  return <Text c="dimmed">{text}</Text>;
}
