import { Anchor, Button, List, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallButton } from './call-button.tsx';
import classes from './danger-page.module.css';

/** 110 and what to do this minute; then the way to the questions. */
export function FirstScreen({ ask }: { readonly ask: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Title order={1} tabIndex={-1}>
        {t('danger.title')}
      </Title>
      <CallButton />
      <Text fw={600} size="lg">
        {t('danger.notTold')}
      </Text>
      <Text mt={-8}>
        {t('danger.suspicion')}{' '}
        <Anchor href="tel:113" c="inherit" underline="always">
          {t('danger.ambulance')}
        </Anchor>
        .
      </Text>
      <Stack gap={4}>
        <Title order={2}>{t('danger.minute.title')}</Title>
        <List type="ordered" spacing={4} pr="sm">
          {(['contact', 'place', 'phone', 'stay', 'alone'] as const).map((step) => (
            <List.Item key={step}>{t(`danger.minute.${step}`)}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {t('danger.minute.source')}
        </Text>
      </Stack>
      <Stack gap={4}>
        <Title order={2}>{t('danger.avoid.title')}</Title>
        <List spacing={4} pr="sm">
          {(['investigate', 'undress', 'secret', 'wait', 'accuse'] as const).map((one) => (
            <List.Item key={one}>{t(`danger.avoid.${one}`)}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {t('danger.avoid.source')}
        </Text>
      </Stack>
      <Stack gap={4} className={classes.next}>
        <Button
          size="lg"
          h={60}
          fullWidth
          onClick={ask}
          rightSection={<IconArrowRight size={22} aria-hidden />}
        >
          {t('danger.toQuestions')}
        </Button>
        <Text size="sm" c="dimmed" ta="center">
          {t('danger.toQuestionsHint')}
        </Text>
      </Stack>
    </Stack>
  );
}
