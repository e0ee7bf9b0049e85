/** The frame of every page for people who are signed in: menu, danger button, search, account. */
import { Anchor, AppShell, Button, Group, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconPhoneCall } from '@tabler/icons-react';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnsentNote } from '../offline/unsent-note.tsx';
import { useAtHand } from '../offline/use-at-hand.ts';
import { TrainingBadge } from '../parts/training-badge.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Gate } from './gate.tsx';
import { HiddenScreen, HideButton, useHiddenScreen } from './hidden-screen.tsx';
import { useLiveChanges } from './live.ts';
import { MainMenu } from './main-menu.tsx';
import { OfflineNote } from './offline-note.tsx';
import { PhoneSearch } from './phone-search.tsx';
import { SearchField } from './search-field.tsx';
import { useSession } from './session.ts';
import classes from './shell.module.css';

/** Fetched when somebody asks. */
const KeysHelp = lazy(async () => ({ default: (await import('./keys-help.tsx')).KeysHelp }));

export function Shell() {
  return (
    <Gate>
      <Frame />
    </Gate>
  );
}

function Frame() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { account, training } = useSession();
  const hiding = useHiddenScreen();
  useLiveChanges();
  useAtHand();
  const search = useRef<HTMLInputElement>(null);
  const [helpOpen, setHelpOpen] = useState(false);
  useHotkeys([
    ['?', () => setHelpOpen(true)],
    ['shift+?', () => setHelpOpen(true)],
    ['g', () => void navigate({ to: '/' })],
    ['n', () => void navigate({ to: '/jauns' })],
    ['/', () => search.current?.focus()],
  ]);
  return (
    <>
      <HiddenScreen {...hiding} />
      <a href="#content" className="skip-link">
        {t('shell.skipToContent')}
      </a>
      <AppShell
        header={{ height: { base: 48, sm: 52 } }}
        navbar={{ width: 190, breakpoint: 'sm', collapsed: { mobile: true } }}
        footer={{ height: { base: 56, sm: 0 } }}
        padding={{ base: 'sm', sm: 'md' }}
        transitionDuration={0}
        inert={hiding.hidden}
      >
        <AppShell.Header className={training ? classes.training : undefined}>
          <Group h="100%" px={{ base: 'xs', sm: 'md' }} justify="space-between" wrap="nowrap">
            <div className={classes.name}>
              <Anchor component={Link} to="/" className={classes.mark} underline="never">
                {t('shell.product')}
              </Anchor>
              {training && <TrainingBadge />}
            </div>
            <Group gap={6} wrap="nowrap">
              <SearchField inputRef={search} />
              <PhoneSearch />
              <Button
                component={Link}
                to="/briesmas"
                color="danger"
                leftSection={<IconPhoneCall size={18} aria-hidden />}
                visibleFrom="sm"
              >
                {t('shell.danger')}
              </Button>
              <Button component={Link} to="/briesmas" color="danger" px="sm" hiddenFrom="sm">
                {t('shell.dangerShort')}
              </Button>
              <HideButton hide={hiding.hide} />
              <AccountMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" visibleFrom="sm">
          <MainMenu place="side" />
          <Text size="xs" c="dimmed" mt="auto" p="xs">
            <kbd>?</kbd> {t('shell.keys.title').toLowerCase()}
          </Text>
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.content}>
          {training && <p className={classes.onPaper}>{t('shell.training')}</p>}
          <OfflineNote />
          <UnsentNote personId={account.personId} />
          <Outlet />
        </AppShell.Main>
        <AppShell.Footer hiddenFrom="sm">
          <MainMenu place="foot" />
        </AppShell.Footer>
      </AppShell>
      {helpOpen && (
        <Suspense>
          <KeysHelp onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
