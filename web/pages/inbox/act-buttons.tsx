import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordFactLater } from '../../parts/record-fact/record-fact-later.tsx';
import type { ReferralView } from '../../requests/referrals.ts';
import classes from './inbox-page.module.css';
import { type ReferralAct, type ReferralActName, referralActs } from './referral-acts.ts';

type Props = {
  readonly referral: ReferralView;
  readonly what: string;
  /** Shown as buttons of their own beside the next thing to do. */
  readonly beside?: readonly ReferralActName[];
};

/** The next thing to do as a button, everything else behind “more”. */
export function ActButtons({ referral, what, beside = [] }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReferralAct | null>(null);
  const acts = referralActs(referral);
  const [first] = acts;
  if (first === undefined) return null;
  // Nothing that cannot be taken back is one press away.
  const next = first.name.startsWith('withdraw') ? null : first;
  const shown = acts.filter((act) => act === next || beside.includes(act.name));
  const more = acts.filter((act) => !shown.includes(act));
  const isLetter = referral.kindCode !== 'handover';
  const words = ({ name }: ReferralAct) => {
    if (name === 'reportAnswer' && referral.side === 'in') return t('inbox.acts.reportAnswerHere');
    if (name === 'accept' && isLetter) return t('inbox.acts.acceptLetter');
    return t(`inbox.acts.${name}`);
  };
  return (
    <div className={classes.acts}>
      {shown.map((act) => (
        <Button
          key={act.name}
          size="compact-sm"
          variant={act !== next ? 'default' : beside.length > 0 ? 'filled' : 'light'}
          onClick={() => setChosen(act)}
        >
          {words(act)}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('inbox.moreActsOf', { what })}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {t('inbox.moreActs')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((act) => (
              <Menu.Item key={act.name} onClick={() => setChosen(act)}>
                {words(act)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {chosen !== null && (
        <RecordFactLater
          asked={{ ...chosen.fact, about: what, title: words(chosen), done: t(`inbox.done.${chosen.name}`) }}
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  );
}
