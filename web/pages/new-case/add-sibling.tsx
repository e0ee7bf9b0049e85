import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearnerHit } from '../../requests/learners.ts';
import { LearnerChoice } from './learner-choice.tsx';

type Props = { readonly onAdd: (sibling: LearnerHit) => void; readonly loading?: boolean };

/** A brother or a sister among the learners whom the person sees. */
export function AddSibling({ onAdd, loading = false }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        loading={loading}
        onClick={() => setOpen(true)}
        style={{ alignSelf: 'start' }}
      >
        {t('newCase.addSibling')}
      </Button>
    );
  return (
    <Stack gap="xs">
      <LearnerChoice
        label={t('newCase.siblingSearch')}
        onChoose={(_, hit) => {
          setOpen(false);
          onAdd(hit);
        }}
      />
      <Group>
        <Button size="compact-sm" variant="default" onClick={() => setOpen(false)}>
          {t('shell.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
