/** The coming weeks with a day for each review; a proposal is nothing until it is accepted (rules of conduct 26). */
import { Alert, Badge, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { onDay, shortDayWords } from '../../parts/day-words.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { tellDone } from '../../parts/saved.ts';
import {
  type PlannedReview,
  planReviews,
  type ReviewPlan,
  reviewPlanQuery,
} from '../../requests/review-plan.ts';
import { dayOfReview, weekShown } from './plan-of-week.ts';
import { ReviewCard } from './review-card.tsx';
import classes from './week-planner.module.css';

const route = getRouteApi('/inside/mani-gadijumi');

export function WeekPlanner() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(reviewPlanQuery);
  if (error !== null) return <ProblemNote error={error} again={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={240} role="status" aria-label={t('shell.loading')} />;
  if (data.reviews.length === 0)
    return (
      <Stack gap={4} py="lg">
        <Text fw={600}>{t('myCases.plan.none')}</Text>
        <Text c="dimmed">{t('myCases.plan.noneHint')}</Text>
      </Stack>
    );
  return <Plan plan={data} />;
}

function Plan({ plan }: { readonly plan: ReviewPlan }) {
  const { t } = useTranslation();
  const { nedela } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: planReviews,
    onSuccess: async (answer) => {
      queries.setQueryData(reviewPlanQuery.queryKey, answer);
      await Promise.all(
        ['my-cases', 'duties'].map((list) => queries.invalidateQueries({ queryKey: [list] })),
      );
    },
  });
  const { weeks, reviews } = plan;
  const at = weekShown(weeks, reviews.map(dayOfReview), nedela);
  const week = weeks[at];
  if (week === undefined) return null;
  const days = week.days.map((one) => ({
    ...one,
    reviews: reviews.filter((it) => dayOfReview(it) === one.day),
  }));
  const proposed = (some: readonly PlannedReview[]) => some.filter(({ proposedOn }) => proposedOn !== null);
  const open = proposed(days.flatMap((one) => one.reviews));
  const all = proposed(reviews);
  const dayless = reviews.filter((one) => dayOfReview(one) === null);
  const last = week.days.at(-1)?.day ?? week.monday;
  const go = (index: number) => {
    const monday = weeks[index]?.monday;
    if (monday !== undefined) void navigate({ search: (before) => ({ ...before, nedela: monday }) });
  };
  const accept = (some: readonly PlannedReview[]) =>
    saving.mutate(
      some.map(({ dossierId, dutyKey, proposedOn }) => ({ dossierId, dutyKey, day: proposedOn })),
      { onSuccess: () => tellDone(t('myCases.plan.accepted', { count: some.length })) },
    );
  return (
    <Stack gap="sm">
      <Text size="sm" maw="44rem">
        {t('myCases.plan.intro', { most: plan.perDay })}
      </Text>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconChevronLeft size={16} aria-hidden />}
            disabled={at === 0}
            onClick={() => go(at - 1)}
          >
            {t('myCases.plan.before')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            rightSection={<IconChevronRight size={16} aria-hidden />}
            disabled={at === weeks.length - 1}
            onClick={() => go(at + 1)}
          >
            {t('myCases.plan.after')}
          </Button>
          <Title order={2} size="h4" aria-live="polite">
            {shortDayWords(week.monday)} – {shortDayWords(last)}
          </Title>
        </Group>
        <Group gap="xs" className="no-print">
          {open.length > 0 && (
            <Button size="compact-sm" loading={saving.isPending} onClick={() => accept(open)}>
              {t('myCases.plan.acceptWeek', { count: open.length })}
            </Button>
          )}
          {all.length > open.length && (
            <Button
              size="compact-sm"
              variant="default"
              loading={saving.isPending}
              onClick={() => accept(all)}
            >
              {t('myCases.plan.acceptAll', { count: all.length })}
            </Button>
          )}
        </Group>
      </Group>
      {saving.error !== null && <ProblemNote error={saving.error} />}
      {dayless.length > 0 && (
        <Alert variant="light" color="yellow" title={t('myCases.plan.noDay')}>
          <div className={classes.dayless}>
            {dayless.map((one) => (
              <ReviewCard key={one.dossierId + one.dutyKey} review={one} />
            ))}
          </div>
        </Alert>
      )}
      <div className={classes.week}>
        {days.map(({ day, free, away, reviews: here }) => (
          <section
            key={day}
            aria-label={onDay(day)}
            className={classes.day}
            data-off={free !== null || away || day < plan.today || undefined}
          >
            <h3 className={classes.dayName}>
              {onDay(day)}{' '}
              {here.length > 0 && (
                <Badge size="sm" variant="light" color="gray" c="inherit">
                  {here.length}
                </Badge>
              )}
            </h3>
            {free !== null && <Text size="xs">{inLanguage(free)}</Text>}
            {away && <Text size="xs">{t('myCases.plan.away')}</Text>}
            {here.map((one) => (
              <ReviewCard
                key={one.dossierId + one.dutyKey}
                review={one}
                onChoose={(chosen) =>
                  saving.mutate([{ dossierId: one.dossierId, dutyKey: one.dutyKey, day: chosen }])
                }
              />
            ))}
          </section>
        ))}
      </div>
    </Stack>
  );
}
