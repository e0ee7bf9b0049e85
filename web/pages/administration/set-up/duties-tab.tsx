import { Badge, Button, Checkbox, Group, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../app/language.ts';
import { dayWords } from '../../../parts/day-words.ts';
import { inLanguage } from '../../../parts/in-language.ts';
import { sourceWords } from '../../../parts/source-words.ts';
import type { OfferedDuty, SetUpDraft } from '../../../requests/set-up.ts';
import { AdoptTerm } from './adopt-term.tsx';
import { isOn, withSwitched } from './draft.ts';
import classes from './set-up.module.css';
import type { TabProps } from './set-up-section.tsx';

const groups = ['law', 'must', 'recommended', 'local'] as const;

/** What is offered, acts of law first, each with its switch and, where its term is a default one, its adoption. */
export function DutiesTab({ setUp, draft, change }: TabProps) {
  const { t } = useTranslation();
  const [sought, setSought] = useState('');
  const [onlyOn, setOnlyOn] = useState(false);
  const [adopting, setAdopting] = useState<OfferedDuty | null>(null);
  const typed = useDeferredValue(sought.toLowerCase().trim());
  const shown = setUp.duties.filter(
    (duty) => (!onlyOn || isOn(duty, draft)) && inLanguage(duty.title).toLowerCase().includes(typed),
  );
  return (
    <Stack>
      <Group align="flex-end">
        <TextInput
          label={t('administration.setUp.seekDuty')}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <Checkbox
          pb={8}
          label={t('administration.setUp.onlyOn')}
          checked={onlyOn}
          onChange={(event) => setOnlyOn(event.currentTarget.checked)}
        />
      </Group>
      {shown.length === 0 && <Text>{t('administration.nothingFound')}</Text>}
      {groups.map((group) => {
        const rows = shown.filter(({ force }) => force.act === group);
        if (rows.length === 0) return null;
        return (
          <section key={group} aria-label={t(`administration.setUp.groups.${group}`)}>
            <Title order={2} mb={4}>
              {t(`administration.setUp.groups.${group}`)}
            </Title>
            {rows.map((duty) => (
              <Row
                key={`${duty.procedureId} ${duty.id}`}
                duty={duty}
                draft={draft}
                // A row about danger that is on already stays on.
                fixed={duty.fixed && duty.on}
                change={change}
                adopt={() => setAdopting(duty)}
              />
            ))}
          </section>
        );
      })}
      {adopting !== null && (
        <AdoptTerm duty={adopting} draft={draft} change={change} close={() => setAdopting(null)} />
      )}
    </Stack>
  );
}

function Row(props: {
  readonly duty: OfferedDuty;
  readonly draft: SetUpDraft;
  readonly fixed: boolean;
  readonly change: (draft: SetUpDraft) => void;
  readonly adopt: () => void;
}) {
  const { t } = useTranslation();
  const { duty, draft, fixed, change, adopt } = props;
  const title = inLanguage(duty.title);
  const adopted = draft.adoptedTerms[duty.id];
  return (
    <div className={classes['row']}>
      {fixed ? (
        <div className={classes['fixed']}>
          <IconLock size={20} aria-hidden />
          <div>
            <Text size="sm">{title}</Text>
            <Text size="xs" c="dimmed">
              {wordsOf()}
            </Text>
          </div>
        </div>
      ) : (
        <Switch
          className={classes['switch'] ?? ''}
          label={title}
          description={wordsOf()}
          checked={isOn(duty, draft)}
          onChange={(event) => change(withSwitched(duty, event.currentTarget.checked, draft))}
        />
      )}
      <div className={classes['adopted']}>
        {fixed && (
          <Badge variant="light" color="gray" c="inherit" tt="none">
            {t('administration.setUp.fixed')}
          </Badge>
        )}
        {adopted !== undefined && (
          <Text size="sm">
            {t('administration.setUp.adopted', { document: adopted.documentNo, day: dayWords(adopted.from) })}
          </Text>
        )}
        {duty.adoptable && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t(
              adopted === undefined ? 'administration.setUp.adoptOf' : 'administration.setUp.changeTermOf',
              {
                title,
              },
            )}
            onClick={adopt}
          >
            {t(adopted === undefined ? 'administration.setUp.adopt' : 'administration.change')}
          </Button>
        )}
      </div>
    </div>
  );

  function wordsOf(): string {
    const term = adopted === undefined ? (duty.force.term ?? 'none') : 'agreed';
    return [
      t(`duty.termForce.${term}`),
      ...duty.sources.map((source) => sourceWords(source, currentLanguage())),
    ].join(' · ');
  }
}
