/** What is owed in the case, open ones first, and every way to settle each (design, principle 4). */
import { Button, Collapse, Group, Text, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shortDayWords } from '../../parts/day-words.ts';
import { DutyRow } from '../../parts/duty-row.tsx';
import { inLanguage } from '../../parts/in-language.ts';
import type { DossierDetail } from '../../requests/dossiers.ts';
import type { DutyView } from '../../requests/duties.ts';
import classes from './case-page.module.css';
import { may } from './case-rights.ts';
import { DutyActions } from './duty-actions.tsx';
import { useRecording } from './recording.ts';

type Props = {
  readonly dossier: DossierDetail;
  readonly duties: readonly DutyView[];
  readonly ownKeys: readonly string[];
};

export function DutiesOfCase({ dossier, duties, ownKeys }: Props) {
  const { t } = useTranslation();
  const [opened, { toggle }] = useDisclosure(false);
  const open = duties.filter(({ duty }) => duty.settled === null).toSorted(byUrgency);
  const settled = duties
    .filter(({ duty }) => duty.settled !== null)
    .toSorted((one, other) => ((one.duty.settled?.at ?? '') > (other.duty.settled?.at ?? '') ? -1 : 1));
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <section aria-labelledby="case-duties">
      <Title order={2} size="h4" id="case-duties">
        {t('casePage.duties.title')}
      </Title>
      {open.length === 0 ? (
        <Text size="sm" py="xs">
          {t('casePage.duties.none')}{' '}
          <Text span c="dimmed" className="no-print">
            {t('casePage.duties.noneHint')}
          </Text>
        </Text>
      ) : (
        <ul className={classes.list}>
          {open.some(({ status }) => status === 'takenOver') && (
            <Text component="li" size="sm" c="dimmed" className={classes.hint}>
              {t('casePage.duties.takenOver')}
            </Text>
          )}
          {open.map((view) => {
            const mine = ownKeys.includes(view.duty.key);
            return (
              <DutyRow
                key={view.duty.key}
                view={view}
                other={mine ? 'to' : 'by'}
                inCase
                action={<DutyActions view={view} mine={mine} dossier={dossier} />}
              />
            );
          })}
        </ul>
      )}
      {settled.length > 0 && (
        <>
          <UnstyledButton className={classes.fold} aria-expanded={opened} onClick={toggle}>
            <Chevron size={16} aria-hidden />
            {t('casePage.duties.settled', { count: settled.length })}
          </UnstyledButton>
          <Collapse expanded={opened}>
            {opened && (
              <ul className={classes.list}>
                {settled.map((view) => (
                  <DutyRow
                    key={view.duty.key}
                    view={view}
                    other="by"
                    inCase
                    action={<SettledWords view={view} dossier={dossier} />}
                  />
                ))}
              </ul>
            )}
          </Collapse>
        </>
      )}
    </section>
  );
}

/** When it was settled; and the way back where that was a mistake. */
function SettledWords({ view: { duty }, dossier }: Pick<Props, 'dossier'> & { readonly view: DutyView }) {
  const { t } = useTranslation();
  const record = useRecording();
  const title = inLanguage(duty.title);
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="xs" c="dimmed">
        {duty.settled === null ? '' : shortDayWords(duty.settled.day)}
      </Text>
      {may(dossier, 'manageCase') && dossier.status === 'open' && (
        <Button
          className="no-print"
          size="compact-xs"
          variant="subtle"
          aria-label={t('casePage.duties.reopenOf', { title })}
          onClick={() => record({ type: 'duty.reopened', known: { dutyKey: duty.key }, about: title })}
        >
          {t('casePage.duties.reopen')}
        </Button>
      )}
    </Group>
  );
}

/** Danger first, then by due moment; without a term at the end. */
function byUrgency(one: DutyView, other: DutyView): number {
  if (one.duty.danger !== other.duty.danger) return one.duty.danger ? -1 : 1;
  const [a, b] = [one.duty.due?.at ?? '9', other.duty.due?.at ?? '9'];
  if (a === b) return inLanguage(one.duty.title) < inLanguage(other.duty.title) ? -1 : 1;
  return a < b ? -1 : 1;
}
