/** Where one can go. On a phone what is used most; danger has its button in the header. */
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
import { type PageName, pagesFor, phonePagesFor } from './pages-for.ts';
import { useSession } from './session.ts';

export const pageIcons: Readonly<Record<PageName, TablerIcon>> = {
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
  const isHere = (to: string) => (to === '/' ? pathname === '/' : pathname.startsWith(to));
  if (place === 'foot') {
    const { foot } = phonePagesFor(session);
    return (
      <SimpleGrid component="nav" cols={foot.length} spacing={0} aria-label={t('shell.nav.label')}>
        {foot.map(({ name, to }) => {
          const Icon = pageIcons[name];
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
      {pagesFor(session).map(({ name, to }) => {
        const Icon = pageIcons[name];
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
