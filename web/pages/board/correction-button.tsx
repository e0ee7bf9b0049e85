import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordFactLater } from '../../parts/record-fact/record-fact-later.tsx';
import { correctionsQuery } from '../../requests/board.ts';
import { shortDay } from './board-words.ts';

type Props = {
  readonly dossierId: string;
  readonly dutyKey: string;
  readonly caseNumber: string;
  readonly title: string;
};

/** Asks that a line be put right; where one's institution has asked already, it says so instead (rules of conduct 27). */
export function CorrectionButton({ dossierId, dutyKey, caseNumber, title }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(correctionsQuery);
  const [open, setOpen] = useState(false);
  const waiting = data?.items.find(
    (one) => one.dossierId === dossierId && one.dutyKey === dutyKey && one.answer === null,
  );
  if (waiting !== undefined)
    return (
      <Text size="sm">
        {t('board.corrections.asked', { day: shortDay(waiting.askedAt, waiting.askedAt) })}
      </Text>
    );
  return (
    <>
      <Button
        size="compact-sm"
        variant="light"
        my={4}
        aria-label={t('board.corrections.askFor', { title, number: caseNumber })}
        onClick={() => setOpen(true)}
      >
        {t('board.corrections.ask')}
      </Button>
      {open && (
        <RecordFactLater
          asked={{ dossierId, type: 'correction.asked', known: { dutyKey }, about: title }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
