/** The school by class: how many children it concerns, what is open and late, which thresholds wait for a decision. */
import { Anchor, Button, Skeleton, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import {
  type ClassStanding,
  type ClassThreshold,
  classOverviewQuery,
} from '../../requests/class-overview.ts';
import { DecideDialog } from './decide-dialog.tsx';
import classes from './school-page.module.css';

/** Which line is being decided about: the class and threshold as they were when it was opened. */
type Deciding = { readonly className: string; readonly threshold: ClassThreshold };

export function ClassTable() {
  const { t } = useTranslation();
  const { institution } = useSession();
  const { data, error, refetch } = useQuery(classOverviewQuery(institution.id));
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  return (
    <section aria-labelledby="classes">
      <Title order={2} id="classes" mb="xs">
        {t('school.classes')}
      </Title>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && (
        <Skeleton height={120} role="status" aria-label={t('shell.loading')} />
      )}
      {data?.length === 0 && <Text>{t('school.noClasses')}</Text>}
      {data !== undefined && data.length > 0 && (
        <WideTable
          label={t('school.classes')}
          headings={(['class', 'reached', 'learners', 'open', 'late'] as const).map((name) =>
            t(`school.columns.${name}`),
          )}
          width={620}
        >
          {data.map((one) => (
            <ClassRow
              key={one.classId}
              one={one}
              onDecide={(threshold) => setDeciding({ className: one.name, threshold })}
            />
          ))}
        </WideTable>
      )}
      {deciding !== null && <DecideDialog {...deciding} onClose={() => setDeciding(null)} />}
    </section>
  );
}

type RowProps = {
  readonly one: ClassStanding;
  readonly onDecide: (threshold: ClassThreshold) => void;
};

function ClassRow({ one, onDecide }: RowProps) {
  const { t } = useTranslation();
  const { classId } = one;
  const name = classId === null ? t('school.noClass') : one.name;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {classId === null ? (
          name
        ) : (
          <Anchor
            fz="inherit"
            fw={600}
            aria-label={t('school.casesOf', { class: name })}
            renderRoot={(props) => (
              <Link to="/skola" search={{ skats: 'gadijumi', klase: classId }} {...props} />
            )}
          >
            {name}
          </Anchor>
        )}
      </Table.Th>
      <Table.Td>
        {one.thresholds.length === 0 && '–'}
        {one.thresholds.map((threshold) => {
          const words = reachedWords(threshold);
          return (
            <div key={threshold.thresholdId} className={classes.reached}>
              <span>{words}</span>
              <Button
                size="compact-sm"
                variant="light"
                aria-label={t('school.decideOf', { class: name, what: words })}
                onClick={() => onDecide(threshold)}
              >
                {t('school.decide')}
              </Button>
            </div>
          );
        })}
      </Table.Td>
      <Table.Td>{one.learners}</Table.Td>
      <Table.Td>{one.openDuties}</Table.Td>
      <Table.Td>{one.lateDuties}</Table.Td>
    </Table.Tr>
  );

  function reachedWords({ operator, amount, learners: { length: count } }: ClassThreshold): string {
    return t(operator === '>' ? 'school.over' : 'school.atLeast', { count, amount });
  }
}
