import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { reportRoutes } from '../../../contracts/danger.ts';
import classes from './danger-page.module.css';
import { type Answers, dangerOf } from './questions.ts';
import { RouteCard } from './route-card.tsx';

type Props = {
  readonly answers: Answers;
  readonly record: () => void;
  readonly numbers: () => void;
  readonly again: () => void;
};

/** Whom to tell, how and by when; then what to ask before the parents are told (R 4). */
export function ResultScreen({ answers, record, numbers, again }: Props) {
  const { t } = useTranslation();
  const routes = reportRoutes(dangerOf(answers));
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={1} tabIndex={-1}>
          {t('danger.result.title')}
        </Title>
        <Text>
          {t('danger.result.nothingSent')} {routes.length > 1 && t('danger.result.order')}
        </Text>
      </Stack>
      <Stack gap="sm" component="ol" p={0} m={0}>
        {routes.map((route) => (
          <RouteCard key={route.text.lv} route={route} />
        ))}
      </Stack>
      <Alert variant="outline" color="danger" icon={<IconHandStop />} title={t('danger.result.parents')}>
        {t('danger.result.parentsAsk')}
      </Alert>
      <Stack gap={4} className={classes.next}>
        <Button size="lg" h={60} fullWidth onClick={record}>
          {t('danger.record.open')}
        </Button>
        <Text size="sm" c="dimmed" ta="center">
          {t('danger.record.openHint')}
        </Text>
      </Stack>
      <Button variant="default" h={48} onClick={numbers}>
        {t('danger.numbers.title')}
      </Button>
      <Button variant="subtle" onClick={again}>
        {t('danger.again')}
      </Button>
    </Stack>
  );
}
