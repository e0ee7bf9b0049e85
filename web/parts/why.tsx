import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DutyView } from '../requests/duties.ts';
import { inLanguage } from './in-language.ts';

/** Why a date is what it is: the counted explanation, its force and source (design, principle 3). */
export function Why({ view }: { readonly view: DutyView }) {
  const { t } = useTranslation();
  const { duty, explanation, ball, schoolBreak } = view;
  const days = ball.owingDays + ball.waitingDays;
  return (
    <Stack gap={2} fz="sm">
      <Text size="sm">{inLanguage(explanation)}</Text>
      {schoolBreak !== null && <Text size="sm">{inLanguage(schoolBreak.words)}</Text>}
      <Text size="sm" c="dimmed">
        {t('duty.force')}: {t(`duty.actForce.${duty.force.act}`)},{' '}
        {t(`duty.termForce.${duty.force.term ?? 'none'}`)}. {t('duty.source')}: {duty.sources.join('; ')}
      </Text>
      {ball.waitingDays > 0 && (
        <Text size="sm" c="dimmed">
          {t('duty.ball.both', { count: days, owing: ball.owingDays, waiting: ball.waitingDays })}
        </Text>
      )}
    </Stack>
  );
}
