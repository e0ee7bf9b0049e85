/**
 * A threshold that several of a class reached: decided in one act, with what is common typed once and a reason for each
 * child; what starts is told before (rules of conduct 16).
 */
import { Anchor, Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../app/language.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { fieldErrorsOf } from '../../parts/field-errors.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { shortName } from '../../parts/learner-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { tellDone } from '../../parts/saved.ts';
import { sourceWords } from '../../parts/source-words.ts';
import { useDraft, useEarlierDraft } from '../../parts/use-draft.ts';
import { type ClassThreshold, decideThresholds } from '../../requests/class-overview.ts';
import { Refused } from '../../requests/request.ts';
import { type Decision, type Decisions, decideAll, decisionOf, missingOf, requestOf } from './decisions.ts';
import classes from './school-page.module.css';

type Props = {
  readonly className: string;
  readonly threshold: ClassThreshold;
  readonly onClose: () => void;
};

export function DecideDialog(props: Props) {
  const { t } = useTranslation();
  const small = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { className, threshold, onClose } = props;
  // A form of this class and month; the id of the first child's case stands for the class.
  const form = `threshold:${threshold.thresholdId}:${threshold.learners[0]?.dossierId ?? ''}`;
  const draft = useEarlierDraft(form);
  const count = threshold.learners.length;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${className}: ${t(threshold.operator === '>' ? 'school.over' : 'school.atLeast', { count, amount: threshold.amount })}`}
      size="xl"
      fullScreen={small}
      closeOnClickOutside={false}
    >
      {draft !== undefined && <DecideForm {...props} form={form} draft={typedIn(draft)} />}
    </Dialog>
  );
}

/** Null where nothing was kept, or by a version of the form that held it otherwise. */
function typedIn(content: string | null): Decisions | null {
  if (content === null) return null;
  try {
    const { text, of, idempotencyKey } = JSON.parse(content) as Partial<Decisions>;
    return text === undefined || of === undefined || idempotencyKey === undefined
      ? null
      : { text, of, idempotencyKey };
  } catch {
    return null;
  }
}

type FormProps = Props & { readonly form: string; readonly draft: Decisions | null };

function DecideForm({ threshold, onClose, form, draft }: FormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Decisions>(
    () => draft ?? { text: '', of: {}, idempotencyKey: crypto.randomUUID() },
  );
  const [tried, setTried] = useState(false);
  const { keep, drop } = useDraft(form);
  const { learners } = threshold;
  const change = (next: Decisions) => {
    setTyped(next);
    keep(next);
  };
  const deciding = useMutation({
    mutationFn: () => decideThresholds(requestOf(typed, threshold), typed.idempotencyKey),
    onSuccess: async () => {
      tellDone(t('school.decided', { count: learners.length }));
      drop();
      onClose();
      await Promise.all(
        ['duties', 'dossier', 'facts'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
      );
    },
    onError: (error) => {
      // After a definite answer the next press is another act.
      if (error instanceof Refused) change({ ...typed, idempotencyKey: crypto.randomUUID() });
    },
  });
  const errors = fieldErrorsOf(deciding.error);
  const missing = learners.filter(({ dossierId }) => missingOf(typed, dossierId) !== null).length;
  const needed = learners.filter(({ dossierId }) => decisionOf(typed, dossierId).needed === true).length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing === 0) deciding.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm">
          {t('school.proposes', { title: inLanguage(threshold.title) })} (
          {threshold.sources.map((source) => sourceWords(source, currentLanguage())).join(', ')})
        </Text>
        <Textarea
          label={t('school.common')}
          description={t('school.commonHint')}
          autosize
          minRows={2}
          maxLength={10_000}
          value={typed.text}
          error={errors['text']}
          onChange={(event) => change({ ...typed, text: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {t('school.forAll')}
          </Text>
          {([true, false] as const).map((value) => (
            <Button
              key={String(value)}
              size="compact-sm"
              variant="default"
              onClick={() => change(decideAll(typed, learners, value))}
            >
              {t(value ? 'school.needed' : 'school.notNeeded')}
            </Button>
          ))}
        </Group>
        <ul className={classes.list}>
          {learners.map((one, index) => (
            <LearnerRow
              key={one.dossierId}
              one={one}
              decision={decisionOf(typed, one.dossierId)}
              missing={tried ? missingOf(typed, one.dossierId) : null}
              error={errors[`learners[${index}].reason`] ?? errors[`learners[${index}].dossierId`]}
              onChange={(decision) => change({ ...typed, of: { ...typed.of, [one.dossierId]: decision } })}
            />
          ))}
        </ul>
        <Text size="sm" role="status">
          {t('school.willStart', { count: needed, what: inLanguage(threshold.starts) })}
        </Text>
        {tried && missing > 0 && (
          <Text role="alert" size="sm" fw={600}>
            {t('school.undecided', { count: missing })}
          </Text>
        )}
        {deciding.error !== null && <ProblemNote error={deciding.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" loading={deciding.isPending}>
            {t('school.record', { count: learners.length })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type LearnerProps = {
  readonly one: ClassThreshold['learners'][number];
  readonly decision: Decision;
  readonly missing: 'choice' | 'reason' | null;
  readonly error: string | undefined;
  readonly onChange: (decision: Decision) => void;
};

function LearnerRow({ one, decision, missing, error, onChange }: LearnerProps) {
  const { t } = useTranslation();
  const { learner, count, from } = one;
  const name = shortName(learner);
  const { needed, reason } = decision;
  return (
    <li className={classes.learner}>
      <div className={classes.who}>
        <Anchor component={Link} to={`/lietas/${one.dossierId}`} size="sm" fw={600} c="inherit">
          {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {count === null ? '' : `${t('school.days', { count })} · `}
          {monthWords(from)}
        </Text>
      </div>
      <SegmentedControl
        size="xs"
        aria-label={t('school.choiceOf', { who: name })}
        // Nothing is chosen until somebody chooses.
        value={needed === null ? '' : String(needed)}
        data={[
          { value: 'true', label: t('school.needed') },
          { value: 'false', label: t('school.notNeeded') },
        ]}
        onChange={(value) => onChange({ ...decision, needed: value === 'true' })}
      />
      <TextInput
        size="xs"
        className={classes.reason ?? ''}
        aria-label={t('school.reasonOf', { who: name })}
        placeholder={t('school.reason')}
        maxLength={2_000}
        value={reason}
        error={error ?? (missing === null ? undefined : t(`school.missing.${missing}`))}
        onChange={(event) => onChange({ ...decision, reason: event.currentTarget.value })}
      />
    </li>
  );
}

/** “novembris”. */
function monthWords(day: string): string {
  const locale = currentLanguage() === 'lv' ? 'lv-LV' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' }).format(
    new Date(`${day}T12:00:00Z`),
  );
}
