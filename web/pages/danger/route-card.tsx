import { Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconClock, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportRoute } from '../../../contracts/danger.ts';
import { currentLanguage } from '../../app/language.ts';
import { inLanguage } from '../../parts/in-language.ts';
import { sourceWords } from '../../parts/source-words.ts';
import { CallButton } from './call-button.tsx';
import classes from './danger-page.module.css';

type Props = { readonly route: ReportRoute; readonly children?: ReactNode };

/** One report to make: to whom, how, by when, why; any one of its ways is enough. */
export function RouteCard({ route, children }: Props) {
  const { t } = useTranslation();
  const { options, text, source } = route;
  return (
    <Paper withBorder p="md" component="li" className={classes.route}>
      <Stack gap="xs">
        <Urgency route={route} />
        <Title order={2}>{inLanguage(text)}</Title>
        {options.some(({ channel }) => channel === 'call110') && <CallButton small />}
        {options.length > 1 && (
          <>
            <Text>{t('danger.result.oneOf')}</Text>
            <List spacing={4}>
              {options.map(({ to, channel }) => (
                <List.Item key={`${to} ${channel}`}>
                  {t(`danger.recipient.${to}`)}, {t(`danger.way.${channel}`)}
                </List.Item>
              ))}
            </List>
          </>
        )}
        {options.some(({ channel }) => channel === 'inWriting') && <Text>{t('danger.result.write')}</Text>}
        {options.some(({ passesCrimeTo }) => passesCrimeTo !== undefined) && (
          <Text>{t('danger.result.passesCrime')}</Text>
        )}
        <Text size="sm" c="dimmed">
          {t('danger.source')}: {sourceWords(source, currentLanguage())}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}

function Urgency({ route: { binding, when } }: { readonly route: ReportRoute }) {
  const { t } = useTranslation();
  const [colour, Icon, words] =
    binding === 'recommended'
      ? (['gray', IconInfoCircle, 'danger.result.recommended'] as const)
      : when === 'immediately'
        ? (['danger', IconAlertTriangle, 'danger.result.now'] as const)
        : (['accent', IconClock, 'danger.result.today'] as const);
  return (
    <Group>
      <Badge
        color={colour}
        variant={binding === 'recommended' ? 'default' : 'filled'}
        size="lg"
        tt="none"
        leftSection={<Icon size={16} aria-hidden />}
      >
        {t(words)}
      </Badge>
    </Group>
  );
}
