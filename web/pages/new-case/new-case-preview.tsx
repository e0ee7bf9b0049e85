/** Before saving: what a new entry starts, whose it is and until when (design, principle 4). */
import { List, Loader, Paper, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { sideWords } from '../../parts/side-words.ts';
import type { NewFact } from '../../requests/dossiers.ts';
import { newCasePreview } from '../../requests/new-case.ts';

type Props = { readonly procedureId: string; readonly facts: readonly NewFact[] | null };

export function NewCasePreview({ procedureId, facts }: Props) {
  const { t } = useTranslation();
  const { institution } = useSession();
  const [asked] = useDebouncedValue(facts === null ? null : JSON.stringify(facts), 300);
  const { data, error, fetchStatus } = useQuery({
    ...newCasePreview(procedureId, JSON.parse(asked ?? '[]') as readonly NewFact[]),
    enabled: asked !== null,
    placeholderData: (before) => before,
  });
  return (
    <Paper withBorder p="sm" role="status" aria-label={t('newCase.preview')}>
      <Text size="sm" fw={600}>
        {t('newCase.preview')}
      </Text>
      {content()}
    </Paper>
  );

  function content() {
    if (facts === null) return <Text size="sm">{t('newCase.previewLater')}</Text>;
    if (error !== null) return <ProblemNote error={error} />;
    if (fetchStatus === 'paused') return null;
    if (data === undefined) return <Loader size="xs" role="img" aria-label={t('shell.loading')} />;
    const starts = data.duties.filter(({ duty }) => duty.settled === null);
    if (starts.length === 0) return <Text size="sm">{t('newCase.previewNothing')}</Text>;
    return (
      <List size="sm">
        {starts.map(({ duty, owedBy, dueWords }) => (
          <List.Item key={duty.key}>
            {inLanguage(duty.title)} ({sideWords(owedBy, institution.name)})
            {dueWords === null ? '' : ` – ${inLanguage(dueWords)}`}
          </List.Item>
        ))}
      </List>
    );
  }
}
