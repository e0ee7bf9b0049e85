import { Badge, Button, Group, List, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../../parts/day-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import {
  endOtherSessions,
  endSession,
  type OwnSessionLine,
  sessionsQuery,
} from '../../requests/own-account.ts';
import { agentWords } from './agent-words.ts';

/** Where the person is signed in; the present session ends by signing out. */
export function Sessions() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const renew = () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
  const ending = useMutation({ mutationFn: endSession, onSuccess: renew });
  const endingOthers = useMutation({ mutationFn: endOtherSessions, onSuccess: renew });
  const failed = ending.error ?? endingOthers.error;
  return (
    <section aria-label={t('settings.sessions.title')}>
      <Stack gap="sm">
        <Title order={2}>{t('settings.sessions.title')}</Title>
        <Text size="sm">{t('settings.sessions.text')}</Text>
        {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
        {failed !== null && <ProblemNote error={failed} />}
        {data === undefined && error === null && <Skeleton height={120} aria-label={t('shell.loading')} />}
        <List
          listStyleType="none"
          spacing="xs"
          styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}
        >
          {(data ?? []).map((one) => (
            <List.Item key={one.id}>
              <Line
                one={one}
                busy={ending.isPending && ending.variables === one.id}
                end={() => ending.mutate(one.id)}
              />
            </List.Item>
          ))}
        </List>
        {(data ?? []).length > 1 && (
          <Group>
            <Button variant="default" loading={endingOthers.isPending} onClick={() => endingOthers.mutate()}>
              {t('settings.sessions.endOthers')}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  );
}

type LineProps = { readonly one: OwnSessionLine; readonly busy: boolean; readonly end: () => void };

function Line({ one, busy, end }: LineProps) {
  const { t } = useTranslation();
  const name = agentWords(one.agent);
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <div>
          <Text fw={600}>
            {name}{' '}
            {one.current && (
              <Badge variant="light" color="gray" c="inherit" tt="none">
                {t('settings.sessions.current')}
              </Badge>
            )}
          </Text>
          <Text size="sm" c="dimmed">
            {t('settings.sessions.line', { source: one.source, since: momentWords(one.createdAt) })}
            {!one.current && ` · ${t('settings.sessions.seen', { at: momentWords(one.lastSeenAt) })}`}
          </Text>
        </div>
        {!one.current && (
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            aria-label={t('settings.sessions.endOf', { name, since: momentWords(one.createdAt) })}
            onClick={end}
          >
            {t('settings.sessions.end')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
