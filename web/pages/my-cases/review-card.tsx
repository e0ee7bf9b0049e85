import { Anchor, NativeSelect, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarCheck, IconCalendarQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { onDay, shortDayWords } from '../../parts/day-words.ts';
import { nameAndClass } from '../../parts/learner-words.ts';
import type { PlannedReview } from '../../requests/review-plan.ts';
import { dayOfReview } from './plan-of-week.ts';
import classes from './week-planner.module.css';

type Props = {
  readonly review: PlannedReview;
  /** Null: as proposed. Without it there is no day to choose. */
  readonly onChoose?: (day: string | null) => void;
};

/** One review: whose, until when, and on which day one means to hold it. */
export function ReviewCard({ review, onChoose }: Props) {
  const { t } = useTranslation();
  const { dossierId, caseNumber, learner, dueDay, late, plannedOn, mayOn } = review;
  const name = learner === null ? t('duty.case', { number: caseNumber }) : nameAndClass(learner);
  const Sign = plannedOn === null ? IconCalendarQuestion : IconCalendarCheck;
  return (
    <div className={classes.card} data-planned={plannedOn !== null || undefined}>
      <Anchor component={Link} to={`/lietas/${dossierId}`} fw={600} size="sm" c="inherit">
        {name}
      </Anchor>
      <Text size="xs" {...(late ? { className: classes.late } : {})}>
        {late && <IconAlertTriangle size={14} aria-hidden className={classes.sign} />}
        {t(late ? 'myCases.plan.wasDue' : 'myCases.plan.due', { day: shortDayWords(dueDay) })}
      </Text>
      {onChoose !== undefined && (
        <>
          <Text size="xs" c="dimmed">
            <Sign size={14} aria-hidden className={classes.sign} />
            {t(plannedOn === null ? 'myCases.plan.proposed' : 'myCases.plan.planned')}
          </Text>
          <NativeSelect
            size="xs"
            aria-label={t('myCases.plan.dayOf', { name })}
            value={dayOfReview(review) ?? ''}
            data={[
              ...mayOn.map((day) => ({ value: day, label: onDay(day) })),
              ...(plannedOn === null ? [] : [{ value: '', label: t('myCases.plan.asProposed') }]),
            ]}
            onChange={({ currentTarget: { value } }) => onChoose(value === '' ? null : value)}
          />
        </>
      )}
    </div>
  );
}
