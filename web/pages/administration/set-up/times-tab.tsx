import { Fieldset, Group, NumberInput, Radio, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../app/language.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { inLanguage } from '../../../parts/in-language.ts';
import { sourceWords } from '../../../parts/source-words.ts';
import { TimeInput } from '../../../parts/time-input.tsx';
import type { SetUpDraft } from '../../../requests/set-up.ts';
import { clockTimeOf, clockWords } from '../institutions/clock-time.ts';
import type { TabProps } from './set-up-section.tsx';

const steps = ['head', 'waitingSide', 'propose'] as const;

/** Working time, escalation, the day the product began, and who needs a second factor. */
export function TimesTab({ setUp, draft, change }: TabProps) {
  const { t } = useTranslation();
  const { workingHours, escalation } = draft;
  const hours = (side: 'from' | 'until', text: string) => {
    const time = clockTimeOf(text);
    if (time !== null) change({ ...draft, workingHours: { ...workingHours, [side]: time } });
  };
  return (
    <Stack maw={640}>
      <Fieldset legend={t('administration.setUp.calendarLegend')}>
        <Stack>
          <Switch
            label={t('administration.setUp.movedDays')}
            description={t('administration.setUp.movedDaysHint')}
            checked={draft.movedDaysOn}
            onChange={(event) => change({ ...draft, movedDaysOn: event.currentTarget.checked })}
          />
          <Group grow>
            <TimeInput
              label={t('administration.institutions.opens')}
              value={clockWords(workingHours.from)}
              onChange={(time) => hours('from', time)}
            />
            <TimeInput
              label={t('administration.institutions.closes')}
              value={clockWords(workingHours.until)}
              onChange={(time) => hours('until', time)}
            />
          </Group>
          <DayInput
            label={t('administration.setUp.startDate')}
            description={t('administration.setUp.startDateHint')}
            value={draft.startDate ?? ''}
            onChange={(day) => change({ ...draft, startDate: day === '' ? null : day })}
          />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('administration.setUp.escalationLegend')}>
        <Stack>
          {setUp.ladders.map(({ procedureId, title, sources }) => (
            <Text key={procedureId} size="sm">
              {t('administration.setUp.ladderSource', {
                title: inLanguage(title),
                sources: sources.map((source) => sourceWords(source, currentLanguage())).join(' · '),
              })}
            </Text>
          ))}
          {steps.map((step) => (
            <NumberInput
              key={step}
              label={t(`administration.setUp.escalation.${step}`)}
              description={hintOf(step)}
              min={1}
              max={60}
              allowDecimal={false}
              maw={560}
              value={escalation?.[step] ?? ''}
              onChange={(value) => change({ ...draft, escalation: withStep(escalation, step, value) })}
            />
          ))}
          <NumberInput
            label={t('administration.setUp.replyCeiling')}
            description={t('administration.setUp.replyCeilingHint')}
            min={1}
            max={12}
            allowDecimal={false}
            maw={560}
            value={draft.replyCeilingMonths}
            onChange={(value) => {
              if (typeof value === 'number') change({ ...draft, replyCeilingMonths: value });
            }}
          />
        </Stack>
      </Fieldset>
      <Fieldset legend={t('administration.setUp.secondFactorLegend')}>
        <Radio.Group
          value={draft.secondFactor}
          onChange={(value) =>
            change({ ...draft, secondFactor: value === 'everybody' ? 'everybody' : 'whoMust' })
          }
        >
          <Stack gap="xs">
            <Radio value="whoMust" label={t('administration.setUp.secondFactor.whoMust')} />
            <Radio value="everybody" label={t('administration.setUp.secondFactor.everybody')} />
          </Stack>
        </Radio.Group>
      </Fieldset>
    </Stack>
  );

  /** The time of the procedure itself, which holds where the municipality has set none. */
  function hintOf(step: (typeof steps)[number]): string {
    return setUp.ladders
      .map(({ title, [step]: count }) => {
        const words =
          count === undefined
            ? t('administration.setUp.noRung')
            : t('administration.setUp.ladder', { count });
        return setUp.ladders.length === 1 ? words : `${inLanguage(title)} – ${words}`;
      })
      .join('; ');
  }
}

/** Empty fields follow the procedure; where all are empty, there is nothing of one's own. */
function withStep(
  escalation: SetUpDraft['escalation'],
  step: (typeof steps)[number],
  value: number | string,
): SetUpDraft['escalation'] {
  const others = Object.fromEntries(Object.entries(escalation ?? {}).filter(([name]) => name !== step));
  const next = typeof value === 'number' ? { ...others, [step]: value } : others;
  return Object.keys(next).length === 0 ? null : next;
}
