import { Button, Radio, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DangerRecipient } from '../../../../contracts/danger.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { WhenInput } from '../../../parts/record-fact/when-input.tsx';
import { momentOf, wallTimeOf } from '../../../parts/riga-time.ts';
import classes from '../danger-page.module.css';
import type { Telling } from '../tellings.ts';
import { TakenBy, useTakenByWords } from './taken-by.tsx';
import { useDangerWrite } from './use-danger-write.ts';

type Props = { readonly dossierId: string; readonly telling: Telling; readonly close: () => void };

/** The product itself reports to nobody, so it is no way of reporting. */
const ways = ['phone', 'inPerson', 'eAddress', 'recordSystem', 'email', 'paper'] as const;

/** Whom somebody told, how, when, and who took it. Nothing is chosen beforehand but what there is one of. */
export function ToldForm({ dossierId, telling, close }: Props) {
  const { t } = useTranslation();
  const { options } = telling.route;
  const recipients = [...new Set(options.map(({ to }) => to))];
  const [to, setTo] = useState<DangerRecipient | undefined>(
    recipients.length === 1 ? recipients[0] : undefined,
  );
  const [channel, setChannel] = useState<string>();
  const [when, setWhen] = useState(() => wallTimeOf(new Date()));
  const [takenBy, setTakenBy] = useState('');
  const [tried, setTried] = useState(false);
  const wordsOf = useTakenByWords();
  const writing = useDangerWrite(dossierId, close);
  const channels = to === 'statePolice' ? (['call110', ...ways] as const) : ways;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (to === undefined || channel === undefined) return;
    const toldAt = momentOf(when);
    writing.mutate(
      telling.dangerIds.map((dangerId) => ({
        type: 'danger.reported',
        occurredAt: toldAt,
        ...wordsOf(takenBy),
        data: { dangerId, recipientKindCode: to, channelCode: channel, toldAt },
      })),
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {recipients.length > 1 && (
          <Radio.Group
            label={t('danger.told.whom')}
            value={to ?? ''}
            onChange={(value) => setTo(value as DangerRecipient)}
            error={tried && to === undefined ? t('danger.record.needed') : undefined}
          >
            <Stack gap={4} mt={4}>
              {recipients.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`danger.recipient.${one}`)}
                  classNames={{ body: classes.radio }}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Radio.Group
          label={t('danger.told.how')}
          value={channel ?? ''}
          onChange={setChannel}
          error={tried && channel === undefined ? t('danger.record.needed') : undefined}
        >
          <Stack gap={4} mt={4}>
            {channels.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`danger.told.channel.${one}`)}
                classNames={{ body: classes.radio }}
              />
            ))}
          </Stack>
        </Radio.Group>
        <WhenInput value={when} onChange={setWhen} />
        <TakenBy label={t('danger.told.takenBy')} value={takenBy} onChange={setTakenBy} />
        {writing.error !== null && <ProblemNote error={writing.error} />}
        <Button type="submit" h={48} loading={writing.isPending}>
          {t('danger.told.save')}
        </Button>
        <Button variant="default" h={48} onClick={close}>
          {t('shell.cancel')}
        </Button>
      </Stack>
    </form>
  );
}
