/** How many notes still wait on this device, and what they are; sends them as soon as that is possible (R 25). */
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../parts/saved.ts';
import { entryQuery } from '../requests/account.ts';
import { type Sent, sendUnsent, unsentQuery } from './unsent.ts';

/** Fetched when somebody asks. */
const UnsentList = lazy(async () => ({ default: (await import('./unsent-list.tsx')).UnsentList }));

/** Milliseconds between two tries where the browser believes that there is a network. */
const pauseMs = 10_000;

export function UnsentNote({ personId }: { readonly personId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { online } = useNetwork();
  const [open, setOpen] = useState(false);
  const { data: notes = [] } = useQuery(unsentQuery(personId));
  // Whoever has just signed in again need not wait.
  const { dataUpdatedAt } = useQuery({ ...entryQuery, enabled: false });
  const { mutate: send } = useMutation({
    mutationFn: () => sendUnsent(personId),
    networkMode: 'always',
    onSuccess: async (sent) => {
      for (const one of sent) tell(one);
      const names = ['unsent', ...(sent.length > 0 ? ['duties', 'dossier', 'facts', 'my-cases'] : [])];
      await Promise.all(names.map((name) => queries.invalidateQueries({ queryKey: [name] })));
    },
  });
  const waiting = notes.filter(({ refusal }) => refusal === null).length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new sign-in is a reason to try, and no value.
  useEffect(() => {
    if (!online || waiting === 0) return;
    send();
    const timer = setInterval(send, pauseMs);
    return () => clearInterval(timer);
  }, [online, waiting, send, dataUpdatedAt]);
  if (notes.length === 0) return null;
  return (
    <Alert role="status" color="yellow" icon={<IconSend />} mb="md">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{t('unsent.count', { count: notes.length })}</Text>
        <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
          {t('unsent.show')}
        </Button>
      </Group>
      {open && (
        <Suspense>
          <UnsentList personId={personId} notes={notes} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </Alert>
  );

  function tell({ note, dossierId }: Sent): void {
    if (!note.facts.some(({ type }) => type === 'danger.suspected')) {
      tellDone(t('unsent.sent', { what: note.said }));
      return;
    }
    notifications.show({
      color: 'danger',
      autoClose: false,
      role: 'status',
      closeButtonProps: { 'aria-label': t('shell.close') },
      title: t('danger.told.untold'),
      message: (
        <Anchor href={dossierId === null ? '/' : `/briesmas?lieta=${dossierId}`}>
          {t('danger.told.enter')}
        </Anchor>
      ),
    });
  }
}
