/** Search before create: whom it is about, among those the person may see (rules of conduct, “Everyday”). */
import { Alert, Button, Loader, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayWords } from '../../parts/day-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { type LearnerHit, learnerSearchQuery } from '../../requests/learners.ts';
import classes from './new-case.module.css';

type Props = {
  readonly onChoose: (learnerId: string, hit: LearnerHit) => void;
  readonly label?: string;
  /** With what was typed; without it nobody new can be recorded here. */
  readonly onNew?: ((typed: string) => void) | undefined;
};

export function LearnerChoice({ onChoose, onNew, label }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 300);
  const enough = asked.length >= 2;
  const { data, error, isFetching } = useQuery({
    ...learnerSearchQuery(asked),
    enabled: enough,
    placeholderData: (before) => before,
  });
  return (
    <Stack gap="xs">
      <TextInput
        label={label ?? t('newCase.search')}
        description={t('newCase.searchHint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={isFetching ? <Loader size="xs" role="img" aria-label={t('shell.loading')} /> : null}
        autoComplete="off"
        data-autofocus
        autoFocus
        maxLength={80}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {error !== null && <ProblemNote error={error} />}
      {enough && data !== undefined && (
        <>
          <Text size="sm" c="dimmed" role="status">
            {data.here.length === 0 ? t('newCase.notFound') : t('newCase.found', { count: data.here.length })}
          </Text>
          {data.here.length > 0 && (
            <ul className={classes.hits} aria-label={t('newCase.who')}>
              {data.here.map((hit) => (
                <li key={hit.id}>
                  <UnstyledButton className={classes.hit} onClick={() => onChoose(hit.id, hit)}>
                    <LearnerWords hit={hit} />
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          )}
          {data.more && <Text size="sm">{t('newCase.more')}</Text>}
          {onNew !== undefined && (
            <Button variant="default" onClick={() => onNew(asked)} style={{ alignSelf: 'start' }}>
              {t('newCase.register')}
            </Button>
          )}
        </>
      )}
    </Stack>
  );
}

/** In full: who is chosen must be the right one. */
export function LearnerWords({ hit }: { readonly hit: Omit<LearnerHit, 'schoolId'> }) {
  const { t } = useTranslation();
  return (
    <>
      <Text component="span" size="sm" fw={600}>
        {hit.firstName} {hit.lastName}
      </Text>{' '}
      <Text component="span" size="sm" c="dimmed">
        {[hit.className, hit.birthDate === null ? '' : t('newCase.born', { day: dayWords(hit.birthDate) })]
          .filter((text) => text !== '')
          .join(' · ')}
      </Text>
    </>
  );
}

/** Somebody like this may be known where the person does not see: whom to ask, and nothing of the child. */
export function KnownElsewhere({ name, birthDate }: { readonly name: string; readonly birthDate: string }) {
  const { t } = useTranslation();
  const [asked] = useDebouncedValue(name.trim(), 400);
  const { data } = useQuery({
    ...learnerSearchQuery(asked, birthDate),
    enabled: asked.includes(' ') && birthDate !== '',
  });
  const found = data?.elsewhere ?? [];
  if (found.length === 0) return null;
  return (
    <Alert role="status" variant="light" color="accent">
      {found.map(({ place, strength, talkTo }) => (
        <Text size="sm" key={`${place} ${strength}`}>
          {t(`newCase.elsewhere.${strength}`, { who: talkTo?.name ?? t('newCase.openWork.leader') })}
        </Text>
      ))}
    </Alert>
  );
}
