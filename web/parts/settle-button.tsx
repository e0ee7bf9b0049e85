import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { factTypeIn, vocabularyQuery } from '../requests/dossiers.ts';
import type { DutyView } from '../requests/duties.ts';
import { type Acceptance, acceptanceBefore } from './accept-first.ts';
import { DutyButton } from './duty-row.tsx';
import { inLanguage } from './in-language.ts';
import { QuickContactLater } from './quick-contact/quick-contact-later.tsx';
import { RecordFactLater } from './record-fact/record-fact-later.tsx';
import { isOnDangerPage, isQuickContact, waysToSettle } from './ways-to-settle.ts';

type Props = { readonly view: DutyView };

/** The one button of what comes next: what settles the duty, or the acceptance that stands before it. */
export function SettleButton({ view }: Props) {
  const before = acceptanceBefore(view);
  return before === null ? <Settle view={view} /> : <Accept {...before} />;
}

function Accept({ asked, isLetter }: Acceptance) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const title = t(isLetter ? 'inbox.acts.acceptLetter' : 'inbox.acts.accept');
  return (
    <>
      <DutyButton onClick={() => setOpen(true)}>{title}</DutyButton>
      {open && (
        <RecordFactLater
          asked={{ ...asked, title, done: t('inbox.done.accept') }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** Of several ways the first, the others are in the case. */
function Settle({ view }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(vocabularyQuery);
  const { duty, dossierId, learner } = view;
  const [next] = waysToSettle(duty);
  if (next === undefined) return null;
  const type = factTypeIn(data, next.type);
  const begin = () => {
    if (isOnDangerPage(next.type)) void navigate({ to: '/briesmas', search: { lieta: dossierId } });
    else setOpen(true);
  };
  const close = () => setOpen(false);
  return (
    <>
      <DutyButton onClick={begin}>{type === undefined ? t('duty.act') : inLanguage(type.act)}</DutyButton>
      {learner !== null && isQuickContact(duty) ? (
        <QuickContactLater opened={open} dossierId={dossierId} learner={learner} onClose={close} />
      ) : open ? (
        <RecordFactLater
          asked={{ dossierId, type: next.type, known: next.data, settles: [duty.key] }}
          onClose={close}
        />
      ) : null}
    </>
  );
}
