import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keptNumbersQuery, type NumberToRing } from '../../offline/at-hand.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { CallButton } from './call-button.tsx';

/** Whom else one may ring: the own school's people, then institutions. Also without a network (R 25). */
export function NumbersScreen() {
  const { t } = useTranslation();
  const { data, isPending } = useQuery(keptNumbersQuery);
  return (
    <Stack gap="md">
      <Title order={1} tabIndex={-1}>
        {t('danger.numbers.title')}
      </Title>
      <CallButton />
      {data == null ? (
        !isPending && <Text>{t('danger.numbers.none')}</Text>
      ) : (
        <>
          <Numbers
            title={t('danger.numbers.own')}
            numbers={data.people.map(({ name, phone, roles }) => ({
              name: [name, ...roles.map(inLanguage)].join(', '),
              phone,
            }))}
          />
          <Numbers title={t('danger.numbers.institutions')} numbers={data.institutions} />
        </>
      )}
    </Stack>
  );
}

function Numbers({ title, numbers }: { readonly title: string; readonly numbers: readonly NumberToRing[] }) {
  if (numbers.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2}>{title}</Title>
      {numbers.map(({ name, phone }) => (
        <Button
          key={`${name} ${phone}`}
          component="a"
          href={`tel:${phone.replaceAll(' ', '')}`}
          variant="default"
          mih={52}
          justify="flex-start"
          ta="left"
          leftSection={<IconPhone size={18} aria-hidden />}
        >
          {name}
          <Text fw={600}>{phone}</Text>
        </Button>
      ))}
    </Stack>
  );
}
