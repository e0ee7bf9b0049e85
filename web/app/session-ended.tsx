import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SignInForm } from '../pages/sign-in/sign-in-form.tsx';
import type { Entry } from '../requests/account.ts';

/** Asks for a session again above the page, which stays as it is. */
export function SessionEnded({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('signIn.ended')}
    >
      <SignInForm asked={entry.stage === 'codeAsked' ? 'code' : 'password'} />
    </Modal>
  );
}
