/** What was sent, and how far each has come: sent, received, accepted, evaluated, answered are kept apart (R 13). */
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { shortDayWords } from '../../parts/day-words.ts';
import { DutyRow } from '../../parts/duty-row.tsx';
import { HowTo } from '../../parts/how-to.tsx';
import { inLanguage } from '../../parts/in-language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { allFactsQuery, type DossierDetail, vocabularyQuery } from '../../requests/dossiers.ts';
import { type DutyView, dutiesOfDossier, ownDutiesOfDossier } from '../../requests/duties.ts';
import { referralsOfDossier } from '../../requests/referrals.ts';
import { ActButtons } from '../inbox/act-buttons.tsx';
import { newReferral } from '../inbox/referral-acts.ts';
import { useReferralWords } from '../inbox/use-referral-words.ts';
import classes from './case-page.module.css';
import { may } from './case-rights.ts';
import { DutyActions } from './duty-actions.tsx';
import { linesOf, type Sayings, type TypesByName, typesByName } from './facts.ts';
import { useRecording } from './recording.ts';
import { type Referral, type ReferralStep, referralsOf } from './referrals.ts';
import { useSayings } from './use-sayings.ts';

export function ReferralsTab({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const facts = useQuery(allFactsQuery(dossier.id));
  const duties = useQuery(dutiesOfDossier(dossier.id));
  const vocabulary = useQuery(vocabularyQuery);
  const own = useQuery(ownDutiesOfDossier(dossier.id));
  const say = useSayings(dossier);
  if (facts.error !== null) return <ProblemNote error={facts.error} again={() => void facts.refetch()} />;
  if (facts.data === undefined || vocabulary.data === undefined) return null;
  const referrals = referralsOf(facts.data);
  if (referrals.length === 0) {
    return (
      <Stack gap={4} py="md">
        <Text fw={600}>{t('casePage.referrals.none')}</Text>
        <Text c="dimmed">{t('casePage.referrals.noneHint')}</Text>
        <HowTo page="iesutne" />
        <SendFromHere dossier={dossier} />
      </Stack>
    );
  }
  const types = typesByName(vocabulary.data);
  return (
    <Stack gap="md">
      <SendFromHere dossier={dossier} />
      {referrals.map((referral) => (
        <OneReferral
          key={referral.id}
          referral={referral}
          duties={(duties.data ?? []).filter(({ duty }) =>
            duty.startedBy.some((id) => referral.eventIds.includes(id)),
          )}
          ownKeys={own.data ?? []}
          types={types}
          say={say}
          dossier={dossier}
        />
      ))}
    </Stack>
  );
}

function SendFromHere({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const record = useRecording();
  if (!may(dossier, 'refer')) return null;
  const title = t('inbox.send');
  return (
    <Button
      size="sm"
      variant="default"
      className="no-print"
      style={{ alignSelf: 'start' }}
      onClick={() => record({ ...newReferral, title, done: t('inbox.done.sendOn') })}
    >
      {title}
    </Button>
  );
}

type Props = {
  readonly referral: Referral;
  readonly duties: readonly DutyView[];
  readonly ownKeys: readonly string[];
  readonly types: TypesByName;
  readonly say: Sayings;
  readonly dossier: DossierDetail;
};

function OneReferral({ referral, duties, ownKeys, types, say, dossier }: Props) {
  const { t } = useTranslation();
  const { whatOf } = useReferralWords();
  const { data: own = [] } = useInfiniteQuery(referralsOfDossier(dossier.id));
  const { id, receiverName, senderName, withdrawn, answer } = referral;
  const sent = types.get('referral.sent');
  const kind = sent?.fields.find(({ name }) => name === 'kindCode')?.codes ?? [];
  const kindWords = kind.find(({ code }) => code === referral.kindCode);
  const title = t('casePage.referrals.what', {
    kind: kindWords === undefined ? referral.kindCode : inLanguage(kindWords.label),
    to: receiverName ?? t('casePage.line.unknownSide'),
  });
  const open = duties.filter(({ duty }) => duty.settled === null);
  const longest = duties.toSorted((one, other) => daysOf(other) - daysOf(one))[0];
  const view = own.find(({ referralId }) => referralId === id);
  return (
    <section className={classes.referral} aria-label={title}>
      <Group justify="space-between" align="start">
        <div>
          <Title order={2} size="h5">
            {title}{' '}
            {withdrawn !== null && (
              <Badge variant="outline" color="gray" c="inherit">
                {t('casePage.referrals.withdrawn')}
              </Badge>
            )}
          </Title>
          <Text size="sm" c="dimmed">
            {t('casePage.referrals.by', { who: senderName })}
          </Text>
        </div>
        {view !== undefined && (
          <div className="no-print">
            <ActButtons referral={view} what={whatOf(view)} />
          </div>
        )}
      </Group>
      <ol className={classes.steps}>
        <Step label={t('casePage.referrals.sent')} step={referral.sent} lines={said(referral.sent)} />
        <Step
          label={t('casePage.referrals.received')}
          step={referral.received}
          lines={said(referral.received)}
          missing={t('casePage.referrals.notReceived')}
        />
        <Step
          label={t('casePage.referrals.acknowledged')}
          step={referral.acknowledged}
          lines={said(referral.acknowledged)}
          missing={t('casePage.referrals.notAcknowledged')}
        />
        {referral.supplementRequested !== null && (
          <>
            <Step
              label={t('casePage.referrals.supplementRequested')}
              step={referral.supplementRequested}
              lines={said(referral.supplementRequested)}
            />
            <Step
              label={t('casePage.referrals.supplemented')}
              step={referral.supplemented}
              lines={said(referral.supplemented)}
              missing={t('casePage.referrals.open')}
            />
          </>
        )}
        {(referral.evaluation !== null || open.some(({ duty }) => duty.kind === 'evaluate')) && (
          <Step
            label={t('casePage.referrals.evaluation')}
            step={referral.evaluation}
            lines={said(referral.evaluation)}
            missing={t('casePage.referrals.open')}
          />
        )}
        <Step
          label={t('casePage.referrals.answer')}
          step={answer}
          lines={said(answer)}
          missing={t('casePage.referrals.notAnswered')}
        />
      </ol>
      {longest !== undefined && daysOf(longest) > 0 && (
        <Text size="sm">
          {inLanguage(longest.duty.title)}: {t('casePage.referrals.days', { count: daysOf(longest) })} –{' '}
          {t('casePage.referrals.sides', {
            owing: longest.ball.owingDays,
            waiting: longest.ball.waitingDays,
          })}
        </Text>
      )}
      {open.length > 0 && (
        <ul className={classes.list}>
          {open.map((view) => {
            const mine = ownKeys.includes(view.duty.key);
            return (
              <DutyRow
                key={view.duty.key}
                view={view}
                other={mine ? 'to' : 'by'}
                inCase
                action={<DutyActions view={view} mine={mine} dossier={dossier} />}
              />
            );
          })}
        </ul>
      )}
    </section>
  );

  /** What the step says besides its day: channel, number, outcome; whom it went to stands above. */
  function said(step: ReferralStep | null): string {
    if (step === null) return '';
    const { fact } = step;
    const lines = linesOf(fact, types.get(fact.event.type), say);
    return (
      lines
        // A tick says by its name what it is about.
        .map(({ label, text }) => (text === t('casePage.history.yes') ? label : text))
        .filter((text) => text !== receiverName && text !== (kindWords && inLanguage(kindWords.label)))
        .join(', ')
    );
  }
}

function daysOf({ ball }: DutyView): number {
  return ball.owingDays + ball.waitingDays;
}

type StepProps = {
  readonly label: string;
  readonly step: ReferralStep | null;
  readonly lines: string;
  readonly missing?: string;
};

function Step({ label, step, lines, missing = '' }: StepProps) {
  const done = step !== null;
  const Icon = done ? IconCheck : IconCircleDashed;
  return (
    <li data-done={done || undefined}>
      <Icon size={16} aria-hidden />
      <span>
        <b>{label}</b> {done ? shortDayWords(step.day) : missing}
        {lines !== '' && <span className={classes.note}>{lines}</span>}
      </span>
    </li>
  );
}
