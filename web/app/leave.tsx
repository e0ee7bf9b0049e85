/** Leaving: nothing of the person stays on the device, and nothing unsent goes without being asked about. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wipeOf } from '../offline/at-hand.ts';
import { sendUnsent, unsentQuery } from '../offline/unsent.ts';
import { signOut } from '../requests/account.ts';

/** The way out, and the question it may ask. */
export function useLeaving(personId: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [unsent, setUnsent] = useState(0);
  const leave = async () => {
    await sendUnsent(personId).catch(() => {});
    const left = await queries.fetchQuery({ ...unsentQuery(personId), staleTime: 0 }).catch(() => []);
    if (left.length === 0) await go(personId);
    else setUnsent(left.length);
  };
  const question = (
    <Modal
      opened={unsent > 0}
      onClose={() => setUnsent(0)}
      title={t('unsent.count', { count: unsent })}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Stack>
        <Text>{t('unsent.leave')}</Text>
        <Group justify="end">
          <Button variant="default" onClick={() => void go(personId)}>
            {t('unsent.leaveSure')}
          </Button>
          <Button onClick={() => setUnsent(0)}>{t('unsent.stay')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
  return { leave, question };
}

/** A fresh page holds nothing of what was seen. */
async function go(personId: string): Promise<void> {
  await wipeOf(personId).catch(() => {});
  await signOut().catch(() => {});
  globalThis.location.assign('/');
}
