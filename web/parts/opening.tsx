import { Loader, Overlay, Portal } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** While a dialog is fetched with the first press: the page darkens at once, as it will under the dialog. */
export function Opening() {
  const { t } = useTranslation();
  return (
    <Portal>
      <Overlay fixed center backgroundOpacity={0.6}>
        <Loader color="white" role="status" aria-label={t('shell.loading')} />
      </Overlay>
    </Portal>
  );
}
