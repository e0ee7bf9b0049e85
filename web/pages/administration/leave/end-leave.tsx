import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../parts/day-input.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { fieldErrorsOf } from '../../../parts/field-errors.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { endLeave } from '../../../requests/staff.ts';

export type Ending = {
  readonly list: 'absences' | 'substitutes';
  readonly id: string;
  readonly who: string;
};

/** Ends a leave or a substitution earlier; what has not begun is taken back. */
export function EndLeave({ ending, close }: { readonly ending: Ending; readonly close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [until, setUntil] = useState('');
  const { list, id, who } = ending;
  const act = useAct(endLeave, async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['leave'] }),
      queries.invalidateQueries({ queryKey: ['staff'] }),
    ]);
    close();
  });
  return (
    <Dialog
      opened
      onClose={close}
      title={t(
        list === 'absences' ? 'administration.leave.endAbsence' : 'administration.leave.endSubstitute',
      )}
    >
      <Stack>
        <Text>
          {t(
            list === 'absences'
              ? 'administration.leave.endAbsenceText'
              : 'administration.leave.endSubstituteText',
            {
              name: who,
            },
          )}
        </Text>
        <DayInput
          label={t('administration.lastDay')}
          description={t('administration.lastDayHint')}
          value={until}
          error={fieldErrorsOf(act.error)['until']}
          onChange={setUntil}
        />
        {act.error !== null && <ProblemNote error={act.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('shell.cancel')}
          </Button>
          <Button
            loading={act.isPending}
            onClick={() => act.mutate({ list, id, ...(until === '' ? {} : { until }) })}
          >
            {t('administration.end')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
