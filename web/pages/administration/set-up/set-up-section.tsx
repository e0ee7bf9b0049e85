import { Alert, Button, Group, Paper, Skeleton, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useKeptTyping } from '../../../parts/use-kept-typing.tsx';
import { type SetUp, type SetUpDraft, setUpQuery } from '../../../requests/set-up.ts';
import { changedSettings, draftOf, isChanged, laidOver } from './draft.ts';
import { DutiesTab } from './duties-tab.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { SchoolYearsTab } from './school-years-tab.tsx';
import classes from './set-up.module.css';
import { TimesTab } from './times-tab.tsx';

export type TabProps = {
  readonly setUp: SetUp;
  readonly draft: SetUpDraft;
  readonly change: (draft: SetUpDraft) => void;
};

export function SetUpSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(setUpQuery);
  if (data === undefined)
    return error === null ? (
      <Skeleton height={320} aria-label={t('shell.loading')} />
    ) : (
      <ProblemNote error={error} again={() => void refetch()} />
    );
  return <Editor setUp={data} />;
}

function Editor({ setUp }: { readonly setUp: SetUp }) {
  const { t } = useTranslation();
  /** What the draft is laid over; another version comes from somebody else, or from saving here. */
  const [base, setBase] = useState(() => baseOf(setUp));
  const [draft, setDraft] = useState(() => draftOf(setUp));
  const [looking, setLooking] = useState(false);
  /** The version that was saved from here: nobody else's. */
  const [own, setOwn] = useState<number>();
  const before = base.settings;
  const changed = isChanged(draft, before);
  const overtaken = setUp.version !== base.version;
  const rebase = (next: SetUpDraft) => {
    setBase(baseOf(setUp));
    setDraft(next);
  };
  const { note } = useKeptTyping('set-up', {
    values: { base, draft },
    changed,
    restore: (kept) => {
      setBase(kept.base);
      setDraft(kept.draft);
    },
    begin: () => rebase(draftOf(setUp)),
  });
  if (overtaken && (!changed || setUp.version === own)) rebase(draftOf(setUp));
  const tab: TabProps = { setUp, draft, change: setDraft };
  return (
    <Stack>
      <Text size="sm">{t('administration.setUp.text')}</Text>
      {note}
      {setUp.dossiersBehind > 0 && (
        <Text size="sm" role="status">
          {t('administration.setUp.behind', { count: setUp.dossiersBehind })}
        </Text>
      )}
      {overtaken && changed && (
        <Alert role="alert" variant="light" color="yellow" title={t('administration.conflict.title')}>
          <Text size="sm">
            {t('administration.setUp.overtaken', {
              settings: changedSettings(before, draftOf(setUp))
                .map((key) => t(`administration.setUp.settings.${key}`))
                .join(', '),
            })}
          </Text>
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={() => rebase(draftOf(setUp))}>
              {t('administration.conflict.take')}
            </Button>
            <Button size="xs" onClick={() => rebase(laidOver(draft, before, draftOf(setUp)))}>
              {t('administration.setUp.layOver')}
            </Button>
          </Group>
        </Alert>
      )}
      <Tabs defaultValue="duties" keepMounted={false}>
        <Tabs.List aria-label={t('administration.sections.setUp.title')}>
          <Tabs.Tab value="duties">{t('administration.setUp.tabs.duties')}</Tabs.Tab>
          <Tabs.Tab value="times">{t('administration.setUp.tabs.times')}</Tabs.Tab>
          <Tabs.Tab value="years">{t('administration.setUp.tabs.years')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="duties" pt="md">
          <DutiesTab {...tab} />
        </Tabs.Panel>
        <Tabs.Panel value="times" pt="md">
          <TimesTab {...tab} />
        </Tabs.Panel>
        <Tabs.Panel value="years" pt="md">
          <SchoolYearsTab {...tab} />
        </Tabs.Panel>
      </Tabs>
      {changed && !overtaken && (
        <Paper withBorder p="sm" className={classes['bar']}>
          <Group justify="space-between">
            <Text fw={600} role="status">
              {t('administration.setUp.unsaved')}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={() => setDraft(before)}>
                {t('administration.setUp.discard')}
              </Button>
              <Button onClick={() => setLooking(true)}>{t('administration.setUp.preview')}</Button>
            </Group>
          </Group>
        </Paper>
      )}
      {looking && (
        <PreviewDialog
          version={base.version}
          draft={draft}
          onSaved={setOwn}
          close={() => setLooking(false)}
        />
      )}
    </Stack>
  );
}

/** What a draft is laid over: the settings as they were, and their version. */
function baseOf(setUp: SetUp): { readonly version: number; readonly settings: SetUpDraft } {
  return { version: setUp.version, settings: draftOf(setUp) };
}
