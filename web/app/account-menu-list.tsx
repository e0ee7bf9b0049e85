import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconEye, IconHelp, IconLogout, IconSettings } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { actFor } from '../requests/account.ts';
import { AccountButton } from './account-menu.tsx';
import { changeLanguage, currentLanguage, languages } from './language.ts';
import { useLeaving } from './leave.tsx';
import { pageIcons } from './main-menu.tsx';
import { useMay } from './may.ts';
import { phonePagesFor } from './pages-for.ts';
import { useSession } from './session.ts';

/** Who I am, for whom I work, language, colours, leaving; open from the first. */
export function AccountMenuList() {
  const { t } = useTranslation();
  const session = useSession();
  const { account, institution } = session;
  const may = useMay();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const queries = useQueryClient();
  const { leave, question } = useLeaving(account.personId);
  const tick = (on: boolean) => (on ? <IconCheck size={16} aria-hidden /> : null);
  const schemes = [
    ['auto', t('shell.coloursAuto')],
    ['light', t('shell.coloursLight')],
    ['dark', t('shell.coloursDark')],
  ] as const;
  return (
    <>
      {question}
      <Menu position="bottom-end" width={280} defaultOpened>
        <Menu.Target>
          <AccountButton />
        </Menu.Target>
        <Menu.Dropdown>
          {phonePagesFor(session).more.map(({ name, to }) => {
            const Icon = pageIcons[name];
            return (
              <Menu.Item
                key={name}
                component={Link}
                to={to}
                hiddenFrom="sm"
                leftSection={<Icon size={16} aria-hidden />}
              >
                {t(`shell.nav.${name}`)}
              </Menu.Item>
            );
          })}
          <Menu.Divider hiddenFrom="sm" />
          <Menu.Label>{account.name}</Menu.Label>
          {account.institutions.length > 1 && <Menu.Label>{t('shell.actingFor')}</Menu.Label>}
          {account.institutions.map(({ id, name }) => (
            <Menu.Item
              key={id}
              disabled={account.institutions.length === 1}
              leftSection={tick(id === institution.id)}
              onClick={() => void actFor(id).then(() => queries.invalidateQueries())}
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('shell.language')}</Menu.Label>
          {languages.map((language) => (
            <Menu.Item
              key={language}
              lang={language}
              leftSection={tick(language === currentLanguage())}
              onClick={() => void changeLanguage(language)}
            >
              {t(`shell.languages.${language}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('shell.colours')}</Menu.Label>
          {schemes.map(([scheme, label]) => (
            <Menu.Item
              key={scheme}
              leftSection={tick(scheme === colorScheme)}
              onClick={() => setColorScheme(scheme)}
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {may('takeEmergencyAccess') && (
            <Menu.Item
              component={Link}
              to="/arkartas-piekluve"
              leftSection={<IconEye size={16} aria-hidden />}
            >
              {t('emergency.menu')}
            </Menu.Item>
          )}
          <Menu.Item component={Link} to="/iestatijumi" leftSection={<IconSettings size={16} aria-hidden />}>
            {t('shell.settings')}
          </Menu.Item>
          <Menu.Item component={Link} to="/palidziba" leftSection={<IconHelp size={16} aria-hidden />}>
            {t('help.title')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
            {t('shell.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
