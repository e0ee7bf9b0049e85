import { Button, Group, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';

type Props = {
  readonly title: string;
  /** What would happen is asked of the API: whether it has answered, how that failed, and asking again. */
  readonly preview: {
    readonly data: unknown;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  readonly saving: { readonly isPending: boolean; readonly error: Error | null };
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** First what a change of the set-up would do, then the button that saves it. */
export function PreviewFrame({ title, preview, saving, onSave, onClose, children }: Props) {
  const { t } = useTranslation();
  const { data, error } = preview;
  return (
    <Dialog opened onClose={onClose} size="xl" title={title}>
      <Stack>
        {error !== null && <ProblemNote error={error} again={() => void preview.refetch()} />}
        {data === undefined && error === null && <Skeleton height={160} aria-label={t('shell.loading')} />}
        {children}
        {saving.error !== null && <ProblemNote error={saving.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('administration.setUp.goOn')}
          </Button>
          <Button disabled={data === undefined} loading={saving.isPending} onClick={onSave}>
            {t('administration.save')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
