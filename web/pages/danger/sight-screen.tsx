import { Stack, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './danger-page.module.css';
import { type Sight, sights } from './questions.ts';

/** The first question: what was seen. */
export function SightScreen({ choose }: { readonly choose: (sight: Sight) => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Title order={1} tabIndex={-1}>
        {t('danger.question.sight')}
      </Title>
      <Stack gap={8}>
        {sights.map((sight) => (
          <UnstyledButton key={sight} className={classes.choice} onClick={() => choose(sight)}>
            {t(`danger.sight.${sight}`)}
          </UnstyledButton>
        ))}
      </Stack>
    </Stack>
  );
}
