/** The blank-screen key: somebody walks in, and the page is gone at once; nothing on it is lost. */
import { ActionIcon, Stack, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './hidden-screen.module.css';

/** Works while typing, too, and is no sign that anybody types. */
const hidingKey = 'F8';

type Hiding = { readonly hidden: boolean; readonly hide: () => void; readonly show: () => void };

export function useHiddenScreen(): Hiding {
  const [hidden, setHidden] = useState(false);
  const set = (value: boolean) => {
    document.documentElement.toggleAttribute('data-hidden', value);
    setHidden(value);
  };
  useWindowEvent('keydown', (event) => {
    if (hidden) {
      event.preventDefault();
      event.stopPropagation();
      set(false);
    } else if (event.key === hidingKey) {
      event.preventDefault();
      set(true);
    }
  });
  return { hidden, hide: () => set(true), show: () => set(false) };
}

export function HideButton({ hide }: Pick<Hiding, 'hide'>) {
  const { t } = useTranslation();
  const label = `${t('shell.hide')} (${hidingKey})`;
  return (
    <ActionIcon variant="default" size={36} aria-label={label} title={label} onClick={hide}>
      <IconEyeOff size={20} aria-hidden />
    </ActionIcon>
  );
}

export function HiddenScreen({ hidden, show }: Hiding) {
  const { t } = useTranslation();
  if (!hidden) return null;
  return (
    <div className={classes.cover} onPointerDown={show}>
      <Stack align="center" gap={4}>
        <Text fw={600}>{t('shell.hidden')}</Text>
        <Text size="sm" c="dimmed">
          {t('shell.hiddenHint')}
        </Text>
      </Stack>
    </div>
  );
}
