import { Blockquote, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { allFactsQuery, factTypeIn, vocabularyQuery } from '../../requests/dossiers.ts';
import { dutiesOfDossier } from '../../requests/duties.ts';
import { inLanguage } from '../in-language.ts';

type Props = { readonly dossierId: string; readonly requestId: string };

/** The request that is being answered: about which duty, what is said to be wrong, in whose words. */
export function AskedCorrection({ dossierId, requestId }: Props) {
  const { data: facts } = useQuery(allFactsQuery(dossierId));
  const { data: duties } = useQuery(dutiesOfDossier(dossierId));
  const { data: vocabulary } = useQuery(vocabularyQuery);
  const asked = facts?.find(({ event }) => event.id === requestId);
  if (asked?.event.type !== 'correction.asked') return null;
  const { dutyKey, whatCode } = asked.event.data;
  const duty = duties?.find((one) => one.duty.key === dutyKey)?.duty;
  const what = factTypeIn(vocabulary, 'correction.asked')
    ?.fields.find(({ name }) => name === 'whatCode')
    ?.codes?.find(({ code }) => code === whatCode);
  return (
    <Blockquote p="sm" cite={`${asked.byName ?? ''}, ${asked.institutionName}`}>
      <Text size="sm" fw={600}>
        {duty !== undefined && `${inLanguage(duty.title)}: `}
        {what !== undefined && inLanguage(what.label)}
      </Text>
      <Text size="sm">{asked.words}</Text>
    </Blockquote>
  );
}
