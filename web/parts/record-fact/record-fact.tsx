/**
 * The one form for every fact: what happened and when, and before saving what it settles and starts (design,
 * principle 4). What was typed stays where the request fails; a repeated press is the same act.
 */
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OfflineNote } from '../../app/offline-note.tsx';
import {
  type DossierDetail,
  dossierQuery,
  type FactType,
  factTypeIn,
  type RecordedFact,
  recordFacts,
  vocabularyQuery,
} from '../../requests/dossiers.ts';
import { Refused, whenReachable } from '../../requests/request.ts';
import { inLanguage } from '../in-language.ts';
import { ProblemNote } from '../problem-note.tsx';
import { RestoredNote } from '../restored-note.tsx';
import { type WallTime, wallTimeOf } from '../riga-time.ts';
import { tellDone } from '../saved.ts';
import { useDraft, useEarlierDraft } from '../use-draft.ts';
import { AlsoWriting } from './also-writing.tsx';
import { AskedCorrection } from './asked-correction.tsx';
import { ConfirmReceiver, receiverOf } from './confirm-receiver.tsx';
import { Consequence } from './consequence.tsx';
import { draftNameOf } from './draft-name.ts';
import { FactFieldInput } from './fact-field-input.tsx';
import {
  askedFields,
  beginning,
  type FactValues,
  factOf,
  missingFields,
  narrowed,
  recordedValues,
  withdrawalOf,
} from './fact-form.ts';
import { RecordedMeanwhile, useRecordedSince } from './recorded-meanwhile.tsx';
import { WhenInput } from './when-input.tsx';
import { wordsNameOf } from './words-name.ts';

export type FactToAsk = {
  readonly dossierId: string;
  readonly type: string;
  /** What is known of it already. */
  readonly known?: Readonly<Record<string, unknown>>;
  /** What is likely, and asked all the same. */
  readonly likely?: Readonly<Record<string, unknown>>;
  /** The record whose place it takes: that one is withdrawn in the same act. */
  readonly corrects?: RecordedFact;
  /** Keys of the duties it is to settle. */
  readonly settles?: readonly string[];
  /** What it is about, in words: a duty, an earlier record. */
  readonly about?: string;
  /** What it is called here, where the page knows more of it than the type says. */
  readonly title?: string;
  /** What is said when it is done, where “recorded” with its title would say less. */
  readonly done?: string;
  /** Fields that have no meaning here. */
  readonly without?: readonly string[];
  /** Fields that may be left out elsewhere, and not here. */
  readonly needed?: readonly string[];
  /** Fields that may be left out, and that are asked for at once all the same. */
  readonly shown?: readonly string[];
};

type Props = { readonly asked: FactToAsk; readonly onClose: () => void };

export function RecordFact({ asked, onClose }: Props) {
  const { t } = useTranslation();
  const small = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const vocabulary = useQuery(vocabularyQuery);
  const dossier = useQuery(dossierQuery(asked.dossierId));
  // From an earlier version on, what others recorded before the form was opened would count as recorded meanwhile.
  const [current, setCurrent] = useState(false);
  if (!current && dossier.data !== undefined && dossier.fetchStatus !== 'fetching') setCurrent(true);
  const form = draftNameOf(asked);
  const draft = useEarlierDraft(form);
  const found = factTypeIn(vocabulary.data, asked.type);
  const type = found === undefined ? undefined : narrowed(found, asked);
  const failed = vocabulary.error ?? dossier.error;
  return (
    <Modal
      opened
      onClose={onClose}
      title={type === undefined ? t('shell.loading') : (asked.title ?? inLanguage(type.act))}
      size="lg"
      fullScreen={small}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {failed !== null && <ProblemNote error={failed} />}
      <OfflineNote />
      {type !== undefined && current && dossier.data !== undefined && draft !== undefined && (
        <FactForm
          type={type}
          asked={asked}
          dossier={dossier.data}
          form={form}
          draft={typedIn(draft)}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

/** What the person typed before they were interrupted; the key makes a repeated press the same act, also then. */
type Typed = { readonly began: WallTime; readonly values: FactValues; readonly idempotencyKey: string };

/** Null where nothing was kept, or by a version of the form that held it otherwise. */
function typedIn(content: string | null): Typed | null {
  if (content === null) return null;
  try {
    const typed = JSON.parse(content) as Partial<Typed>;
    const { began, values, idempotencyKey } = typed;
    const whole = began !== undefined && idempotencyKey !== undefined && values?.fields !== undefined;
    return whole ? { began, values, idempotencyKey } : null;
  } catch {
    return null;
  }
}

type FormProps = Props & {
  readonly type: FactType;
  readonly dossier: DossierDetail;
  readonly form: string;
  readonly draft: Typed | null;
};

function FactForm({ type, asked, dossier, form, draft, onClose }: FormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [openedAt] = useState(dossier.version);
  const { corrects, known = {}, settles = corrects?.event.settles } = asked;
  const anew = (): Typed => {
    const began = wallTimeOf(new Date());
    const fresh = () => crypto.randomUUID();
    return {
      began,
      values:
        corrects === undefined
          ? beginning(type, { ...asked.likely, ...known }, began, fresh)
          : recordedValues(type, corrects),
      idempotencyKey: fresh(),
    };
  };
  const [typed, setTyped] = useState(() => draft ?? anew());
  const [restored, setRestored] = useState(draft !== null);
  const { began, values, idempotencyKey } = typed;
  const { keep, drop } = useDraft(form, dossier.id);
  const change = (changed: Partial<FactValues>) => {
    const next = { ...typed, values: { ...values, ...changed } };
    setTyped(next);
    keep(next);
  };
  const [tried, setTried] = useState(false);
  const [more, setMore] = useState(false);
  const [asking, setAsking] = useState(false);
  const [confirmed, setConfirmed] = useState<string | null>(null);
  // Asked and answered with the press, and read by somebody who does not see the case.
  const isCorrection = type.type.startsWith('correction.');
  const receiverId = type.type === 'referral.sent' ? receiverOf(values) : null;
  const fact = {
    ...factOf(type, values, began),
    ...(settles === undefined ? {} : { settles }),
    ...(corrects?.event.acute === true ? { acute: true } : {}),
  };
  const facts = corrects === undefined ? [fact] : [withdrawalOf(corrects.event.id), fact];
  const missing = missingFields(type, values);
  const saving = useMutation({
    mutationFn: (version: number) => recordFacts(dossier.id, facts, { idempotencyKey, version }),
    retry: whenReachable,
    onSuccess: async () => {
      tellDone(asked.done ?? t('fact.saved', { what: inLanguage(type.title) }));
      drop();
      onClose();
      await Promise.all(
        ['duties', 'dossier', 'facts', 'referrals'].map((name) =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      );
    },
    onError: (error) => {
      // Somebody else was quicker: what they recorded is fetched and shown, and the next press counts on it.
      if (isClash(error))
        for (const name of ['dossier', 'facts'])
          void queries.invalidateQueries({ queryKey: [name, dossier.id] });
    },
  });
  const clash = isClash(saving.error);
  const others = useRecordedSince(dossier, openedAt, clash);
  const meanwhile = others.length > 0;
  const fields = askedFields(type, known);
  const needed = fields.filter(
    ({ name, optional, kind }) =>
      !optional || kind === 'code' || kind === 'codes' || asked.shown?.includes(name) === true,
  );
  const further = fields.filter((field) => !needed.includes(field));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0) return;
    if (receiverId !== null && confirmed !== receiverId) setAsking(true);
    else saving.mutate(dossier.version);
  };
  const input = (field: (typeof fields)[number]) => (
    <FactFieldInput
      key={field.name}
      field={field}
      dossierId={dossier.id}
      value={values.fields[field.name]}
      missing={tried && missing.includes(field.name)}
      onChange={(value) => change({ fields: { ...values.fields, [field.name]: value } })}
    />
  );
  const wordsHint = () => {
    if (isCorrection) return t('fact.wordsHintCorrection');
    const care = t('fact.wordsHint');
    return wordsNameOf(type.type) === 'any' ? `${t('fact.wordsHintAny')} ${care}` : care;
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('duty.case', { number: dossier.caseNumber })}
          {dossier.learner !== null &&
            ` · ${dossier.learner.firstName} ${dossier.learner.lastName}, ${dossier.learner.className}`}
        </Text>
        {asked.about !== undefined && <Text fw={600}>{asked.about}</Text>}
        {restored && (
          <RestoredNote
            onAnew={() => {
              drop();
              setTyped(anew());
              setRestored(false);
            }}
          />
        )}
        {type.type === 'correction.answered' && typeof known['requestId'] === 'string' && (
          <AskedCorrection dossierId={dossier.id} requestId={known['requestId']} />
        )}
        {!isCorrection && <WhenInput value={values.when} onChange={(when) => change({ when })} />}
        {needed.map(input)}
        <Textarea
          label={t(`fact.wordsOf.${wordsNameOf(type.type)}`)}
          description={wordsHint()}
          autosize
          minRows={3}
          maxLength={20_000}
          value={values.words}
          onChange={(event) => change({ words: event.currentTarget.value })}
        />
        {further.length > 0 &&
          (more ? (
            further.map(input)
          ) : (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setMore(true)}
              style={{ alignSelf: 'start' }}
            >
              {t('fact.more', { count: further.length })}
            </Button>
          ))}
        {missing.length === 0 && !isRefused(saving.error) && (
          <Consequence procedureId={dossier.procedureId} dossier={dossier} facts={facts} />
        )}
        {tried && missing.length > 0 && (
          <Text role="alert" size="sm" fw={600}>
            {t('fact.missing', { count: missing.length })}
          </Text>
        )}
        {dossier.acts.includes('recordWork') && <AlsoWriting dossierId={dossier.id} />}
        {meanwhile && <RecordedMeanwhile facts={others} refused={clash} />}
        {saving.error !== null && !(clash && meanwhile) && <Failure error={saving.error} />}
        {asking && receiverId !== null && (
          <ConfirmReceiver
            dossierId={dossier.id}
            receiverId={receiverId}
            onChange={() => setAsking(false)}
            onConfirm={() => {
              setConfirmed(receiverId);
              setAsking(false);
              saving.mutate(dossier.version);
            }}
          />
        )}
        {/* One question at a time: the receiver is asked once more. */}
        {!asking && (
          <Group justify="end" pos="sticky" bottom={0} py="xs" bg="var(--mantine-color-body)">
            <Button variant="default" onClick={onClose}>
              {t(meanwhile ? 'fact.meanwhile.leave' : 'shell.cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending}>
              {meanwhile ? t('fact.meanwhile.save') : (asked.title ?? inLanguage(type.act))}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** What would have been said of it beforehand is said now. */
function isRefused(error: Error | null): boolean {
  return error instanceof Refused && error.problem.status === 422;
}

/** The dossier has changed since the version that was sent. */
function isClash(error: Error | null): boolean {
  return error instanceof Refused && error.problem.status === 412;
}

/** Withdrawn by its sender meanwhile, the case is not there any more for whoever was asked (R 17). */
function Failure({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const gone = error instanceof Refused && error.problem.status === 404;
  const queries = useQueryClient();
  useEffect(() => {
    if (!gone) return;
    // Once it was read here, its row goes from the list as well.
    return () => {
      for (const name of ['duties', 'referrals']) void queries.invalidateQueries({ queryKey: [name] });
    };
  }, [gone, queries]);
  return gone ? (
    <Text role="alert" size="sm" fw={600}>
      {t('fact.gone')}
    </Text>
  ) : (
    <ProblemNote error={error} />
  );
}
