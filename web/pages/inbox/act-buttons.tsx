import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordFactLater } from '../../parts/record-fact/record-fact-later.tsx';
import type { ReferralView } from '../../requests/referrals.ts';
import classes from './inbox-page.module.css';
import { type ReferralAct, referralActs } from './referral-acts.ts';

type Props = { readonly referral: ReferralView; readonly what: string };

/** The next thing to do as a button, everything else behind “more”. */
export function ActButtons({ referral, what }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReferralAct | null>(null);
  const [first, ...others] = referralActs(referral);
  if (first === undefined) return null;
  // Nothing that cannot be taken back is one press away.
  const [shown, more] = first.name.startsWith('withdraw') ? [null, [first, ...others]] : [first, others];
  const words = ({ name }: ReferralAct) =>
    t(
      name === 'reportAnswer' && referral.side === 'in'
        ? 'inbox.acts.reportAnswerHere'
        : `inbox.acts.${name}`,
    );
  return (
    <div className={classes.acts}>
      {shown !== null && (
        <Button size="compact-sm" variant="light" onClick={() => setChosen(shown)}>
          {words(shown)}
        </Button>
      )}
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
        <RecordFactLater asked={{ ...chosen.fact, title: words(chosen) }} onClose={() => setChosen(null)} />
      )}
    </div>
  );
}
