import { Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { WideTable } from '../../../parts/wide-table.tsx';
import { type Leave, leaveQuery, staffQuery } from '../../../requests/staff.ts';
import { useStretchWords } from '../stretch-words.ts';
import { ChooseInstitution, useInstitution } from '../use-institution.tsx';
import { chainOf } from './chain-of.ts';
import { type Ending, EndLeave } from './end-leave.tsx';
import classes from './leave.module.css';
import { LeaveForm, type LeaveStart } from './leave-form.tsx';

export function LeaveSection() {
  const { t } = useTranslation();
  const place = useInstitution();
  const leave = useQuery(leaveQuery(place.id));
  const staff = useQuery(staffQuery(place.id));
  const [start, setStart] = useState<LeaveStart | null>(null);
  const [ending, setEnding] = useState<Ending | null>(null);
  const people = staff.data ?? [];
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const nameOf = (id: string) => names.get(id) ?? t('administration.leave.elsewhere');
  const error = leave.error ?? staff.error;
  const again = () => void Promise.all([leave.refetch(), staff.refetch()]);
  return (
    <Stack>
      <Group align="flex-end" justify="space-between">
        <ChooseInstitution />
        <Group ml="auto">
          <Button variant="default" onClick={() => setStart({ kind: 'substitute' })}>
            {t('administration.leave.addSubstitute')}
          </Button>
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setStart({ kind: 'absence' })}
          >
            {t('administration.leave.addAbsence')}
          </Button>
        </Group>
      </Group>
      <Text size="sm">{t('administration.leave.text')}</Text>
      {error !== null && <ProblemNote error={error} again={again} />}
      {leave.data === undefined || staff.data === undefined ? (
        error === null && <Skeleton height={200} aria-label={t('shell.loading')} />
      ) : (
        <Lines leave={leave.data} nameOf={nameOf} name={setStart} end={setEnding} />
      )}
      {start !== null && leave.data !== undefined && (
        <LeaveForm
          key={`${start.kind} ${start.personId ?? ''}`}
          place={place}
          people={people}
          leave={leave.data}
          start={start}
          close={() => setStart(null)}
          goOn={setStart}
        />
      )}
      {ending !== null && <EndLeave ending={ending} close={() => setEnding(null)} />}
    </Stack>
  );
}

type LinesProps = {
  readonly leave: Leave;
  readonly nameOf: (id: string) => string;
  readonly name: (start: LeaveStart) => void;
  readonly end: (ending: Ending) => void;
};

function Lines({ leave, nameOf, name, end }: LinesProps) {
  const { t } = useTranslation();
  const stretchWords = useStretchWords();
  return (
    <>
      <Title order={2}>{t('administration.leave.absences')}</Title>
      {leave.absences.length === 0 ? (
        <Text>{t('administration.leave.noAbsences')}</Text>
      ) : (
        <WideTable
          label={t('administration.leave.absences')}
          width={640}
          headings={[
            t('administration.name'),
            t('administration.leave.days'),
            t('administration.leave.standsIn'),
            '',
          ]}
        >
          {leave.absences.map((absence) => {
            const chain = chainOf(absence, leave);
            return (
              <Table.Tr key={absence.id}>
                <Table.Td>{nameOf(absence.personId)}</Table.Td>
                <Table.Td>{stretchWords(absence)}</Table.Td>
                <Table.Td>
                  {chain.length === 0 ? (
                    <Group gap="xs">
                      <span className={classes['missing']}>
                        <IconAlertTriangle size={16} aria-hidden /> {t('administration.leave.nobody')}
                      </span>
                      <Button
                        size="compact-sm"
                        aria-label={t('administration.leave.nameOneFor', { name: nameOf(absence.personId) })}
                        onClick={() => name({ kind: 'substitute', ...absence })}
                      >
                        {t('administration.leave.nameOne')}
                      </Button>
                    </Group>
                  ) : (
                    <span className={classes['chain']}>
                      {chain.map((id, index) => (
                        <span key={id} className={classes['link']}>
                          {index > 0 && (
                            <IconArrowRight size={16} aria-label={t('administration.leave.passesOn')} />
                          )}
                          {nameOf(id)}
                        </span>
                      ))}
                    </span>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('administration.leave.endAbsenceOf', { name: nameOf(absence.personId) })}
                    onClick={() => end({ list: 'absences', id: absence.id, who: nameOf(absence.personId) })}
                  >
                    {t('administration.end')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </WideTable>
      )}
      <Title order={2}>{t('administration.leave.substitutes')}</Title>
      {leave.substitutes.length === 0 ? (
        <Text>{t('administration.leave.noSubstitutes')}</Text>
      ) : (
        <WideTable
          label={t('administration.leave.substitutes')}
          width={640}
          headings={[
            t('administration.leave.absent'),
            t('administration.leave.substitute'),
            t('administration.leave.days'),
            '',
          ]}
        >
          {leave.substitutes.map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td>{nameOf(line.personId)}</Table.Td>
              <Table.Td>{nameOf(line.substituteId)}</Table.Td>
              <Table.Td>{stretchWords(line)}</Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('administration.leave.endSubstituteOf', { name: nameOf(line.personId) })}
                  onClick={() => end({ list: 'substitutes', id: line.id, who: nameOf(line.substituteId) })}
                >
                  {t('administration.end')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </WideTable>
      )}
    </>
  );
}
