import { List, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import {
  allFactsQuery,
  type DossierDetail,
  factTypeIn,
  type RecordedFact,
  vocabularyQuery,
} from '../../requests/dossiers.ts';
import { momentWords } from '../day-words.ts';
import { inLanguage } from '../in-language.ts';

/**
 * Facts that were recorded after the version, in the order of entering: those of others, and once a record was refused
 * because of them, all.
 */
export function useRecordedSince(
  dossier: DossierDetail,
  since: number,
  refused: boolean,
): readonly RecordedFact[] {
  const { personId } = useSession().account;
  const { data } = useQuery({ ...allFactsQuery(dossier.id), enabled: dossier.version > since });
  if (data === undefined) return [];
  return data.filter(({ event }) => event.seq > since && (refused || event.by !== personId));
}

type Props = {
  readonly facts: readonly RecordedFact[];
  /** The own record was sent, and refused because of them. */
  readonly refused: boolean;
};

/** What others recorded while the form was open: whoever writes decides whether theirs is still needed. */
export function RecordedMeanwhile({ facts, refused }: Props) {
  const { t } = useTranslation();
  const { data: vocabulary } = useQuery(vocabularyQuery);
  return (
    <Paper withBorder p="sm" role="alert" aria-label={t('fact.meanwhile.label')}>
      <Text size="sm" fw={600}>
        {t(refused ? 'fact.meanwhile.refused' : 'fact.meanwhile.title')}
      </Text>
      <List size="sm" my={4}>
        {facts.map(({ event, byName, institutionName }) => {
          const type = factTypeIn(vocabulary, event.type);
          return (
            <List.Item key={event.id}>
              {type === undefined ? event.type : inLanguage(type.title)} – {byName ?? institutionName},{' '}
              {momentWords(event.recordedAt)}
            </List.Item>
          );
        })}
      </List>
      <Text size="sm">{t('fact.meanwhile.choose')}</Text>
    </Paper>
  );
}
