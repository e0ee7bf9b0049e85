/** Duties from before the start, listed once: to be dated, settled or dropped together (rules of conduct 15). */
import { Anchor, Button, Checkbox, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../../domain/time.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { shortDayWords } from '../../parts/day-words.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { nameAndClass } from '../../parts/learner-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { tellDone } from '../../parts/saved.ts';
import { useAct } from '../../parts/use-act.ts';
import type { DutyView } from '../../requests/duties.ts';
import { takeDutiesOver, takenOverQuery } from '../../requests/running.ts';
import classes from './taken-over.module.css';

export function TakenOverPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(takenOverQuery);
  return (
    <Stack gap="sm" maw={860}>
      <Title order={1}>{t('takenOver.title')}</Title>
      <Text size="sm">{t('takenOver.intro')}</Text>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && (
        <Skeleton height={200} role="status" aria-label={t('shell.loading')} />
      )}
      {data?.items.length === 0 && <Text fw={600}>{t('takenOver.none')}</Text>}
      {data !== undefined && data.items.length > 0 && <TakeOver views={data.items} />}
      {data?.next != null && <Text size="sm">{t('takenOver.more')}</Text>}
    </Stack>
  );
}

const nameOf = ({ dossierId, duty }: DutyView) => `${dossierId} ${duty.key}`;

function TakeOver({ views }: { readonly views: readonly DutyView[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [day, setDay] = useState('');
  const picked = views.filter((view) => chosen.has(nameOf(view)));
  const saving = useAct(takeDutiesOver, async ({ duties }) => {
    tellDone(t('takenOver.done', { count: duties }));
    setChosen(new Set());
    await Promise.all(
      ['duties', 'my-cases', 'dossier'].map((list) => queries.invalidateQueries({ queryKey: [list] })),
    );
  });
  const duties = picked.map(({ dossierId, duty }) => ({ dossierId, dutyKey: duty.key }));
  const toggle = (name: string) =>
    setChosen((before) =>
      before.has(name) ? new Set([...before].filter((one) => one !== name)) : new Set([...before, name]),
    );
  const nothing = picked.length === 0;
  return (
    <>
      <Checkbox
        label={t('takenOver.all', { count: views.length })}
        checked={picked.length === views.length}
        indeterminate={picked.length > 0 && picked.length < views.length}
        onChange={({ currentTarget: { checked } }) => setChosen(new Set(checked ? views.map(nameOf) : []))}
      />
      {[...Map.groupBy(views, ({ duty }) => inLanguage(duty.title))].map(([title, those]) => (
        <section key={title} aria-label={title}>
          <WholeKind
            title={title}
            names={those.map(nameOf)}
            chosen={chosen}
            onChange={(names, checked) =>
              setChosen((before) =>
                checked
                  ? new Set([...before, ...names])
                  : new Set([...before].filter((one) => !names.includes(one))),
              )
            }
          />
          <ul className={classes.list}>
            {those.map((view) => (
              <li key={nameOf(view)} className={classes.row}>
                <Checkbox
                  checked={chosen.has(nameOf(view))}
                  onChange={() => toggle(nameOf(view))}
                  label={aboutOf(view)}
                  description={t('takenOver.since', { day: shortDayWords(view.duty.startedDay) })}
                />
                <Anchor component={Link} to={`/lietas/${view.dossierId}`} size="sm">
                  {t('takenOver.open', { number: view.caseNumber })}
                </Anchor>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className={classes.acts}>
        <Text size="sm" fw={600} role="status">
          {t('takenOver.chosen', { count: picked.length })}
        </Text>
        {saving.error !== null && <ProblemNote error={saving.error} />}
        <Group gap="sm" align="end">
          <DayInput label={t('takenOver.newDay')} value={day} onChange={setDay} w={170} />
          <Button
            disabled={nothing || day === ''}
            loading={saving.isPending}
            onClick={() => saving.mutate({ act: 'date', newDueOn: day as CalendarDay, duties })}
          >
            {t('takenOver.date')}
          </Button>
          <Button
            variant="default"
            disabled={nothing}
            loading={saving.isPending}
            onClick={() => saving.mutate({ act: 'settle', duties })}
          >
            {t('takenOver.settle')}
          </Button>
          <Button
            variant="default"
            disabled={nothing}
            loading={saving.isPending}
            onClick={() => saving.mutate({ act: 'drop', duties })}
          >
            {t('takenOver.drop')}
          </Button>
        </Group>
      </div>
    </>
  );

  function aboutOf({ learner, caseNumber }: DutyView): string {
    if (learner === null) return t('duty.case', { number: caseNumber });
    return nameAndClass(learner);
  }
}

type KindProps = {
  readonly title: string;
  readonly names: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (names: readonly string[], checked: boolean) => void;
};

/** All duties of one kind at once: forty cases have forty of each. */
function WholeKind({ title, names, chosen, onChange }: KindProps) {
  const { t } = useTranslation();
  const some = names.filter((name) => chosen.has(name)).length;
  return (
    <Checkbox
      py={8}
      fw={600}
      label={t('takenOver.allOf', { title, count: names.length })}
      checked={some === names.length}
      indeterminate={some > 0 && some < names.length}
      onChange={({ currentTarget: { checked } }) => onChange(names, checked)}
    />
  );
}
