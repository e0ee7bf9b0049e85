import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../app/session.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { WhenInput } from '../../../parts/record-fact/when-input.tsx';
import { momentOf, wallTimeOf } from '../../../parts/riga-time.ts';
import { recordDanger } from '../../../requests/danger.ts';
import type { NewFact } from '../../../requests/dossiers.ts';
import type { Answers } from '../questions.ts';
import { dangersToRecord } from '../tellings.ts';
import { About, type Chosen, dangerAbout } from './about.tsx';
import { Suspects } from './suspects.tsx';

type Props = { readonly session: Session; readonly answers: Answers };

/** Writes the danger down. Nothing but the child is asked for; words and suspects may be left empty (R 5). */
export function RecordForm({ session, answers }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [began] = useState(() => wallTimeOf(new Date()));
  const [when, setWhen] = useState(began);
  const [chosen, setChosen] = useState<Chosen>({ who: 'known' });
  const [words, setWords] = useState('');
  const [excluded, setExcluded] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const ownSchool = session.institution.kind === 'school' ? session.institution.id : undefined;
  const about = dangerAbout(chosen, ownSchool);
  const saving = useMutation({
    mutationFn: (whom: NonNullable<typeof about>) => recordDanger(whom, facts(), idempotencyKey),
    onSuccess: async ({ dossierId }) => {
      await navigate({ to: '/briesmas', search: { lieta: dossierId }, state: {}, replace: true });
      for (const name of ['duties', 'dossier', 'facts']) void queries.invalidateQueries({ queryKey: [name] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (about !== null) saving.mutate(about);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <About chosen={chosen} onChange={setChosen} tried={tried} ownSchool={ownSchool} />
        <WhenInput value={when} onChange={setWhen} />
        <Textarea
          label={t('danger.record.words')}
          description={t('danger.record.wordsHint')}
          autosize
          minRows={4}
          maxLength={20_000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Suspects excluded={excluded} onChange={setExcluded} own={session.account.personId} />
        <Text size="sm">{t('danger.record.afterSave')}</Text>
        {tried && about === null && (
          <Text role="alert" c="var(--late)" fw={600}>
            {t('danger.record.choose')}
          </Text>
        )}
        {saving.error !== null && <ProblemNote error={saving.error} />}
        <Button type="submit" size="lg" h={56} loading={saving.isPending}>
          {t('danger.record.save')}
        </Button>
      </Stack>
    </form>
  );

  /** Words and those who must not know stand with the first danger; others follow from the same. */
  function facts(): readonly NewFact[] {
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
