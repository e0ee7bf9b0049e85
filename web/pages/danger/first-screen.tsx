import { Anchor, Button, List, Stack, Text, Title } from '@mantine/core';
import { IconAddressBook, IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallButton } from './call-button.tsx';
import classes from './danger-page.module.css';

type Props = { readonly ask: () => void; readonly numbers: () => void };

/** 110 and what to do this minute; then the way to the questions, and to whom else to ring. */
export function FirstScreen({ ask, numbers }: Props) {
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
          mih={60}
          fullWidth
          onClick={ask}
          rightSection={<IconArrowRight size={22} aria-hidden />}
        >
          {t('danger.toQuestions')}
        </Button>
        <Text size="sm" c="dimmed" ta="center">
          {t('danger.toQuestionsHint')}
        </Text>
        <Button
          variant="default"
          size="md"
          mih={48}
          fullWidth
          onClick={numbers}
          leftSection={<IconAddressBook size={20} aria-hidden />}
        >
          {t('danger.numbers.title')}
        </Button>
      </Stack>
    </Stack>
  );
}
