/** What was noticed, an absence, or that a case is opened at once with its level and who leads it. */
import { Checkbox, Group, Input, Radio, Select, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../parts/day-input.tsx';
import { inLanguage } from '../../parts/in-language.ts';
import { wallTimeOf } from '../../parts/riga-time.ts';
import { colleaguesQuery } from '../../requests/directory.ts';
import { vocabularyQuery } from '../../requests/dossiers.ts';
import { type Happened, missingOf, type What, whats } from './first-facts.ts';

type Props = {
  readonly value: Happened;
  readonly onChange: (value: Happened) => void;
  readonly offered: readonly What[];
  readonly tried: boolean;
};

export function HappenedFields({ value, onChange, offered, tried }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(vocabularyQuery);
  const colleagues = useQuery({ ...colleaguesQuery, enabled: value.what === 'case' });
  const put = (part: Partial<Happened>) => onChange({ ...value, ...part });
  const codesOf = (type: string, field: string) =>
    (
      data?.groups
        .flatMap(({ types }) => types)
        .find((one) => one.type === type)
        ?.fields.find(({ name }) => name === field)?.codes ?? []
    ).map(({ code, label }) => ({ value: code, label: inLanguage(label) }));
  const missing = tried ? missingOf(value) : [];
  return (
    <Stack gap="sm">
      {offered.length > 1 && (
        <Radio.Group
          aria-label={t('newCase.what')}
          value={value.what}
          onChange={(chosen) => put({ what: whats.find((one) => one === chosen) ?? value.what })}
        >
          <Stack gap={8}>
            {offered.map((what) => (
              <Radio
                key={what}
                value={what}
                label={t(`newCase.whats.${what}`)}
                description={t(`newCase.whatHints.${what}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {value.what === 'absence' ? (
        <Group gap="md" align="start">
          <DayInput
            label={t('newCase.absentOn')}
            value={value.absentOn}
            required
            withAsterisk={false}
            maxDate={wallTimeOf(new Date()).day}
            onChange={(absentOn) => put({ absentOn })}
            w={180}
          />
          <Radio.Group
            label={t('newCase.absentFor')}
            value={value.absentFor}
            onChange={(chosen) => put({ absentFor: chosen })}
          >
            <Group gap="md" mt={8}>
              {(['day', 'lesson'] as const).map((one) => (
                <Radio key={one} value={one} label={t(`newCase.absentFors.${one}`)} />
              ))}
            </Group>
          </Radio.Group>
        </Group>
      ) : (
        <Select
          label={t('newCase.risk')}
          required
          withAsterisk={false}
          data={codesOf('risk.noticed', 'riskCode')}
          value={value.riskCode === '' ? null : value.riskCode}
          searchable
          nothingFoundMessage={t('fact.notFound')}
          error={missing.includes('riskCode') ? t('fact.needed') : undefined}
          onChange={(code) => put({ riskCode: code ?? '' })}
        />
      )}
      <Textarea
        label={t(value.what === 'absence' ? 'newCase.absenceWords' : 'newCase.words')}
        description={t('fact.wordsHint')}
        autosize
        minRows={3}
        maxLength={20_000}
        value={value.words}
        onChange={(event) => put({ words: event.currentTarget.value })}
      />
      {value.what === 'absence' ? (
        <Checkbox
          label={t('newCase.reasonKnown')}
          checked={value.reasonKnown}
          onChange={(event) => put({ reasonKnown: event.currentTarget.checked })}
        />
      ) : (
        <Checkbox
          label={t('newCase.acute')}
          checked={value.acute}
          onChange={(event) => put({ acute: event.currentTarget.checked })}
        />
      )}
      {value.what === 'case' && (
        <>
          <Input.Wrapper label={t('newCase.level')} labelElement="div">
            <Radio.Group
              aria-label={t('newCase.level')}
              value={value.level}
              onChange={(level) => put({ level })}
            >
              <Group gap="md" mt={4}>
                {codesOf('case.opened', 'level').map(({ value: level, label }) => (
                  <Radio key={level} value={level} label={label} />
                ))}
              </Group>
            </Radio.Group>
          </Input.Wrapper>
          <Select
            label={t('newCase.manager')}
            required
            withAsterisk={false}
            data={(colleagues.data?.colleagues ?? []).map(({ id, displayName, roles }) => ({
              value: id,
              label: [displayName, ...roles.slice(0, 1).map(inLanguage)].join(', '),
            }))}
            value={value.managerId === '' ? null : value.managerId}
            searchable
            nothingFoundMessage={t('fact.notFound')}
            error={missing.includes('managerId') ? t('fact.needed') : undefined}
            onChange={(id) => put({ managerId: id ?? '' })}
          />
        </>
      )}
    </Stack>
  );
}
