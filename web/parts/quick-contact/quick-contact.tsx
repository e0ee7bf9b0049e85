/**
 * Two questions, big buttons, nothing to type: with whom, and how it ended; only the second where nobody is known by
 * name. Saved as of now; may be undone. Without a network it waits on this device (R 25).
 */
import { Button, Chip, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { sendOrKeep } from '../../offline/unsent.ts';
import { dossierQuery, factTypeIn, vocabularyQuery, type Written } from '../../requests/dossiers.ts';
import { learnerQuery } from '../../requests/learners.ts';
import { Unreachable } from '../../requests/request.ts';
import { inLanguage } from '../in-language.ts';
import { ProblemNote } from '../problem-note.tsx';
import { tellDone } from '../saved.ts';
import { UndoContact } from './undo-contact.tsx';

/** How one is reached in a corridor; the rest is in the form of the case. */
const quickChannels: readonly unknown[] = ['phone', 'sms', 'eJournal', 'inPerson'];
const quickResults: readonly unknown[] = ['reached', 'noAnswer', 'messageLeft'];

type Props = {
  readonly dossierId: string;
  /** Whose parents, in short. */
  readonly learnerWords: string;
  readonly onClose: () => void;
};
type Who = { readonly parentId: string | null; readonly name: string };
type Choice = { readonly resultCode: string; readonly said: string };

export function QuickContact({ dossierId, learnerWords, onClose }: Props) {
  const { t } = useTranslation();
  const { account, institution } = useSession();
  const queries = useQueryClient();
  const dossier = useQuery(dossierQuery(dossierId));
  const learnerId = dossier.data?.learner?.id ?? '';
  const learner = useQuery({ ...learnerQuery(learnerId), enabled: learnerId !== '' });
  const vocabulary = useQuery(vocabularyQuery);
  const [chosen, setWho] = useState<Who | null>(null);
  const contacts = learner.data?.contacts ?? [];
  const parents: Who = { parentId: null, name: t('contact.parents').toLocaleLowerCase('lv') };
  const who = chosen ?? (contacts.length === 0 ? parents : null);
  const [channelCode, setChannelCode] = useState('phone');
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const fields = factTypeIn(vocabulary.data, 'contact.attempted')?.fields ?? [];
  const codesOf = (field: string, wanted: readonly unknown[]) =>
    (fields.find(({ name }) => name === field)?.codes ?? []).filter(({ code }) => wanted.includes(code));
  const saving = useMutation({
    mutationFn: (choice: Choice) => sendOrKeep(account.personId, noteOf(choice)),
    networkMode: 'always',
    onSuccess: async (written, choice) => {
      if (written === null) tellDone(t('unsent.kept', { what: noteWords(choice) }));
      else offerUndo(written, t('contact.saved', { result: choice.said }));
      onClose();
      await refresh(queries);
      // A session that ended keeps it waiting, too.
      if (written === null) await queries.invalidateQueries({ queryKey: ['entry'] });
    },
  });
  // Who the parents are is a help: where it cannot be asked, it was “the parents”.
  const failed = vocabulary.error ?? (dossier.error instanceof Unreachable ? null : dossier.error);
  const waiting = vocabulary.data === undefined || dossier.isLoading || learner.isLoading;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size={380}
      title={waiting || who === null ? t('contact.title') : t('contact.with', { who: who.name })}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {failed !== null ? <ProblemNote error={failed} /> : waiting ? <Skeleton height={48} /> : content()}
    </Drawer>
  );

  function noteWords({ said }: Choice): string {
    return t('unsent.contact', { who: learnerWords, result: said.toLocaleLowerCase('lv') });
  }

  function noteOf(choice: Choice) {
    const parent = who === null || who.parentId === null ? {} : { parentId: who.parentId };
    const data = { channelCode, resultCode: choice.resultCode, ...parent };
    return {
      idempotencyKey,
      institutionId: institution.id,
      about: { dossierId },
      facts: [{ type: 'contact.attempted', data }],
      said: noteWords(choice),
      madeAt: new Date().toISOString(),
      refusal: null,
    };
  }

  function content() {
    if (who === null) {
      return (
        <Stack gap="xs" maw={480} mx="auto">
          {contacts.map(({ id, name, phone, relation, noContact }) => (
            <Button
              key={id}
              size="lg"
              variant="default"
              h="auto"
              mih={50}
              py={6}
              styles={{ label: { whiteSpace: 'normal' } }}
              disabled={noContact}
              onClick={() => setWho({ parentId: id, name })}
            >
              {name}, {t(`newCase.learner.relations.${relation}`).toLocaleLowerCase('lv')}
              {noContact ? ` (${t('contact.noContact')})` : phone === null ? '' : ` · ${phone}`}
            </Button>
          ))}
          <Button size="lg" variant="default" onClick={() => setWho(parents)}>
            {t('contact.parents')}
          </Button>
        </Stack>
      );
    }
    return (
      <Stack gap="xs" maw={480} mx="auto">
        <Chip.Group value={channelCode} onChange={(code) => setChannelCode(code)}>
          <Group gap={6} role="group" aria-label={t('contact.channel')}>
            {codesOf('channelCode', quickChannels).map(({ code, label }) => (
              <Chip key={code} value={code} variant="outline">
                {inLanguage(label)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Text size="sm" fw={600}>
          {t('contact.result')}
        </Text>
        {codesOf('resultCode', quickResults).map(({ code, label }) => (
          <Button
            key={code}
            size="lg"
            variant="light"
            loading={saving.isPending && saving.variables.resultCode === code}
            disabled={saving.isPending}
            onClick={() => saving.mutate({ resultCode: code, said: inLanguage(label) })}
          >
            {inLanguage(label)}
          </Button>
        ))}
        {saving.error !== null && <ProblemNote error={saving.error} />}
      </Stack>
    );
  }

  function offerUndo(written: Written, said: string): void {
    const id = written.eventIds[0];
    const notice = `contact ${id}`;
    notifications.show({
      id: notice,
      color: 'accent',
      autoClose: 15_000,
      message: (
        <UndoContact
          said={said}
          written={written}
          onUndone={() => {
            notifications.hide(notice);
            void refresh(queries);
          }}
        />
      ),
    });
  }
}

async function refresh(queries: QueryClient): Promise<void> {
  await Promise.all(
    ['duties', 'dossier', 'facts', 'my-cases', 'unsent'].map((name) =>
      queries.invalidateQueries({ queryKey: [name] }),
    ),
  );
}
