import { Button, Group, List, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../app/may.ts';
import { useSession } from '../../../app/session.ts';
import { momentWords } from '../../../parts/day-words.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useAct } from '../../../parts/use-act.ts';
import {
  openTrainingLink,
  switchTraining,
  type TrainingMail,
  trainingMailsQuery,
} from '../../../requests/set-up.ts';

/** Whether all of this is for training, and the mails that stayed here because of it. */
export function TrainingSection() {
  const { t } = useTranslation();
  const { account, institution } = useSession();
  const { training } = institution;
  const state = account.training ? 'allInvented' : 'isOff';
  const maySwitch = useMay()('changeSettings');
  const queries = useQueryClient();
  const switching = useAct(switchTraining, () => queries.invalidateQueries());
  return (
    <Stack maw={720}>
      <Text>{t(`administration.training.${training ? 'isOn' : state}`)}</Text>
      {maySwitch && (
        <>
          <Text size="sm">{t('administration.training.switchText')}</Text>
          {switching.error !== null && <ProblemNote error={switching.error} />}
          <Group>
            <Button
              variant="default"
              loading={switching.isPending}
              onClick={() => switching.mutate(!training)}
            >
              {t(training ? 'administration.training.switchOff' : 'administration.training.switchOn')}
            </Button>
          </Group>
        </>
      )}
      {training && <Mails />}
    </Stack>
  );
}

function Mails() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(trainingMailsQuery);
  return (
    <>
      <Title order={2}>{t('administration.training.mails')}</Title>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={120} aria-label={t('shell.loading')} />}
      {data?.items.length === 0 && <Text>{t('administration.training.noMails')}</Text>}
      <List listStyleType="none" spacing="sm">
        {(data?.items ?? []).map((mail) => (
          <List.Item key={mail.id}>
            <Mail mail={mail} />
          </List.Item>
        ))}
      </List>
    </>
  );
}

function Mail({ mail }: { readonly mail: TrainingMail }) {
  const { t } = useTranslation();
  const opens = useMay()('manageAccounts') && (mail.kind === 'invitation' || mail.kind === 'reset');
  const opening = useMutation({ mutationFn: () => openTrainingLink(mail.id) });
  return (
    <Paper withBorder p="sm">
      <Text size="sm" c="dimmed">
        {momentWords(mail.at)}
      </Text>
      <Text fw={600}>{mail.subject}</Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {opening.data?.text ?? mail.text}
      </Text>
      {opening.error !== null && <ProblemNote error={opening.error} />}
      {opening.data !== undefined && (
        <Text size="sm" role="status">
          {t('administration.training.linkWorks', { until: momentWords(opening.data.expiresAt) })}{' '}
          <a href={opening.data.link}>{opening.data.link}</a>
        </Text>
      )}
      {opens && opening.data === undefined && (
        <Button
          size="compact-sm"
          mt="xs"
          variant="default"
          loading={opening.isPending}
          onClick={() => opening.mutate()}
        >
          {t('administration.training.openLink')}
        </Button>
      )}
    </Paper>
  );
}
