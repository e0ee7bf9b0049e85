import { Alert, Button, Group, List, Text } from '@mantine/core';
import { IconAlertCircle, IconCloudOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../requests/request.ts';

type Props = {
  readonly error: unknown;
  /** Tries once more; without it there is no button. */
  readonly again?: (() => void) | undefined;
};

/** Why something did not work: what is wrong, where, what would be right. Said to screen readers at once. */
export function ProblemNote({ error, again }: Props) {
  const { t } = useTranslation();
  const away = error instanceof Unreachable;
  return (
    <Alert
      role="alert"
      variant="light"
      color={away ? 'gray' : 'yellow'}
      icon={away ? <IconCloudOff /> : <IconAlertCircle />}
      title={titleOf()}
    >
      {away && <Text size="sm">{t('shell.unreachable.text')}</Text>}
      {error instanceof Refused && <Said refused={error} />}
      {!away && !(error instanceof Refused) && <Text size="sm">{t('shell.fault.text')}</Text>}
      {again !== undefined && (
        <Group mt="xs">
          <Button size="xs" variant="default" onClick={again}>
            {t('shell.again')}
          </Button>
        </Group>
      )}
    </Alert>
  );

  function titleOf(): string {
    if (away) return t('shell.unreachable.title');
    return error instanceof Refused ? error.problem.title : t('shell.fault.title');
  }
}

function Said({ refused: { problem } }: { readonly refused: Refused }) {
  const { t } = useTranslation();
  const { detail, errors = [], status, instance } = problem;
  return (
    <>
      {detail !== undefined && <Text size="sm">{detail}</Text>}
      {errors.length > 0 && (
        <List size="sm">
          {errors.map(({ path, message }) => (
            <List.Item key={`${path} ${message}`}>{message}</List.Item>
          ))}
        </List>
      )}
      {status >= 500 && instance !== undefined && (
        <Text size="sm">
          {t('shell.fault.request')}: <code>{instance}</code>
        </Text>
      )}
    </>
  );
}
