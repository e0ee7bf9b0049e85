import { List, Loader, Paper, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { type DossierDetail, type NewFact, whatIf } from '../../requests/dossiers.ts';
import { type DutyView, dutiesOfDossier } from '../../requests/duties.ts';
import { inLanguage } from '../in-language.ts';
import { sideWords } from '../side-words.ts';

type Props = { readonly dossier: DossierDetail; readonly fact: NewFact };

/** Before saving: which duties the fact would settle, and which it would start and until when. */
export function Consequence({ dossier, fact }: Props) {
  const { t } = useTranslation();
  const { institution } = useSession();
  const [asked] = useDebouncedValue(JSON.stringify({ ...fact, words: undefined }), 350);
  const before = useQuery(dutiesOfDossier(dossier.id));
  const after = useQuery({
    queryKey: ['what-if', dossier.id, dossier.version, asked],
    queryFn: ({ signal }) =>
      whatIf(
        { dossierId: dossier.id, procedureId: dossier.procedureId, fact: JSON.parse(asked) as NewFact },
        signal,
      ),
    // A fact that cannot be recorded is refused when it is sent, with the reason; this is only a look ahead.
    retry: false,
    placeholderData: (earlier) => earlier,
  });
  if (after.isError || before.data === undefined) return null;
  if (after.fetchStatus === 'paused') return null;
  if (after.data === undefined) return <Loader size="xs" role="status" aria-label={t('shell.loading')} />;
  const open = new Map(
    before.data.filter(({ duty }) => duty.settled === null).map((one) => [one.duty.key, one]),
  );
  // A withdrawal opens again what was settled, and takes away what the withdrawn fact had started.
  const stillOpen = new Set(
    after.data.duties.filter(({ duty }) => duty.settled === null).map(({ duty }) => duty.key),
  );
  const ends = [...open.values()].filter(({ duty }) => !stillOpen.has(duty.key));
  const starts = after.data.duties.filter(({ duty }) => duty.settled === null && !open.has(duty.key));
  return (
    <Paper withBorder p="sm" role="status" aria-label={t('fact.consequence')}>
      {ends.length === 0 && starts.length === 0 && <Text size="sm">{t('fact.nothingChanges')}</Text>}
      <Lines title={t('fact.ends')} duties={ends} say={(one) => inLanguage(one.duty.title)} />
      <Lines title={t('fact.starts')} duties={starts} say={startOf} />
      {after.data.plannedInBreak.map(({ index, field, words }) => (
        <Text size="sm" key={`${index} ${field}`}>
          {inLanguage(words)}
        </Text>
      ))}
    </Paper>
  );

  function startOf({ duty, owedBy, dueWords }: DutyView): string {
    const due = dueWords === null ? '' : ` – ${inLanguage(dueWords)}`;
    return `${inLanguage(duty.title)} (${sideWords(owedBy, institution.name)})${due}`;
  }
}

function Lines(props: {
  readonly title: string;
  readonly duties: readonly DutyView[];
  readonly say: (one: DutyView) => string;
}) {
  if (props.duties.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600}>
        {props.title}
      </Text>
      <List size="sm" mb={4}>
        {props.duties.map((one) => (
          <List.Item key={one.duty.key}>{props.say(one)}</List.Item>
        ))}
      </List>
    </>
  );
}
