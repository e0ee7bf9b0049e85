/** The ten answers hanging longest, each with its cause and what would unblock it (rules of conduct 27). */
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { HowTo } from '../../parts/how-to.tsx';
import { inLanguage } from '../../parts/in-language.ts';
import type { Board } from '../../requests/board.ts';
import classes from './board-page.module.css';
import { shortDay } from './board-words.ts';
import { CorrectionButton } from './correction-button.tsx';
import { Download } from './download.tsx';

type Line = Board['hanging'][number];

/** Not printed: with single duties beside them, hidden numbers of the report could be counted. */
export function HangingList({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="board-hanging" className="no-print">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="board-hanging">
          {t('board.hanging.title')}
        </Title>
        <Download part="hanging" what={t('board.hanging.title')} />
      </Group>
      {board.hanging.length === 0 ? (
        <Stack gap={4}>
          <Text>{t('board.hanging.none')}</Text>
          <HowTo page="kavejumi" />
        </Stack>
      ) : (
        <ol className={classes.hanging}>
          {board.hanging.map((line) => (
            <HangingLine key={`${line.dossierId} ${line.dutyKey}`} line={line} today={board.asOf} />
          ))}
        </ol>
      )}
    </section>
  );
}

function HangingLine({ line, today }: { readonly line: Line; readonly today: string }) {
  const { t } = useTranslation();
  const { ball } = line;
  return (
    <li className={classes.line}>
      <div>
        <Anchor component={Link} to={`/lietas/${line.dossierId}`} fw={600} size="sm" c="inherit">
          {inLanguage(line.title)}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t('duty.case', { number: line.caseNumber })}
        </Text>
      </div>
      <div>
        <Text size="sm">{t('board.hanging.owes', { who: line.owedBy.name })}</Text>
        <Text size="sm" c="dimmed">
          {t('board.hanging.waits', { who: line.owedTo.map(({ name }) => name).join('; ') })}
        </Text>
      </div>
      <div>
        <Text size="sm" fw={600}>
          {t('board.hanging.past', { count: line.daysLate, day: shortDay(line.dueOn, today) })}
        </Text>
        <Text size="sm">{inLanguage(line.latenessWord)}</Text>
        <Text size="sm" c="dimmed">
          {t('duty.ball.both', {
            count: ball.owingDays + ball.waitingDays,
            owing: ball.owingDays,
            waiting: ball.waitingDays,
          })}
        </Text>
      </div>
      <div>
        <Text size="sm" fw={600}>
          {t(`board.cause.${line.cause}`)}
        </Text>
        <Text size="sm">{t(`board.unblock.${line.cause}`)}</Text>
        <CorrectionButton
          dossierId={line.dossierId}
          dutyKey={line.dutyKey}
          caseNumber={line.caseNumber}
          title={inLanguage(line.title)}
        />
      </div>
    </li>
  );
}
