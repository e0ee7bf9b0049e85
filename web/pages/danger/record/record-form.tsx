import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, SessionContext } from '../../../app/session.ts';
import { sendOrKeep, type UnsentNote } from '../../../offline/unsent.ts';
import { useFormKeeper } from '../../../offline/use-kept-form.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { WhenInput } from '../../../parts/record-fact/when-input.tsx';
import { RestoredNote } from '../../../parts/restored-note.tsx';
import { momentOf, type WallTime, wallTimeOf } from '../../../parts/riga-time.ts';
import type { NewFact } from '../../../requests/dossiers.ts';
import type { Answers } from '../questions.ts';
import { dangersToRecord } from '../tellings.ts';
import { About, type Chosen, dangerAbout } from './about.tsx';
import { Suspects } from './suspects.tsx';
import { WhatFollows } from './what-follows.tsx';

/** The name under which the form is kept on this device: it says nothing of the child. */
export const keptUnder = 'danger';

/** What somebody typed; the key makes a repeated press the same act. */
export type TypedDanger = {
  readonly idempotencyKey: string;
  readonly began: WallTime;
  readonly when: WallTime;
  readonly chosen: Chosen;
  readonly words: string;
  /** Whether somebody of the institution is suspected, and who must not know. */
  readonly suspects: boolean;
  readonly excluded: readonly string[];
};

type Props = {
  readonly answers: Answers;
  /** Null before signing in. */
  readonly session: Session | null;
  /** Did the API answer? */
  readonly reached: boolean;
  readonly typed: TypedDanger | null;
  /** Where one signs in; null where that cannot be asked now. */
  readonly signIn: ReactNode;
  /** Goes on where the record waits on this device. */
  readonly wait: () => void;
};

function anew(): TypedDanger {
  const began = wallTimeOf(new Date());
  const chosen = { who: 'known' } as const;
  const idempotencyKey = crypto.randomUUID();
  return { idempotencyKey, began, when: began, chosen, words: '', suspects: false, excluded: [] };
}

/** Writes the danger down. Nothing but the child is asked for; words and suspects may be left empty (R 5). */
export function RecordForm({ answers, session, reached, typed: before, signIn, wait }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { online } = useNetwork();
  const [typed, setTyped] = useState(() => before ?? anew());
  const [restored, setRestored] = useState(before !== null);
  const [tried, setTried] = useState(false);
  const { hold, drop } = useFormKeeper(keptUnder, session?.account.personId);
  const change = (changed: Partial<TypedDanger>) => {
    const next = { ...typed, ...changed };
    setTyped(next);
    hold(next);
  };
  const { when, chosen, words, suspects, excluded } = typed;
  const canAsk = session !== null && reached && online;
  const ownSchool = session?.institution.kind === 'school' ? session.institution.id : undefined;
  const about = dangerAbout(chosen, ownSchool);
  // Sent by itself later, it would be seen by whoever must not know (R 3).
  const nobodyNamed = suspects && excluded.length === 0 && !canAsk;
  const saving = useMutation({
    mutationFn: ({ personId, note }: { readonly personId: string; readonly note: UnsentNote }) =>
      sendOrKeep(personId, note),
    networkMode: 'always',
    onSuccess: async (written) => {
      drop();
      if (written === null) wait();
      else {
        const search = { lieta: written.dossierId };
        await navigate({ to: '/briesmas', search, state: {}, replace: true });
      }
      for (const name of ['duties', 'dossier', 'facts', 'unsent', ...(written === null ? ['entry'] : [])])
        void queries.invalidateQueries({ queryKey: [name] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (session === null || about === null || nobodyNamed) return;
    const note = {
      idempotencyKey: typed.idempotencyKey,
      institutionId: session.institution.id,
      about,
      facts: facts(),
      said: t('danger.waiting.note'),
      madeAt: new Date().toISOString(),
      refusal: null,
    };
    saving.mutate({ personId: session.account.personId, note });
  };
  return (
    <Stack gap="md">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {restored && (
            <RestoredNote
              size="compact-md"
              onAnew={() => {
                drop();
                setTyped(anew());
                setRestored(false);
              }}
            />
          )}
          <About
            chosen={chosen}
            onChange={(next) => change({ chosen: next })}
            tried={tried}
            ownSchool={ownSchool}
            canAsk={canAsk}
          />
          <WhenInput value={when} onChange={(next) => change({ when: next })} />
          <Textarea
            label={t('danger.record.words')}
            description={t('danger.record.wordsHint')}
            autosize
            minRows={4}
            maxLength={20_000}
            value={words}
            onChange={(event) => change({ words: event.currentTarget.value })}
          />
          <Suspects
            suspects={suspects}
            excluded={excluded}
            onChange={change}
            own={session?.account.personId}
            canAsk={canAsk}
          />
          {session !== null && (
            <>
              {canAsk && about !== null && (
                <SessionContext value={session}>
                  <WhatFollows about={about} facts={facts()} />
                </SessionContext>
              )}
              <Text size="sm">{t('danger.record.afterSave')}</Text>
              {tried && about === null && (
                <Text role="alert" c="var(--late)" fw={600}>
                  {t('danger.record.choose')}
                </Text>
              )}
              {tried && nobodyNamed && (
                <Text role="alert" c="var(--late)" fw={600}>
                  {t('danger.record.suspectsLater')}
                </Text>
              )}
              {saving.error !== null && <ProblemNote error={saving.error} />}
              <Button type="submit" size="lg" h={56} loading={saving.isPending}>
                {t('danger.record.save')}
              </Button>
            </>
          )}
        </Stack>
      </form>
      {session === null && (signIn ?? <Text role="status">{t('danger.record.signInLater')}</Text>)}
    </Stack>
  );

  /** Words and those who must not know stand with the first danger; others follow from the same. */
  function facts(): readonly NewFact[] {
    const { began } = typed;
    const unchanged = when.day === began.day && when.time === began.time;
    return dangersToRecord(answers).map((danger, at) => ({
      ...danger,
      ...(unchanged ? {} : { occurredAt: momentOf(when) }),
      ...(at === 0 && words.trim() !== '' ? { words: words.trim() } : {}),
      data: {
        ...danger.data,
        suspectedOn: when.day,
        ...(at === 0 && excluded.length > 0 ? { excludedPersonIds: excluded } : {}),
      },
    }));
  }
}
