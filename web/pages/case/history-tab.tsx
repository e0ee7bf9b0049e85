/** What was recorded, newest first, with corrections; and who looked. */
import { Badge, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { momentWords, shortDayWords } from '../../parts/day-words.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { wallTimeOf } from '../../parts/riga-time.ts';
import {
  allFactsQuery,
  type DossierDetail,
  type FactType,
  type RecordedFact,
  vocabularyQuery,
} from '../../requests/dossiers.ts';
import classes from './case-page.module.css';
import { may, mayRecord } from './case-rights.ts';
import { happenedAt, linesOf, type Sayings, type TypesByName, typesByName, withdrawals } from './facts.ts';
import { Looks } from './looks.tsx';
import { useRecording } from './recording.ts';
import { useSayings } from './use-sayings.ts';

export function HistoryTab({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const looks = (may(dossier, 'readAccessLog') || may(dossier, 'printExtract')) && (
    <Looks dossier={dossier} />
  );
  return (
    <Stack gap="lg">
      {may(dossier, 'seePreview') ? (
        <Recorded dossier={dossier} />
      ) : (
        <Text c="dimmed">{t('casePage.history.notForYou')}</Text>
      )}
      {looks}
    </Stack>
  );
}

function Recorded({ dossier }: { readonly dossier: DossierDetail }) {
  const { t } = useTranslation();
  const facts = useQuery(allFactsQuery(dossier.id));
  const vocabulary = useQuery(vocabularyQuery);
  const say = useSayings(dossier);
  const error = facts.error ?? vocabulary.error;
  if (error !== null) return <ProblemNote error={error} again={() => void facts.refetch()} />;
  if (facts.data === undefined || vocabulary.data === undefined) return null;
  const types = typesByName(vocabulary.data);
  const gone = withdrawals(facts.data);
  const shown = facts.data
    .filter(({ event }) => event.type !== 'fact.withdrawn')
    .map((fact) => ({ fact, at: happenedAt(fact, types.get(fact.event.type)) }))
    .toSorted((one, other) =>
      one.at === other.at ? other.fact.event.seq - one.fact.event.seq : one.at < other.at ? 1 : -1,
    );
  return (
    <section aria-labelledby="case-history">
      <Title order={2} size="h4" id="case-history" mb={4}>
        {t('casePage.history.title')}
      </Title>
      {shown.length === 0 && <Text c="dimmed">{t('casePage.history.none')}</Text>}
      <ol className={classes.list}>
        {shown.map(({ fact, at }) => (
          <Entry
            key={fact.event.id}
            fact={fact}
            at={at}
            type={types.get(fact.event.type)}
            types={types}
            withdrawal={gone.get(fact.event.id)}
            dossier={dossier}
            say={say}
          />
        ))}
      </ol>
    </section>
  );
}

/** Others act upon these already, or their words are under a key of their own: they are withdrawn, and recorded anew. */
const onceSent = ['referral.', 'danger.', 'evaluation.', 'correction.'] as const;

type EntryProps = {
  readonly fact: RecordedFact;
  readonly at: string;
  readonly type: FactType | undefined;
  readonly types: TypesByName;
  readonly withdrawal: RecordedFact | undefined;
  readonly dossier: DossierDetail;
  readonly say: Sayings;
};

function Entry({ fact, at, type, types, withdrawal, dossier, say }: EntryProps) {
  const { t } = useTranslation();
  const { account } = useSession();
  const record = useRecording();
  const { event, words, byName, institutionName } = fact;
  const title = type === undefined ? event.type : inLanguage(type.title);
  const when = at.length === 10 ? shortDayWords(at) : momentWords(at);
  const later = wallTimeOf(new Date(event.recordedAt)).day !== wallTimeOf(new Date(event.occurredAt)).day;
  const lines = linesOf(fact, type, say);
  const withdrawable =
    withdrawal === undefined &&
    type?.byHand === true &&
    (may(dossier, 'manageCase') || event.by === account.personId);
  const correctable =
    withdrawable &&
    type !== undefined &&
    mayRecord(dossier, type) &&
    !onceSent.some((start) => event.type.startsWith(start));
  return (
    <li className={classes.entry} data-withdrawn={withdrawal !== undefined || undefined}>
      <div className={classes.entryWhen}>{when}</div>
      <div className={classes.entryText}>
        <Text component="span" fw={600} size="sm" td={withdrawal === undefined ? undefined : 'line-through'}>
          {title}
        </Text>
        {withdrawal !== undefined && (
          <Badge variant="outline" color="gray" ml={6} c="inherit">
            {t('casePage.history.withdrawn')}
          </Badge>
        )}
        {lines.length > 0 && (
          <dl className={classes.lines}>
            {lines.map(({ label, text }) => (
              <div key={label}>
                <dt>{label}:</dt> <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        {words !== null && <p className={classes.words}>{words}</p>}
        <Text size="xs" c="dimmed">
          {t('casePage.history.by', {
            who: [byName, institutionName].filter((name) => name !== null && name !== '').join(', '),
          })}
          {later && `; ${t('casePage.history.recordedLater', { when: momentWords(event.recordedAt) })}`}
        </Text>
        {withdrawal !== undefined && (
          <Text size="xs" c="dimmed">
            {[
              t('casePage.history.withdrawn'),
              momentWords(withdrawal.event.occurredAt),
              withdrawal.byName ?? withdrawal.institutionName,
              ...linesOf(withdrawal, types.get('fact.withdrawn'), say).map(({ text }) => text),
              withdrawal.words ?? '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
        )}
      </div>
      {correctable && (
        <Button
          size="compact-xs"
          variant="subtle"
          className="no-print"
          aria-label={t('casePage.history.correctOf', { what: title, day: when })}
          onClick={() =>
            record({
              type: event.type,
              corrects: fact,
              about: `${title}, ${when}`,
              title: t('casePage.history.correctTitle'),
            })
          }
        >
          {t('casePage.history.correct')}
        </Button>
      )}
      {withdrawable && (
        <Button
          size="compact-xs"
          variant="subtle"
          className="no-print"
          aria-label={t('casePage.history.withdrawOf', { what: title, day: when })}
          onClick={() =>
            record({ type: 'fact.withdrawn', known: { eventId: event.id }, about: `${title}, ${when}` })
          }
        >
          {t('casePage.history.withdraw')}
        </Button>
      )}
    </li>
  );
}
