/** What became of a referral, with the words for those who may read them, and what is still owed. */
import { Anchor, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { acceptanceBefore } from '../../parts/accept-first.ts';
import { DutyRow } from '../../parts/duty-row.tsx';
import { SettleButton } from '../../parts/settle-button.tsx';
import { factsQuery } from '../../requests/dossiers.ts';
import type { ReferralView } from '../../requests/referrals.ts';
import classes from './inbox-page.module.css';
import { isOwedBy } from './referral-standing.ts';
import { useCourseLines } from './use-course-lines.ts';

export function ReferralPreview({ referral }: { readonly referral: ReferralView }) {
  const { t } = useTranslation();
  const { institution } = useSession();
  const lines = useCourseLines(referral);
  const { duties, dossierId, caseNumber, learner, side } = referral;
  return (
    <div className={classes.preview}>
      <Stack gap="xs">
        <dl className={classes.course} aria-label={t('inbox.course.title')}>
          {lines.map(({ key, name, value }) => [
            <dt key={`${key} name`}>{name}</dt>,
            <dd key={key}>{value}</dd>,
          ])}
        </dl>
        {learner === null && side === 'in' && (
          <Text size="sm" c="dimmed">
            {t('inbox.limited')}
          </Text>
        )}
        <Words referral={referral} />
        <Anchor component={Link} to={`/lietas/${dossierId}`} size="sm">
          {t('inbox.openCase')} {caseNumber}
        </Anchor>
      </Stack>
      {duties.length > 0 && (
        <section aria-label={t('inbox.duties')}>
          <Text size="sm" fw={600}>
            {t('inbox.duties')}
          </Text>
          <ul className={classes.list}>
            {duties.map((view) => {
              const ours = isOwedBy(view.duty.owedBy, institution.id);
              // Acceptance is the one button of the row already.
              const settles = ours && acceptanceBefore(view) === null;
              return (
                <DutyRow
                  key={view.duty.key}
                  view={view}
                  other={ours ? 'to' : 'by'}
                  action={settles ? <SettleButton view={view} /> : undefined}
                  inCase
                />
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );

  function Words({ referral: { referralId } }: { readonly referral: ReferralView }) {
    const { data } = useInfiniteQuery(factsQuery(dossierId));
    const said = (data ?? []).filter(
      ({ event, words }) =>
        words !== null && 'referralId' in event.data && event.data.referralId === referralId,
    );
    return said.length === 0 ? null : (
      <section aria-label={t('inbox.words')}>
        {said.map(({ event, words }) => (
          <p key={event.id} className={classes.words}>
            {words}
          </p>
        ))}
      </section>
    );
  }
}
