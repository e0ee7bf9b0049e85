import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { DutyView } from '../../requests/duties.ts';
import { shortName } from '../learner-words.ts';
import classes from './contact-button.module.css';
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
      <Button
        size="compact-xs"
        variant="subtle"
        flex="none"
        fz="inherit"
        className={classes.button}
        aria-label={t('contact.buttonOf', { who: shortName(learner) })}
        onClick={open}
      >
        {t('contact.button')}
      </Button>
      <QuickContactLater opened={opened} dossierId={dossierId} learner={learner} onClose={close} />
    </>
  );
}
