/** What every screen of danger stands in: 110 in reach of the thumb, the way back, the key that hides the page. */
import { Anchor, Box, Group, UnstyledButton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenScreen, HideButton, useHiddenScreen } from '../../app/hidden-screen.tsx';
import { changeLanguage, currentLanguage, languages } from '../../app/language.ts';
import { hereQuery } from '../../offline/at-hand.ts';
import { UnsentNote } from '../../offline/unsent-note.tsx';
import { TrainingBadge } from '../../parts/training-badge.tsx';
import { providersQuery } from '../../requests/account.ts';
import { CallButton } from './call-button.tsx';
import classes from './danger-page.module.css';

type Props = {
  /** Does the screen have no large 110 of its own? */
  readonly callOnTop: boolean;
  readonly children: ReactNode;
};

export function DangerFrame({ callOnTop, children }: Props) {
  const { t } = useTranslation();
  const { history } = useRouter();
  const hiding = useHiddenScreen();
  const { data: here } = useQuery(hereQuery);
  const { data: ways } = useQuery(providersQuery);
  const personId = here?.session?.account.personId;
  const training = here?.session?.training ?? ways?.training ?? false;
  return (
    <>
      <HiddenScreen {...hiding} />
      <Box inert={hiding.hidden}>
        <Box component="header" className={classes.head}>
          <Group className={classes.column} justify="space-between" wrap="nowrap" gap="xs">
            {callOnTop ? (
              <UnstyledButton className={classes.back} onClick={() => history.back()}>
                <IconArrowLeft size={20} aria-hidden />
                {t('danger.back')}
              </UnstyledButton>
            ) : (
              <Anchor component={Link} to="/" fw={700} c="inherit" underline="hover">
                {t('shell.product')}
              </Anchor>
            )}
            {callOnTop ? <CallButton small /> : <Languages />}
            <HideButton hide={hiding.hide} />
          </Group>
        </Box>
        {training && (
          <Box className={classes.column} pt={6}>
            <TrainingBadge />
          </Box>
        )}
        <Box component="main" className={classes.column} pb="xl">
          {children}
          {personId !== undefined && (
            <Box mt="md">
              <UnsentNote personId={personId} />
            </Box>
          )}
        </Box>
      </Box>
    </>
  );
}

function Languages() {
  const { t } = useTranslation();
  return (
    <Group gap="xs" ml="auto">
      {languages.map((language) => (
        <UnstyledButton
          key={language}
          lang={language}
          fz="sm"
          py={8}
          td={language === currentLanguage() ? undefined : 'underline'}
          fw={language === currentLanguage() ? 600 : 400}
          aria-pressed={language === currentLanguage()}
          onClick={() => void changeLanguage(language)}
        >
          {t(`shell.languages.${language}`)}
        </UnstyledButton>
      ))}
    </Group>
  );
}
