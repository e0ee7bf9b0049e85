import { Collapse, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { dayWords } from '../../parts/day-words.ts';
import { DueSign, DueWords } from '../../parts/due.tsx';
import { TakeButton, TakenWords } from '../../parts/taking.tsx';
import type { ReferralView } from '../../requests/referrals.ts';
import { ActButtons } from './act-buttons.tsx';
import classes from './inbox-page.module.css';
import { ReferralPreview } from './referral-preview.tsx';
import { isOwedBy, standingOf } from './referral-standing.ts';
import { useReferralWords } from './use-referral-words.ts';

/** A referral in the list: what, about whom, from or to whom, how it stands, until when, and what to press. */
export function ReferralRow({ referral }: { readonly referral: ReferralView }) {
  const { t } = useTranslation();
  const { whatOf, placeWords } = useReferralWords();
  const { institution } = useSession();
  const [open, { toggle }] = useDisclosure(false);
  const { side, sender, receiver, sentOn, duties } = referral;
  const what = whatOf(referral);
  // What the reader's side owes goes before what it waits for.
  const urgent = duties.find(({ duty }) => isOwedBy(duty.owedBy, institution.id)) ?? duties[0];
  const standing = standingOf(referral);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        {urgent === undefined ? <IconCircleCheck size={18} aria-hidden /> : <DueSign view={urgent} />}
        <div className={classes.text}>
          <UnstyledButton
            className={classes.toggle}
            data-row
            aria-expanded={open}
            aria-label={t('inbox.open', { what })}
            onClick={toggle}
          >
            {what}
            <Chevron size={14} aria-hidden />
          </UnstyledButton>
          <div className={classes.line}>
            <Text component="span" fz="inherit" fw={500}>
              {t(
                standing === 'notAnswered' && side === 'in'
                  ? 'inbox.standing.notAnsweredHere'
                  : `inbox.standing.${standing}`,
              )}
            </Text>
            {urgent !== undefined && <DueWords view={urgent} />}
            {urgent !== undefined && <TakenWords view={urgent} />}
            {urgent !== undefined && <TakeButton view={urgent} />}
            {urgent !== undefined && urgent.ball.waitingDays > 0 && (
              <Text component="span" fz="inherit">
                {t('duty.ball.both', {
                  count: urgent.ball.owingDays + urgent.ball.waitingDays,
                  owing: urgent.ball.owingDays,
                  waiting: urgent.ball.waitingDays,
                })}
              </Text>
            )}
            <Text component="span" fz="inherit" c="dimmed">
              {t(side === 'in' ? 'inbox.from' : 'inbox.to', {
                who: placeWords(side === 'in' ? sender : receiver),
              })}
              {' · '}
              {t('inbox.sentOn', { day: dayWords(sentOn) })}
            </Text>
          </div>
        </div>
        <ActButtons referral={referral} what={what} />
      </div>
      <Collapse expanded={open}>{open && <ReferralPreview referral={referral} />}</Collapse>
    </li>
  );
}
