import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DutyButton } from '../../parts/duty-row.tsx';
import type { DutyView } from '../../requests/duties.ts';

/** The one button that settles a duty. */
export function SettleButton({ view }: { readonly view: DutyView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if ((view.duty.settledBy ?? []).length === 0) return null;
  return <DutyButton onClick={() => void navigate({ to: '/' })}>{t('duty.act')}</DutyButton>;
}
