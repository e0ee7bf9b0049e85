import { Alert, Anchor, Box, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconPhoneCall } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, currentLanguage, languages } from '../../app/language.ts';
import { TrainingBadge } from '../../parts/training-badge.tsx';
import { providersQuery } from '../../requests/account.ts';

/** The frame of pages for people who are not in: one column, the product's name, the language, and 110. */
export function OutsidePage({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { data } = useQuery(providersQuery);
  return (
    <Box component="main" maw={440} mx="auto" px="md" py={{ base: 'md', sm: 64 }}>
      <Stack>
        <Group justify="space-between">
          <Group gap="sm">
            <Text fw={700} size="lg">
              {t('shell.product')}
            </Text>
            {data?.training === true && <TrainingBadge />}
          </Group>
          <Group gap="xs">
            {languages.map((language) => (
              <UnstyledButton
                key={language}
                lang={language}
                fz="sm"
                td={language === currentLanguage() ? undefined : 'underline'}
                fw={language === currentLanguage() ? 600 : 400}
                aria-pressed={language === currentLanguage()}
                onClick={() => void changeLanguage(language)}
              >
                {t(`shell.languages.${language}`)}
              </UnstyledButton>
            ))}
          </Group>
        </Group>
        {children}
        <Alert color="danger" variant="outline" icon={<IconPhoneCall />}>
          <Anchor component={Link} to="/briesmas" c="inherit" underline="always">
            {t('signIn.dangerNote')}
          </Anchor>
        </Alert>
      </Stack>
    </Box>
  );
}
