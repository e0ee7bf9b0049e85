import { Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './danger-page.module.css';
import type { QuestionName, Reply } from './questions.ts';

type Props = { readonly name: QuestionName; readonly reply: (reply: Reply) => void };

/** One question of yes, no or “I do not know”; the answers lie at the thumb. */
export function ReplyScreen({ name, reply }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.question}>
      <Stack gap={4}>
        <Title order={1} tabIndex={-1}>
          {t(`danger.question.${name}`)}
        </Title>
        <Text c="dimmed">{t(`danger.question.${name}Hint`)}</Text>
      </Stack>
      <Stack gap="sm">
        {(['yes', 'no', 'unsure'] as const).map((one) => (
          <UnstyledButton key={one} className={classes.reply} onClick={() => reply(one)}>
            {t(`danger.reply.${one}`)}
          </UnstyledButton>
        ))}
      </Stack>
    </div>
  );
}
