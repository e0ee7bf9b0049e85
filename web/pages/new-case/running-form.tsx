/** The two-minute form for a case that ran before the product was there (rules of conduct 15). */
import { Button, Fieldset, Group, Radio, Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/may.ts';
import { useSession } from '../../app/session.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { shortDayWords } from '../../parts/day-words.ts';
import { fieldErrorsOf } from '../../parts/field-errors.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { tellDone } from '../../parts/saved.ts';
import { TimeInput } from '../../parts/time-input.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useKeptTyping } from '../../parts/use-kept-typing.tsx';
import { colleaguesQuery } from '../../requests/directory.ts';
import { openRunning, type RunningToRecord, runningPreviewQuery } from '../../requests/running.ts';
import { ChosenLearner } from './chosen-learner.tsx';
import { LearnerChoice } from './learner-choice.tsx';
import { learnerFrom, type TypedLearner } from './new-learner.ts';
import { RegisterLearner } from './register-learner.tsx';
import {
  freshReferral,
  freshRunning,
  missingIn,
  results,
  runningToRecord,
  type TypedRunning,
} from './running-case.ts';
import { RunningReferral } from './running-referral.tsx';

type Props = {
  readonly learnerId: string | undefined;
  readonly onChoose: (learnerId: string | undefined) => void;
};

const levels = ['1', '2', '3'] as const;

export function RunningForm({ learnerId, onChoose }: Props) {
  const { t } = useTranslation();
  const { account } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [begun] = useState(() => freshRunning(account.personId));
  const [typed, setTyped] = useState(begun);
  const may = useMay();
  /** Somebody who is not there yet. */
  const [fresh, setFresh] = useState<TypedLearner | null>(null);
  const [tried, setTried] = useState(false);
  const colleagues = useQuery(colleaguesQuery);
  const put = (part: Partial<TypedRunning>) => setTyped((before) => ({ ...before, ...part }));
  const { note, drop } = useKeptTyping('running-case', {
    values: { learnerId: learnerId ?? null, typed, fresh },
    changed: typed !== begun || fresh !== null,
    fits: (kept) => learnerId === undefined || kept.learnerId === learnerId,
    restore: (kept) => {
      setTyped(kept.typed);
      setFresh(kept.fresh);
      if (kept.learnerId !== null) onChoose(kept.learnerId);
    },
    begin: () => {
      setTyped(begun);
      setFresh(null);
      onChoose(undefined);
    },
  });
  const missing = missingIn(typed);
  const ready = learnerId !== undefined && missing.length === 0 ? runningToRecord(learnerId, typed) : null;
  const saving = useAct(openRunning, async ({ dossierId, caseNumber }) => {
    drop();
    tellDone(t('newCase.saved', { number: caseNumber, count: 1 }));
    await queries.invalidateQueries({ refetchType: 'none' });
    await navigate({ to: `/lietas/${dossierId}` });
  });
  const refused = fieldErrorsOf(saving.error);
  const errorAt = (path: string) =>
    refused[path] ?? (tried && missing.includes(path) ? t('newCase.learner.needed') : undefined);
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        setTried(true);
        if (ready !== null) saving.mutate(ready);
      }}
    >
      <Stack gap="md">
        <Text size="sm">{t('newCase.running.intro')}</Text>
        {note}
        <Fieldset legend={t('newCase.who')}>{whom()}</Fieldset>
        {learnerId !== undefined && (
          <>
            <Fieldset legend={t('newCase.running.how')}>
              <Stack gap="sm">
                <Radio.Group
                  label={t('newCase.level')}
                  value={typed.level}
                  onChange={(level) => put({ level: levels.find((one) => one === level) ?? typed.level })}
                >
                  <Group gap="md" mt={4}>
                    {levels.map((level) => (
                      <Radio key={level} value={level} label={t('myCases.levelOf', { level })} />
                    ))}
                  </Group>
                </Radio.Group>
                <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                  <Select
                    label={t('newCase.manager')}
                    data={(colleagues.data?.colleagues ?? []).map(({ id, displayName, roles }) => ({
                      value: id,
                      label: [displayName, ...roles.slice(0, 1).map(inLanguage)].join(', '),
                    }))}
                    value={typed.managerId === '' ? null : typed.managerId}
                    searchable
                    nothingFoundMessage={t('fact.notFound')}
                    error={errorAt('managerId')}
                    onChange={(id) => put({ managerId: id ?? '' })}
                  />
                  <DayInput
                    label={t('newCase.running.openedOn')}
                    value={typed.openedOn}
                    error={errorAt('openedOn')}
                    onChange={(openedOn) => put({ openedOn })}
                  />
                  <DayInput
                    label={t('newCase.running.lastTalkOn')}
                    value={typed.lastTalkOn}
                    error={errorAt('lastTalkOn')}
                    onChange={(lastTalkOn) => put({ lastTalkOn })}
                  />
                  <DayInput
                    label={t('newCase.running.reviewOn')}
                    value={typed.reviewOn}
                    error={errorAt('lastReview.heldOn')}
                    onChange={(reviewOn) => put({ reviewOn })}
                  />
                  {typed.reviewOn !== '' && (
                    <Select
                      label={t('newCase.running.result')}
                      data={results.map((code) => ({
                        value: code,
                        label: t(`newCase.running.results.${code}`),
                      }))}
                      value={typed.reviewResult}
                      allowDeselect={false}
                      onChange={(code) =>
                        put({ reviewResult: results.find((one) => one === code) ?? typed.reviewResult })
                      }
                    />
                  )}
                  <Group gap="sm" align="start" wrap="nowrap">
                    <DayInput
                      label={t('newCase.running.meeting')}
                      value={typed.meetingDay}
                      onChange={(meetingDay) => put({ meetingDay })}
                      flex={1}
                    />
                    {typed.meetingDay !== '' && (
                      <TimeInput
                        label={t('fact.time')}
                        value={typed.meetingTime}
                        error={errorAt('nextMeetingAt')}
                        onChange={(meetingTime) => put({ meetingTime })}
                        w={110}
                      />
                    )}
                  </Group>
                </SimpleGrid>
                {typed.referrals.map((referral, index) => (
                  <RunningReferral
                    key={referral.key}
                    n={index + 1}
                    value={referral}
                    errorAt={(field) => errorAt(`referrals[${index}].${field}`)}
                    onChange={(changed) =>
                      put({
                        referrals: typed.referrals.map((one) => (one.key === referral.key ? changed : one)),
                      })
                    }
                    onRemove={() =>
                      put({ referrals: typed.referrals.filter(({ key }) => key !== referral.key) })
                    }
                  />
                ))}
                <Button
                  variant="default"
                  style={{ alignSelf: 'start' }}
                  onClick={() => put({ referrals: [...typed.referrals, freshReferral(crypto.randomUUID())] })}
                >
                  {t('newCase.running.addReferral')}
                </Button>
              </Stack>
            </Fieldset>
            <Preview running={ready} />
            {saving.error !== null && <ProblemNote error={saving.error} />}
            <Group justify="end">
              <Button type="submit" loading={saving.isPending}>
                {t('newCase.running.save')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </form>
  );

  function whom() {
    if (learnerId !== undefined)
      return (
        <ChosenLearner learnerId={learnerId} onChoose={onChoose} onAnother={() => onChoose(undefined)} />
      );
    if (fresh === null)
      return (
        <LearnerChoice
          onChoose={onChoose}
          onNew={may('registerLearner') ? (name) => setFresh(learnerFrom(name)) : undefined}
        />
      );
    const back = () => setFresh(null);
    return (
      <RegisterLearner
        value={fresh}
        onChange={setFresh}
        onBack={back}
        onMade={(id) => {
          back();
          onChoose(id);
        }}
      />
    );
  }
}

/** Before saving: what the case would owe, and what of it is taken over (design, principle 4). */
function Preview({ running }: { readonly running: RunningToRecord | null }) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(running === null ? null : JSON.stringify(running), 400);
  const { data } = useQuery(
    runningPreviewQuery(asked === null ? null : (JSON.parse(asked) as RunningToRecord)),
  );
  if (running === null || data === undefined) return null;
  const open = data.duties.filter(({ status }) => status !== 'fulfilled' && status !== 'superseded');
  const waiting = open.filter(({ status }) => status === 'takenOver').length;
  return (
    <Stack gap={4} role="status" aria-label={t('fact.consequence')}>
      <Text size="sm" fw={600}>
        {t('fact.consequence')}
      </Text>
      {open.length === 0 && <Text size="sm">{t('fact.nothingChanges')}</Text>}
      <ul style={{ margin: 0 }}>
        {open.map(({ kind, title, status, dueDay }) => (
          <li key={`${kind} ${dueDay}`}>
            <Text size="sm">
              {inLanguage(title)} –{' '}
              {status === 'takenOver'
                ? t('duty.status.takenOver')
                : dueDay === null
                  ? ''
                  : shortDayWords(dueDay)}
            </Text>
          </li>
        ))}
      </ul>
      {waiting > 0 && <Text size="sm">{t('newCase.running.takenOver', { count: waiting })}</Text>}
    </Stack>
  );
}
