/** A new referral: which case, then the one form of every fact, which asks for the receiver once more (R 17). */
import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { RecordFactLater } from '../../parts/record-fact/record-fact-later.tsx';
import { useCaseWords } from '../../parts/use-case-words.ts';
import { openCasesQuery } from '../../requests/dossiers.ts';
import { newReferral } from './referral-acts.ts';

export function SendReferral() {
  const { t } = useTranslation();
  const [stage, setStage] = useState<'closed' | 'case' | 'form'>('closed');
  const [dossierId, setDossierId] = useState<string | null>(null);
  const close = () => {
    setStage('closed');
    setDossierId(null);
  };
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setStage('case')}>
        {t('inbox.send')}
      </Button>
      {stage === 'case' && (
        <Dialog opened onClose={close} title={t('inbox.send')}>
          <ChooseCase
            chosen={dossierId}
            onChoose={setDossierId}
            onNext={() => setStage('form')}
            onClose={close}
          />
        </Dialog>
      )}
      {stage === 'form' && dossierId !== null && (
        <RecordFactLater
          asked={{
            ...newReferral,
            dossierId,
            title: t('inbox.send'),
            done: t('inbox.done.sendOn'),
          }}
          onClose={close}
        />
      )}
    </>
  );
}

type Props = {
  readonly chosen: string | null;
  readonly onChoose: (dossierId: string | null) => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
};

function ChooseCase({ chosen, onChoose, onNext, onClose }: Props) {
  const { t } = useTranslation();
  const words = useCaseWords();
  const { data, error } = useQuery(openCasesQuery);
  if (error !== null) return <ProblemNote error={error} />;
  if (data?.length === 0) return <Text>{t('inbox.noCase')}</Text>;
  return (
    <Stack>
      <Select
        data-autofocus
        label={t('inbox.chooseCase')}
        description={t('inbox.chooseCaseHint')}
        searchable
        nothingFoundMessage={t('fact.notFound')}
        data={(data ?? []).map((row) => ({ value: row.id, label: words(row) }))}
        value={chosen}
        onChange={onChoose}
      />
      <Group justify="end">
        <Button variant="default" onClick={onClose}>
          {t('shell.cancel')}
        </Button>
        <Button disabled={chosen === null} onClick={onNext}>
          {t('inbox.next')}
        </Button>
      </Group>
    </Stack>
  );
}
