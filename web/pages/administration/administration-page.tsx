/** Keeping people, classes, institutions and settings: an overview, and one part an address. */
import { Anchor, Center, Loader, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/not-found.tsx';
import { useSession } from '../../app/session.ts';
import { NoRight } from '../../parts/no-right.tsx';
import classes from './administration-page.module.css';
import { type SectionName, sectionAt, sectionsFor } from './sections.ts';

const bodies: Readonly<Record<SectionName, React.LazyExoticComponent<() => ReactNode>>> = {
  people: lazy(async () => ({ default: (await import('./people/people-section.tsx')).PeopleSection })),
  leave: lazy(async () => ({ default: (await import('./leave/leave-section.tsx')).LeaveSection })),
  classes: lazy(async () => ({ default: (await import('./classes/classes-section.tsx')).ClassesSection })),
  institutions: lazy(async () => ({
    default: (await import('./institutions/institutions-section.tsx')).InstitutionsSection,
  })),
  setUp: lazy(async () => ({ default: (await import('./set-up/set-up-section.tsx')).SetUpSection })),
  calendar: lazy(async () => ({
    default: (await import('./calendar/calendar-section.tsx')).CalendarSection,
  })),
  imports: lazy(async () => ({ default: (await import('./imports/imports-section.tsx')).ImportsSection })),
  oversight: lazy(async () => ({
    default: (await import('./oversight/oversight-section.tsx')).OversightSection,
  })),
  systems: lazy(async () => ({ default: (await import('./systems/systems-section.tsx')).SystemsSection })),
  training: lazy(async () => ({
    default: (await import('./training/training-section.tsx')).TrainingSection,
  })),
};

export function AdministrationPage() {
  const { t } = useTranslation();
  const sections = sectionsFor(useSession());
  if (sections.length === 0) return <NoRight />;
  return (
    <Stack>
      <Title order={1}>{t('administration.title')}</Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} component="ul" p={0} m={0} className={classes['cards']}>
        {sections.map(({ name, path }) => (
          <Paper key={name} component="li" withBorder p="md" className={classes['card']}>
            <Anchor component={Link} to={`/parvalde/${path}`} fw={600} className={classes['link']}>
              {t(`administration.sections.${name}.title`)}
            </Anchor>
            <Text size="sm">{t(`administration.sections.${name}.text`)}</Text>
          </Paper>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

export function AdministrationSectionPage() {
  const { t } = useTranslation();
  const { section } = useParams({ strict: false });
  const sections = sectionsFor(useSession());
  const here = sectionAt(section ?? '');
  if (here === null) return <NotFound />;
  if (!sections.some(({ name }) => name === here)) return <NoRight />;
  const Body = bodies[here];
  return (
    <Stack>
      <nav aria-label={t('administration.title')} className={classes['tabs']}>
        <Anchor component={Link} to="/parvalde" hiddenFrom="sm" className={classes['back']}>
          <IconArrowLeft size={18} aria-hidden />
          {t('administration.title')}
        </Anchor>
        {sections.map(({ name, path }) => (
          <Anchor
            key={name}
            component={Link}
            to={`/parvalde/${path}`}
            underline="never"
            visibleFrom="sm"
            className={classes['tab']}
            {...(name === here ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`administration.sections.${name}.title`)}
          </Anchor>
        ))}
      </nav>
      <Title order={1}>{t(`administration.sections.${here}.title`)}</Title>
      <Suspense
        fallback={
          <Center mih={200}>
            <Loader aria-label={t('shell.loading')} />
          </Center>
        }
      >
        <Body />
      </Suspense>
    </Stack>
  );
}
