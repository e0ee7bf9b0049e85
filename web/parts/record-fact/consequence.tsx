import { List, Loader, Paper, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { type NewFact, whatIfQuery } from '../../requests/dossiers.ts';
import { type DutyView, dutiesOfDossier } from '../../requests/duties.ts';
import { Refused } from '../../requests/request.ts';
import { inLanguage } from '../in-language.ts';
import { ProblemNote } from '../problem-note.tsx';
import { sideWords } from '../side-words.ts';

type Props = {
  readonly procedureId: string;
  /** The case in which the facts are recorded; null where one is opened with them. */
  readonly dossier: { readonly id: string; readonly version: number } | null;
  readonly facts: readonly NewFact[];
};

/** Before saving: which duties the facts would settle, and which they would start and until when (design, principle 4). */
export function Consequence({ procedureId, dossier, facts }: Props) {
  const { t } = useTranslation();
  const { institution } = useSession();
  const [asked] = useDebouncedValue(
    JSON.stringify(facts.map((fact) => ({ ...fact, words: undefined }))),
    350,
  );
  const before = useQuery({ ...dutiesOfDossier(dossier?.id ?? ''), enabled: dossier !== null });
  const after = useQuery({
    ...whatIfQuery(procedureId, dossier, JSON.parse(asked) as readonly NewFact[]),
    placeholderData: (earlier) => earlier,
  });
  const known = dossier === null ? [] : before.data;
  if (after.isError) return <Refusal error={after.error} />;
  if (known === undefined) return null;
  if (after.fetchStatus === 'paused') return null;
  if (after.data === undefined) return <Loader size="xs" role="status" aria-label={t('shell.loading')} />;
  const open = new Map(known.filter(({ duty }) => duty.settled === null).map((one) => [one.duty.key, one]));
  // A withdrawal opens again what was settled, and takes away what the withdrawn fact had started.
  const stillOpen = new Set(
    after.data.duties.filter(({ duty }) => duty.settled === null).map(({ duty }) => duty.key),
  );
  const ends = [...open.values()].filter(({ duty }) => !stillOpen.has(duty.key));
  const starts = after.data.duties.filter(({ duty }) => duty.settled === null && !open.has(duty.key));
  return (
    <Paper withBorder p="sm" role="status" aria-label={t('fact.consequence')}>
      <Text size="sm" fw={600}>
        {t('fact.consequence')}
      </Text>
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

/** What would be refused is said before it is sent; anything else that went wrong is no reason not to try. */
function Refusal({ error }: { readonly error: Error }) {
  if (!(error instanceof Refused) || error.problem.status !== 422) return null;
  return <ProblemNote error={error} />;
}

function Lines(props: {
  readonly title: string;
  readonly duties: readonly DutyView[];
  readonly say: (one: DutyView) => string;
}) {
  if (props.duties.length === 0) return null;
  return (
    <>
      <Text size="sm">{props.title}</Text>
      <List size="sm" mb={4}>
        {props.duties.map((one) => (
          <List.Item key={one.duty.key}>{props.say(one)}</List.Item>
        ))}
      </List>
    </>
  );
}
