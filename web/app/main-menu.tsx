/** Where one can go. On a phone the four that are used in a corridor; danger has its button in the header. */
import { NavLink, SimpleGrid, Text, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBuildingCommunity,
  IconCalendarCheck,
  IconFolders,
  IconInbox,
  IconPlus,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './main-menu.module.css';
import { pagesFor } from './pages-for.ts';
import { useSession } from './session.ts';

const icons: Readonly<Record<string, TablerIcon>> = {
  today: IconCalendarCheck,
  cases: IconFolders,
  inbox: IconInbox,
  board: IconAlertTriangle,
  school: IconBuildingCommunity,
  administration: IconSettings,
  newCase: IconPlus,
};

export function MainMenu({ place }: { readonly place: 'side' | 'foot' }) {
  const { t } = useTranslation();
  const session = useSession();
  const { pathname } = useLocation();
  const pages = pagesFor(session);
  const isHere = (to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to));
  if (place === 'foot') {
    return (
      <SimpleGrid
        component="nav"
        cols={Math.min(pages.length, 5)}
        spacing={0}
        aria-label={t('shell.nav.label')}
      >
        {pages.slice(0, 5).map(({ name, to }) => {
          const Icon = icons[name] ?? IconFolders;
          return (
            <UnstyledButton
              key={name}
              component={Link}
              to={to}
              className={classes.foot}
              data-here={isHere(to) || undefined}
              {...(isHere(to) ? { 'aria-current': 'page' as const } : {})}
            >
              <Icon size={22} aria-hidden />
              <Text size="xs" lh="inherit" component="span">
                {t(`shell.nav.${name}`)}
              </Text>
            </UnstyledButton>
          );
        })}
      </SimpleGrid>
    );
  }
  return (
    <nav aria-label={t('shell.nav.label')}>
      {pages.map(({ name, to }) => {
        const Icon = icons[name] ?? IconFolders;
        return (
          <NavLink
            key={name}
            component={Link}
            to={to}
            label={t(`shell.nav.${name}`)}
            leftSection={<Icon size={18} aria-hidden />}
            active={isHere(to)}
            className={classes.side}
            {...(isHere(to) ? { 'aria-current': 'page' as const } : {})}
          />
        );
      })}
    </nav>
  );
}
