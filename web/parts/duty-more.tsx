/** What else may be done about one's own duty than settling it, behind three dots. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ComponentPropsWithRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../app/session.ts';
import type { DutyView } from '../requests/duties.ts';
import { inLanguage } from './in-language.ts';
import { RecordFactLater } from './record-fact/record-fact-later.tsx';
import { HandDuty, TakingItems, useTakingActs } from './taking.tsx';
import { isShared } from './taking-acts.ts';
import { postponementOf } from './ways-to-settle.ts';

type Props = { readonly view: DutyView };

/** Of a long list only the menu that somebody opens is made. */
export function DutyMore({ view }: Props) {
  const { institution } = useSession();
  const [opened, setOpened] = useState(false);
  if (postponed(view) === null && !isShared(view.duty, institution.id)) return null;
  return opened ? <OpenMenu view={view} /> : <Dots view={view} onClick={() => setOpened(true)} />;
}

/** Danger is not put off (rules of conduct 1). */
function postponed({ duty }: DutyView) {
  return duty.danger ? null : postponementOf(duty, true);
}

function Dots({ view, ...more }: Props & Pick<ComponentPropsWithRef<'button'>, 'onClick' | 'ref'>) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      variant="subtle"
      size="md"
      aria-label={t('casePage.duties.otherWays', { title: inLanguage(view.duty.title) })}
      {...more}
    >
      <IconDots size={18} aria-hidden />
    </ActionIcon>
  );
}

function OpenMenu({ view }: Props) {
  const { t } = useTranslation();
  const { duty, dossierId } = view;
  const taking = useTakingActs(view);
  const [chosen, setChosen] = useState<'postpone' | 'hand' | null>(null);
  const asked = postponed(view);
  const putOff = t(duty.takenOver ? 'casePage.duties.setDay' : 'casePage.duties.postpone');
  const close = () => setChosen(null);
  return (
    <>
      <Menu defaultOpened position="bottom-end" withinPortal>
        <Menu.Target>
          <Dots view={view} />
        </Menu.Target>
        <Menu.Dropdown>
          {asked !== null && <Menu.Item onClick={() => setChosen('postpone')}>{putOff}</Menu.Item>}
          <TakingItems {...taking} onHand={() => setChosen('hand')} />
        </Menu.Dropdown>
      </Menu>
      {chosen === 'postpone' && asked !== null && (
        <RecordFactLater
          asked={{ dossierId, ...asked, about: inLanguage(duty.title), title: putOff }}
          onClose={close}
        />
      )}
      {chosen === 'hand' && <HandDuty view={view} onClose={close} />}
    </>
  );
}
