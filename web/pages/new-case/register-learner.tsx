import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { changeSiblings, registerLearner } from '../../requests/learners.ts';
import { Refused, whenReachable } from '../../requests/request.ts';
import { type TypedLearner, toRegister } from './new-learner.ts';
import { NewLearnerFields } from './new-learner-fields.tsx';

type Props = {
  readonly value: TypedLearner;
  readonly onChange: (value: TypedLearner) => void;
  readonly onMade: (learnerId: string) => void;
  readonly onBack: () => void;
};

/** Somebody whom the search does not find, recorded before their running case. */
export function RegisterLearner({ value, onChange, onMade, onBack }: Props) {
  const { t } = useTranslation();
  const [tried, setTried] = useState(false);
  const [keys] = useState(() => ({
    learner: crypto.randomUUID(),
    another: crypto.randomUUID(),
    siblings: crypto.randomUUID(),
  }));
  const fields = useRef<HTMLDivElement>(null);
  const saving = useMutation({
    mutationFn: async (notDuplicate: boolean) => {
      const key = notDuplicate ? keys.another : keys.learner;
      const made = await registerLearner(toRegister(value, notDuplicate), key);
      const siblingIds = value.siblings.map(({ id }) => id);
      if (siblingIds.length > 0)
        await changeSiblings({ learnerId: made.learnerId, siblingIds }, keys.siblings);
      return made;
    },
    retry: whenReachable,
    onSuccess: ({ learnerId }) => onMade(learnerId),
  });
  const duplicate = saving.error instanceof Refused && saving.error.problem.code === 'possibleDuplicate';
  const save = (notDuplicate: boolean) => {
    setTried(true);
    if (fields.current?.querySelector('[data-unreadable]') != null) return;
    if (value.firstName.trim() !== '' && value.lastName.trim() !== '') saving.mutate(notDuplicate);
  };
  return (
    <Stack gap="sm" ref={fields}>
      <NewLearnerFields value={value} onChange={onChange} whole tried={tried} />
      {duplicate && (
        <Alert role="alert" variant="light" color="yellow" title={t('newCase.learner.duplicate')}>
          <Text size="sm">{t('newCase.learner.duplicateText')}</Text>
          <Button mt="xs" size="xs" variant="default" loading={saving.isPending} onClick={() => save(true)}>
            {t('newCase.learner.different')}
          </Button>
        </Alert>
      )}
      {saving.error !== null && !duplicate && <ProblemNote error={saving.error} />}
      <Group gap="sm">
        <Button loading={saving.isPending} onClick={() => save(false)}>
          {t('newCase.learner.save')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('newCase.learner.searchAgain')}
        </Button>
      </Group>
    </Stack>
  );
}
