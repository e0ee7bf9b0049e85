/** One answer past its time, with the way up behind a press. */
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { DutyButton, DutyRow } from '../../parts/duty-row.tsx';
import type { DutyView } from '../../requests/duties.ts';
import classes from './school-page.module.css';
import { WayUp } from './way-up.tsx';

export function StalledAnswer({ view }: { readonly view: DutyView }) {
  const { t } = useTranslation();
  const [open, { toggle }] = useDisclosure(false);
  return (
    <>
      <DutyRow
        view={view}
        other="by"
        action={<DutyButton onClick={toggle}>{t(open ? 'school.hide' : 'school.show')}</DutyButton>}
      />
      {open && (
        <li className={classes.way}>
          <WayUp view={view} />
        </li>
      )}
    </>
  );
}
