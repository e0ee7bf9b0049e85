/** Whose case it is, who leads it, how it stands, and what may be recorded. */
import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { IconFileText, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { shortDayWords } from '../../parts/day-words.ts';
import { inLanguage } from '../../parts/in-language.ts';
import type { DossierDetail } from '../../requests/dossiers.ts';
import { dutiesOfDossier } from '../../requests/duties.ts';
import classes from './case-page.module.css';
import { may } from './case-rights.ts';
import { RecordMenu } from './record-menu.tsx';

type Props = { readonly dossier: DossierDetail; readonly print: () => void };

export function CaseHeader({ dossier, print }: Props) {
  const { t } = useTranslation();
  const { learner, caseNumber, kind, level, status, schoolName, openedAt } = dossier;
  const number = caseNumber === '' ? t('duty.schoolYear') : t('casePage.number', { number: caseNumber });
  return (
    <header className={classes.header}>
      <div className={classes.headerText}>
        <Group gap="xs" align="baseline">
          <Title order={1} size="h2">
            {learner === null ? number : `${learner.firstName} ${learner.lastName}, ${learner.className}`}
          </Title>
          <Badge variant="light" color={status === 'open' ? 'accent' : 'gray'} c="inherit">
            {t(`casePage.${status}`)}
          </Badge>
        </Group>
        <dl className={classes.facts}>
          <Item term={t(`casePage.kind.${kind}`)}>
            {caseNumber === '' ? schoolName : `${caseNumber} (${shortDayWords(openedAt.slice(0, 10))})`}
            {kind === 'case' && ` · ${t(`casePage.level${level}`)}`}
          </Item>
          {caseNumber !== '' && <Item term={t('casePage.school')}>{schoolName}</Item>}
          <Leaders dossier={dossier} />
          {status === 'open' && <NextMilestone dossierId={dossier.id} />}
        </dl>
      </div>
      <Group gap="xs" className="no-print">
        {learner !== null && may(dossier, 'readCase') && (
          <Button
            component={Link}
            to={`/lietas/${dossier.id}/lapa`}
            variant="default"
            leftSection={<IconFileText size={18} aria-hidden />}
          >
            {t('talkSheet.link')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={print}
          visibleFrom="sm"
        >
          {t('casePage.print')}
        </Button>
        <RecordMenu dossier={dossier} />
      </Group>
    </header>
  );
}

function Item({ term, children }: { readonly term: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Whoever was named, the lead first; else the class teacher, who leads where nobody was. */
function Leaders({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const { managers, classTeacherName, schoolName, level } = dossier;
  const named = managers
    .filter((one) => one.level === level)
    .toSorted((one, other) => Number(other.lead) - Number(one.lead))
    .map(({ personName, institutionName, lead }) =>
      [personName, institutionName === schoolName ? '' : institutionName, lead ? '' : t('casePage.coManager')]
        .filter((part) => part !== '')
        .join(', '),
    );
  if (named.length > 0) return <Item term={t('casePage.managers')}>{named.join('; ')}</Item>;
  if (classTeacherName === null || dossier.kind === 'institutionYear') return null;
  return (
    <Item term={t('casePage.managers')}>
      {classTeacherName}, {t('casePage.classTeacher')}
    </Item>
  );
}

function NextMilestone({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(dutiesOfDossier(dossierId));
  if (data === undefined) return null;
  const open = data
    .filter(({ duty, daysLeft }) => duty.settled === null && daysLeft !== null)
    .toSorted((one, other) => ((one.duty.due?.at ?? '') < (other.duty.due?.at ?? '') ? -1 : 1));
  // Where nothing lies ahead, what is past its time is still to be done.
  const next = open.find(({ daysLeft }) => (daysLeft ?? 0) >= 0) ?? open[0];
  return (
    <Item term={t('casePage.next')}>
      {next === undefined || next.dueWords === null ? (
        <Text component="span" fz="inherit" c="dimmed">
          {t('casePage.nextNone')}
        </Text>
      ) : (
        `${inLanguage(next.duty.title)} – ${inLanguage(next.dueWords)}`
      )}
    </Item>
  );
}
