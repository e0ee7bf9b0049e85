/** Before a press: who will be mailed because of it, of what and when; by institution and role (issue 5, screen 6). */
import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WhatIfAnswer } from '../../../contracts/what-if.ts';
import { dayOf, shortDayWords } from '../../parts/day-words.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { dossierQuery, type NewFact, whatIfQuery } from '../../requests/dossiers.ts';

type Props = {
  readonly dossierId: string;
  readonly fact: NewFact;
  /** Title of the duty that is spoken of: not said again. */
  readonly about: string;
};

type Line = WhatIfAnswer['told'][number];

export function WhoIsTold({ dossierId, fact, about }: Props) {
  const { t } = useTranslation();
  const { data: dossier } = useQuery(dossierQuery(dossierId));
  const { data } = useQuery({
    ...whatIfQuery(dossier?.procedureId ?? '', dossier ?? null, [fact]),
    enabled: dossier !== undefined,
  });
  if (data === undefined) return null;
  if (data.told.length === 0) return <Text size="sm">{t('school.toldNobody')}</Text>;
  return (
    <>
      <Text size="sm">{t('school.told')}</Text>
      <List size="sm">
        {[...Map.groupBy(data.told, ({ institutionName }) => institutionName)].map(([name, lines]) => (
          <List.Item key={name}>
            {name} ({wordsOf(lines, ({ role }) => inLanguage(role))}) –{' '}
            {[...Map.groupBy(lines, ({ title }) => inLanguage(title))]
              .map(([title, steps]) => `${title === about ? '' : `${title}: `}${wordsOf(steps, stepWords)}`)
              .join('; ')}
          </List.Item>
        ))}
      </List>
    </>
  );

  function stepWords({ step, at }: Line): string {
    return `${t(`school.steps.${step}`)} ${shortDayWords(dayOf(new Date(at)))}`;
  }
}

/** Each once, in their order. */
function wordsOf(lines: readonly Line[], say: (line: Line) => string): string {
  return [...new Set(lines.map(say))].join(', ');
}
