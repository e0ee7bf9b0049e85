/** One page for a talk: who, with what caution, what was agreed last, what is open, what to ask (rules of conduct 26). */
import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFoundText } from '../../app/not-found.tsx';
import { dayOf, dayWords } from '../../parts/day-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { type DossierDetail, dossierQuery } from '../../requests/dossiers.ts';
import { Refused } from '../../requests/request.ts';
import { may } from '../case/case-rights.ts';
import { AgreedLast } from './agreed-last.tsx';
import { SheetContacts } from './sheet-contacts.tsx';
import classes from './talk-sheet.module.css';
import { SheetDuties, SheetQuestions } from './what-is-open.tsx';

const route = getRouteApi('/inside/lietas/$dossierId/lapa');

export function TalkSheetPage() {
  const { t } = useTranslation();
  const { dossierId } = route.useParams();
  const { data, error, refetch } = useQuery({ ...dossierQuery(dossierId), retry: false });
  if (error instanceof Refused && error.problem.status === 404) return <NotFoundText />;
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={320} role="status" aria-label={t('shell.loading')} />;
  return (
    <Stack gap="sm">
      <Group gap="xs" className="no-print">
        <Button
          component={Link}
          to={`/lietas/${dossierId}`}
          variant="default"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
        >
          {t('talkSheet.back')}
        </Button>
        {may(data, 'readCase') && (
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => globalThis.print()}>
            {t('talkSheet.print')}
          </Button>
        )}
      </Group>
      {may(data, 'readCase') ? <Sheet dossier={data} /> : <Text>{t('talkSheet.notForYou')}</Text>}
    </Stack>
  );
}

function Sheet({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const { learner, caseNumber, schoolName, level, kind, managers, classTeacherName } = dossier;
  const leaders = managers.filter((one) => one.level === level).map(({ personName }) => personName);
  return (
    <article className={classes.sheet}>
      <header className={classes.head}>
        <Title order={1} size="h2">
          {learner === null
            ? t('duty.case', { number: caseNumber })
            : `${learner.firstName} ${learner.lastName}, ${learner.className}`}
        </Title>
        <p className={classes.small}>
          {[
            `${t(`casePage.kind.${kind}`)} ${caseNumber}`,
            ...(kind === 'case' ? [t(`casePage.level${level}`)] : []),
            schoolName,
            ...(leaders.length > 0 ? leaders : [classTeacherName ?? '']),
            t('talkSheet.madeOn', { day: dayWords(dayOf(new Date())) }),
          ]
            .filter((text) => text !== '')
            .join(' · ')}
        </p>
      </header>
      <Part title={t('talkSheet.contacts')}>
        <SheetContacts dossier={dossier} />
      </Part>
      <div className={classes.two}>
        <Part title={t('talkSheet.agreed')}>
          <AgreedLast dossier={dossier} />
        </Part>
        <Part title={t('talkSheet.open')}>
          <SheetDuties dossier={dossier} />
        </Part>
      </div>
      <Part title={t('talkSheet.ask')}>
        <SheetQuestions dossier={dossier} />
      </Part>
      <section className={classes.notes}>
        <h2 className={classes.title}>{t('talkSheet.notes')}</h2>
      </section>
      <p className={classes.small}>{t('talkSheet.care')}</p>
    </article>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  );
}
