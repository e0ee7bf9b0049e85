import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { WhenInput } from '../../../parts/record-fact/when-input.tsx';
import { wallTimeOf } from '../../../parts/riga-time.ts';
import { TakenBy, useTakenByWords } from './taken-by.tsx';
import { useDangerWrite } from './use-danger-write.ts';

type Props = { readonly dossierId: string; readonly reportId: string; readonly close: () => void };

/** That a written report was received: who said so, and when (R 2). */
export function ReceiptForm({ dossierId, reportId, close }: Props) {
  const { t } = useTranslation();
  const [when, setWhen] = useState(() => wallTimeOf(new Date()));
  const [by, setBy] = useState('');
  const wordsOf = useTakenByWords();
  const writing = useDangerWrite(dossierId, close);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    writing.mutate([
      {
        type: 'danger.receiptConfirmed',
        ...wordsOf(by),
        data: { reportId, confirmedOn: when.day },
      },
    ]);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <WhenInput value={when} onChange={setWhen} />
        <TakenBy label={t('danger.told.confirmedBy')} value={by} onChange={setBy} />
        {writing.error !== null && <ProblemNote error={writing.error} />}
        <Button type="submit" mih={48} loading={writing.isPending}>
          {t('danger.told.confirm')}
        </Button>
        <Button variant="default" h={48} onClick={close}>
          {t('shell.cancel')}
        </Button>
      </Stack>
    </form>
  );
}
