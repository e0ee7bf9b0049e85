import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { writersQuery } from '../../requests/drafts.ts';

/** Who else writes about the case just now, so that the two can speak with each other. A help: without it one records all the same. */
export function AlsoWriting({ dossierId }: { readonly dossierId: string }) {
  const { t } = useTranslation();
  const { data: writers = [] } = useQuery(writersQuery(dossierId));
  // Always there, so that what comes into it is read aloud.
  return (
    <div role="status">
      {writers.length > 0 && (
        <Text size="sm" fw={600}>
          {t('fact.alsoWriting', { names: writers.map(({ displayName }) => displayName).join(', ') })}
        </Text>
      )}
    </div>
  );
}
