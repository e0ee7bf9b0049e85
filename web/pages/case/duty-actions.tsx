/** What may be done about a duty: the usual way as a button, all others in a menu beside it. */
import { ActionIcon, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptanceBefore } from '../../parts/accept-first.ts';
import { DutyButton } from '../../parts/duty-row.tsx';
import { inLanguage } from '../../parts/in-language.ts';
import type { FactToAsk } from '../../parts/record-fact/record-fact.tsx';
import { HandDuty, TakingItems, useTakingActs } from '../../parts/taking.tsx';
import {
  answeredElsewhere,
  isOnDangerPage,
  postponementOf,
  waysToSettle,
} from '../../parts/ways-to-settle.ts';
import { type DossierDetail, vocabularyQuery } from '../../requests/dossiers.ts';
import type { DutyView } from '../../requests/duties.ts';
import { may, mayRecord } from './case-rights.ts';
import { typesByName } from './facts.ts';
import { useRecording } from './recording.ts';

type Props = {
  readonly view: DutyView;
  /** The person owes it, and may therefore record what settles, postpones or waives it. */
  readonly mine: boolean;
  readonly dossier: DossierDetail;
};

type Offer = { readonly label: string; readonly asked: Omit<FactToAsk, 'dossierId'> };

export function DutyActions(props: Props) {
  const { t } = useTranslation();
  const record = useRecording();
  const navigate = useNavigate();
  const taking = useTakingActs(props.view);
  const [handing, setHanding] = useState(false);
  const { data } = useQuery(vocabularyQuery);
  if (data === undefined) return null;
  const { duty } = props.view;
  const title = inLanguage(duty.title);
  const types = typesByName(data);
  const about = title;
  const settling: readonly Offer[] = waysToSettle(duty).flatMap((way) => {
    const type = types.get(way.type);
    if (type === undefined || !type.byHand || !(props.mine || mayRecord(props.dossier, type))) return [];
    return [
      {
        label: inLanguage(type.act),
        asked: {
          type: way.type,
          known: way.data,
          settles: [duty.key],
          about,
          ...(way.type === 'reply.reported' ? answeredElsewhere : {}),
        },
      },
    ];
  });
  const confirming: readonly Offer[] = duty.held
    ? [
        { label: t('casePage.duties.isAnswer'), asked: confirmed(true) },
        { label: t('casePage.duties.isNotAnswer'), asked: confirmed(false) },
      ]
    : [];
  const before = props.mine ? acceptanceBefore(props.view) : null;
  const accepting: readonly Offer[] =
    before === null
      ? []
      : [
          {
            label: t(before.isLetter ? 'inbox.acts.acceptLetter' : 'inbox.acts.accept'),
            asked: before.asked,
          },
        ];
  const [asked, ...more] = [
    ...(may(props.dossier, 'recordWork') ? confirming : []),
    ...accepting,
    ...settling,
  ];
  // What others owe may be recorded here as well, but is not what this person is to press.
  const first = props.mine || duty.held ? asked : undefined;
  const others = first === undefined && asked !== undefined ? [asked, ...more] : more;
  const further = putOff(props, {
    postpone: duty.takenOver ? t('casePage.duties.setDay') : t('casePage.duties.postpone'),
    waive: t('casePage.duties.waive'),
    askAll: t('casePage.duties.askAll'),
    account: t('casePage.duties.account'),
  });
  if (first === undefined && further.length === 0 && taking.acts.length === 0) return null;
  const begin = (next: Offer['asked']) => {
    if (isOnDangerPage(next.type)) void navigate({ to: '/briesmas', search: { lieta: props.dossier.id } });
    else record(next);
  };
  return (
    <Group gap={4} wrap="nowrap" className="no-print">
      {first !== undefined && <DutyButton onClick={() => begin(first.asked)}>{first.label}</DutyButton>}
      {(others.length > 0 || further.length > 0 || taking.acts.length > 0) && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" size="md" aria-label={t('casePage.duties.otherWays', { title })}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((offer) => (
              <Item key={offer.label} offer={offer} record={record} />
            ))}
            {others.length > 0 && further.length > 0 && <Menu.Divider />}
            {further.map((offer) => (
              <Item key={offer.label} offer={offer} record={record} />
            ))}
            <TakingItems {...taking} onHand={() => setHanding(true)} />
          </Menu.Dropdown>
        </Menu>
      )}
      {handing && <HandDuty view={props.view} onClose={() => setHanding(false)} />}
    </Group>
  );

  function confirmed(isAnswer: boolean): Offer['asked'] {
    return { type: 'mailReply.confirmed', known: { dutyKey: duty.key, isAnswer }, about };
  }
}

function Item({
  offer,
  record,
}: {
  readonly offer: Offer;
  readonly record: (asked: Offer['asked']) => void;
}) {
  return <Menu.Item onClick={() => record(offer.asked)}>{offer.label}</Menu.Item>;
}

/** Putting off, dropping, asking around, the own account: whatever does not settle it by being done. */
function putOff(
  { view: { duty }, mine, dossier }: Props,
  words: Readonly<Record<'postpone' | 'waive' | 'askAll' | 'account', string>>,
): readonly Offer[] {
  const known = { dutyKey: duty.key };
  const about = inLanguage(duty.title);
  const decides = mine || may(dossier, 'manageCase');
  // What a danger asks for is not put off and not dropped by a menu (rules of conduct 1, 2).
  const movable = decides && !duty.danger;
  const postponed = postponementOf(duty, mine);
  return [
    ...(movable && postponed !== null
      ? [{ label: words.postpone, asked: { ...postponed, about, title: words.postpone } }]
      : []),
    ...(movable ? [{ label: words.waive, asked: { type: 'duty.waived', known, about } }] : []),
    ...(!mine && may(dossier, 'recordWork') && duty.kind === 'reply'
      ? [{ label: words.askAll, asked: { type: 'answer.asked', known, about } }]
      : []),
    ...(mine && duty.owedBy.party === 'institution'
      ? [{ label: words.account, asked: { type: 'account.added', known, about } }]
      : []),
  ];
}
