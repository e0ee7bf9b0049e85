/** What stands before a complaint, step by step, and the complaint itself in one step (rules of conduct 14). */
import { Anchor, Button, Loader, Text } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, dayWords } from '../../parts/day-words.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import type { FactToAsk } from '../../parts/record-fact/record-fact.tsx';
import { RecordFactLater } from '../../parts/record-fact/record-fact-later.tsx';
import { factTypeIn, vocabularyQuery } from '../../requests/dossiers.ts';
import type { DutyView } from '../../requests/duties.ts';
import { type BeforeComplaint, beforeComplaintQuery } from '../../requests/school.ts';
import classes from './school-page.module.css';
import { useOnePress } from './use-one-press.ts';
import { WhoIsTold } from './who-is-told.tsx';

export function WayUp({ view }: { readonly view: DutyView }) {
  const { t } = useTranslation();
  const { dossierId, duty } = view;
  const { data, error, refetch } = useQuery(beforeComplaintQuery(dossierId, duty.key));
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) return <Loader size="sm" aria-label={t('shell.loading')} />;
  return <Steps view={view} before={data} />;
}

type Props = { readonly view: DutyView; readonly before: BeforeComplaint };

function Steps({ view, before }: Props) {
  const { t } = useTranslation();
  const { dossierId, duty } = view;
  const [asked, setAsked] = useState<FactToAsk | null>(null);
  const press = useOnePress(dossierId);
  // Only the button that was pressed turns.
  const pressing = (type: string) => press.isPending && press.variables.type === type;
  const codeWords = useCodeWords();
  const { delivery, receiver, draft, windowUntil, goesTo } = before;
  const here = { dossierId, about: inLanguage(duty.title) };
  const ask = { type: 'answer.asked', data: { dutyKey: duty.key } };
  const about = { dutyIds: [duty.key], groundCode: 'noInformation' };
  // The same through the whole look at it: what is shown is what is sent.
  const [complaintId] = useState(() => crypto.randomUUID());
  const drafting = { type: 'complaint.drafted', data: { ...about, complaintId } };
  const filing = {
    ...about,
    complaintId: draft?.complaintId ?? complaintId,
    ...(receiver === null ? {} : { aboutInstitutionId: receiver.id }),
    ...(goesTo === null ? {} : { toInstitutionId: goesTo.id }),
  };
  const [lastCall] = before.calls.slice(-1);
  const [lastAsked] = before.asked.slice(-1);
  const day = (moment: string) => dayWords(dayOf(new Date(moment)));
  return (
    <>
      <ol className={classes.steps} aria-label={t('school.way')}>
        {delivery !== null && (
          <Step done={delivery.receivedOn !== null} title={t('school.delivery')}>
            <Text size="sm">
              {t('school.sent', {
                day: dayWords(delivery.sentOn),
                channel: codeWords('referral.sent', 'channelCode', delivery.channelCode),
              })}
              {delivery.regNo !== null && ` · ${t('school.regNo', { number: delivery.regNo })}`}
            </Text>
            <Text size="sm">
              {delivery.receivedOn === null
                ? t('school.notReceived')
                : t('school.received', { day: dayWords(delivery.receivedOn) })}
            </Text>
          </Step>
        )}
        <Step done={lastAsked !== undefined} title={t('school.ask')}>
          {lastAsked === undefined ? (
            <>
              <WhoIsTold {...here} fact={ask} />
              <Button
                size="compact-sm"
                variant="light"
                loading={pressing('answer.asked')}
                onClick={() => press.mutate(ask)}
              >
                {t('school.askNow')}
              </Button>
            </>
          ) : (
            <Text size="sm">{doneBy(lastAsked)}</Text>
          )}
        </Step>
        <Step done={lastCall !== undefined} title={t('school.call')}>
          {receiver !== null && receiver.headsElsewhere !== null && (
            <Text size="sm">{t('school.headExcluded', { institution: receiver.headsElsewhere })}</Text>
          )}
          {receiver?.heads.map(({ name, phone }) => (
            <Text size="sm" key={name}>
              {name}:{' '}
              {phone === null ? (
                t('school.noPhone')
              ) : (
                <Anchor href={`tel:${phone}`} fz="inherit">
                  {phone}
                </Anchor>
              )}
            </Text>
          ))}
          {lastCall !== undefined && (
            <Text size="sm">
              {doneBy(lastCall)} · {codeWords('receiver.called', 'resultCode', lastCall.resultCode)}
            </Text>
          )}
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => setAsked({ dossierId, type: 'receiver.called', known: { dutyKey: duty.key } })}
          >
            {t('school.callNow')}
          </Button>
        </Step>
        <Step done={draft !== null} title={t('school.draft')}>
          {draft === null ? (
            <>
              <Text size="sm">{t('school.draftHint')}</Text>
              {before.held ? (
                // Why the button rests, and where the answer is confirmed.
                <Text size="sm">
                  {t('duty.held')}:{' '}
                  <Anchor component={Link} to={`/lietas/${dossierId}`} fz="inherit">
                    {t('school.openCase')}
                  </Anchor>
                </Text>
              ) : (
                <WhoIsTold {...here} fact={drafting} />
              )}
              <Button
                size="compact-sm"
                variant="light"
                loading={pressing('complaint.drafted')}
                disabled={before.held}
                onClick={() => press.mutate(drafting)}
              >
                {t('school.draftNow')}
              </Button>
            </>
          ) : (
            <>
              <Text size="sm">{t('school.drafted', { day: day(draft.at) })}</Text>
              {windowUntil !== null && (
                <Text size="sm">{t('school.window', { day: dayWords(windowUntil) })}</Text>
              )}
              <Text size="sm">
                {before.accounts.length === 0
                  ? t('school.noAccount')
                  : t('school.account', { day: day(before.accounts.at(-1)?.at ?? draft.at) })}
              </Text>
            </>
          )}
        </Step>
        <Step done={before.filed} title={t('school.file')}>
          {!before.filed && (
            <Text size="sm">
              {goesTo === null ? t('school.goesOutside') : t('school.goesTo', { institution: goesTo.name })}
            </Text>
          )}
          <Text size="sm">{fileWords()}</Text>
          {!before.filed && before.mayGo && goesTo !== null && (
            <>
              <WhoIsTold {...here} fact={{ type: 'complaint.filed', data: filing }} />
              <Button
                size="compact-sm"
                onClick={() => setAsked({ dossierId, type: 'complaint.filed', known: filing })}
              >
                {t('school.fileNow')}
              </Button>
            </>
          )}
        </Step>
      </ol>
      {press.error !== null && <ProblemNote error={press.error} />}
      {asked !== null && <RecordFactLater asked={asked} onClose={() => setAsked(null)} />}
    </>
  );

  function doneBy({ at, byName }: { readonly at: string; readonly byName: string | null }): string {
    return byName === null ? day(at) : `${day(at)}, ${byName}`;
  }

  function fileWords(): string {
    if (before.filed) return t('school.filed');
    if (before.held) return t('duty.held');
    if (before.mayGo) return t('school.mayGo');
    return before.missing.length > 0 ? t('school.first') : t('school.windowOpen');
  }
}

function Step(props: { readonly done: boolean; readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const Icon = props.done ? IconCheck : IconCircleDashed;
  return (
    <li className={classes.step}>
      <Icon
        size={18}
        role="img"
        aria-label={t(props.done ? 'school.done' : 'school.notDone')}
        className={classes.sign}
        data-done={props.done || undefined}
      />
      <div className={classes.text}>
        <Text size="sm" fw={600}>
          {props.title}
        </Text>
        {props.children}
      </div>
    </li>
  );
}

/** What a code of a fact's field is called. */
function useCodeWords(): (type: string, field: string, code: string) => string {
  const { data } = useQuery(vocabularyQuery);
  return (type, field, code) => {
    const fields = factTypeIn(data, type)?.fields;
    const found = fields?.find(({ name }) => name === field)?.codes?.find((one) => one.code === code);
    return found === undefined ? '' : inLanguage(found.label);
  };
}
