/** Who was chosen, who works with them already and whom to ask, and their siblings. A hint, never a refusal. */
import { Alert, Anchor, Button, Group, List, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/may.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useAct } from '../../parts/use-act.ts';
import { changeSiblings, type LearnerDetail, learnerQuery } from '../../requests/learners.ts';
import { AddSibling } from './add-sibling.tsx';
import { LearnerWords } from './learner-choice.tsx';

type Props = {
  readonly learnerId: string;
  readonly onChoose: (learnerId: string) => void;
  readonly onAnother: () => void;
};

export function ChosenLearner({ learnerId, onChoose, onAnother }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(learnerQuery(learnerId));
  const saving = useAct(changeSiblings, () => queries.invalidateQueries({ queryKey: ['learner'] }));
  const another = (
    <Button size="compact-sm" variant="default" onClick={onAnother}>
      {t('newCase.chooseAnother')}
    </Button>
  );
  if (error !== null)
    return (
      <Stack gap="xs" align="start">
        <ProblemNote error={error} again={() => void refetch()} />
        {another}
      </Stack>
    );
  if (data === undefined) return <Skeleton height={64} role="status" aria-label={t('shell.loading')} />;
  return (
    <Stack gap="xs">
      <Paper withBorder p="sm">
        <Group justify="space-between">
          <div>
            <LearnerWords hit={data} />
          </div>
          {another}
        </Group>
        {data.siblings.length > 0 && (
          <Group gap="xs" mt="xs">
            <Text size="sm">{t('newCase.siblings')}:</Text>
            {data.siblings.map((sibling) => (
              <Button key={sibling.id} size="compact-sm" variant="light" onClick={() => onChoose(sibling.id)}>
                {sibling.firstName} {sibling.lastName}, {sibling.className}
              </Button>
            ))}
          </Group>
        )}
        {may('registerLearner') && (
          <Stack gap="xs" mt="xs">
            <AddSibling
              loading={saving.isPending}
              onAdd={({ id }) =>
                saving.mutate({
                  learnerId,
                  siblingIds: [...new Set([...data.siblings.map((one) => one.id), id])],
                })
              }
            />
            {saving.error !== null && <ProblemNote error={saving.error} />}
          </Stack>
        )}
      </Paper>
      <OpenWorkHint openWork={data.openWork} />
    </Stack>
  );
}

function OpenWorkHint({ openWork }: { readonly openWork: LearnerDetail['openWork'] }) {
  const { t } = useTranslation();
  const { dossiers, elsewhere } = openWork;
  if (dossiers.length === 0 && elsewhere.length === 0) return null;
  return (
    <Alert role="status" variant="light" color="accent" title={t('newCase.openWork.title')}>
      {dossiers.length > 0 && (
        <>
          <List size="sm">
            {dossiers.map(({ id, caseNumber, kind }) => (
              <List.Item key={id}>
                <Anchor component={Link} to={`/lietas/${id}`} size="sm" c="inherit" underline="always">
                  {t(`newCase.openWork.${kind}`, { number: caseNumber })}
                </Anchor>
              </List.Item>
            ))}
          </List>
          <Text size="sm" mt={4}>
            {t('newCase.openWork.continueThere')}
          </Text>
        </>
      )}
      {elsewhere.map(({ place, talkTo }) => (
        <Text size="sm" key={place}>
          {t(`newCase.openWork.${place}`, { who: talkTo?.name ?? t('newCase.openWork.leader') })}
        </Text>
      ))}
    </Alert>
  );
}
