import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { DutyView } from '../../requests/duties.ts';
import { shortName } from '../learner-words.ts';
import { RowButton } from '../row-button.tsx';
import { QuickContactLater } from './quick-contact-later.tsx';

type Props = {
  readonly dossierId: string;
  readonly learner: NonNullable<DutyView['learner']>;
};

/** A contact attempt with the parents in three taps: this one, who, how it ended (rules of conduct 25). */
export function ContactButton({ dossierId, learner }: Props) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <RowButton
        label={t('contact.button')}
        name={t('contact.buttonOf', { who: shortName(learner) })}
        onClick={open}
      />
      <QuickContactLater opened={opened} dossierId={dossierId} learner={learner} onClose={close} />
    </>
  );
}
