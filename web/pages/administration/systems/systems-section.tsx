/** Tokens of other systems: made, seen, revoked. A token is told once. */
import {
  Alert,
  Button,
  Checkbox,
  Code,
  CopyButton,
  Group,
  NumberInput,
  Skeleton,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf, dayWords, momentWords } from '../../../parts/day-words.ts';
import { fieldErrorsOf } from '../../../parts/field-errors.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useKeptMantineForm } from '../../../parts/use-kept-typing.tsx';
import { WideTable } from '../../../parts/wide-table.tsx';
import {
  type ApiToken,
  makeToken,
  type NewApiToken,
  revokeToken,
  scopes,
  tokensQuery,
} from '../../../requests/systems.ts';

export function SystemsSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(tokensQuery);
  return (
    <Stack>
      <Text size="sm">{t('systems.text')}</Text>
      {error !== null && <ProblemNote error={error} again={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={120} aria-label={t('shell.loading')} />}
      {data?.length === 0 && <Text>{t('systems.none')}</Text>}
      {data !== undefined && data.length > 0 && <Tokens tokens={data} />}
      <NewToken />
    </Stack>
  );
}

function Tokens({ tokens }: { readonly tokens: readonly ApiToken[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const revoking = useMutation({
    mutationFn: revokeToken,
    onSuccess: () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
  return (
    <>
      {revoking.error !== null && <ProblemNote error={revoking.error} />}
      <WideTable
        label={t('systems.tokens')}
        headings={[t('systems.name'), t('systems.scopes'), t('systems.used'), t('systems.until'), '']}
        width={760}
      >
        {tokens.map((token) => (
          <Table.Tr key={token.id}>
            <Table.Th scope="row">
              {token.name}
              <Text size="sm" c="dimmed">
                {token.prefix}…
              </Text>
            </Table.Th>
            <Table.Td>
              {token.scopes.map((scope) => (
                <Text key={scope} size="sm">
                  {scopeWords(scope)}
                </Text>
              ))}
            </Table.Td>
            <Table.Td>
              {token.lastUsedAt === null ? t('systems.never') : momentWords(token.lastUsedAt)}
            </Table.Td>
            <Table.Td>
              {token.revokedAt === null
                ? dayWords(dayOf(new Date(token.expiresAt)))
                : t('systems.revoked', { day: dayWords(dayOf(new Date(token.revokedAt))) })}
            </Table.Td>
            <Table.Td ta="right">
              {token.revokedAt === null && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('systems.revokeOf', { name: token.name })}
                  loading={revoking.isPending && revoking.variables === token.id}
                  onClick={() => revoking.mutate(token.id)}
                >
                  {t('systems.revoke')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
    </>
  );

  function scopeWords(code: string): string {
    const known = scopes.find(({ scope }) => scope === code);
    return known === undefined ? code : t(`systems.scope.${known.name}`);
  }
}

function NewToken() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm<{ name: string; scopes: NewApiToken['scopes']; days: number }>({
    initialValues: { name: '', scopes: [], days: 365 },
    validate: {
      name: (name) => (name.trim() === '' ? t('fact.needed') : null),
      scopes: (chosen) => (chosen.length === 0 ? t('fact.needed') : null),
    },
  });
  const { note } = useKeptMantineForm('api-token', form);
  const making = useMutation({
    mutationFn: makeToken,
    onSuccess: async () => {
      form.reset();
      await queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <section aria-labelledby="new-token">
      <form onSubmit={form.onSubmit((values) => making.mutate(values))} noValidate>
        <Stack gap="sm" maw={560}>
          <Title order={2} id="new-token">
            {t('systems.make')}
          </Title>
          {making.data !== undefined && <Told token={making.data.token} />}
          {note}
          <TextInput
            label={t('systems.name')}
            description={t('systems.nameHint')}
            required
            withAsterisk={false}
            {...form.getInputProps('name')}
          />
          <Checkbox.Group label={t('systems.scopes')} {...form.getInputProps('scopes')}>
            <Stack gap={6} mt={4}>
              {scopes.map(({ scope, name }) => (
                <Checkbox key={scope} value={scope} label={t(`systems.scope.${name}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <NumberInput
            label={t('systems.days')}
            min={1}
            max={365}
            maw={160}
            allowDecimal={false}
            {...form.getInputProps('days')}
          />
          {making.error !== null && <ProblemNote error={making.error} />}
          <Group>
            <Button type="submit" loading={making.isPending}>
              {t('systems.makeSubmit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}

/** The only time that the token is shown. */
function Told({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  return (
    <Alert color="gray" variant="light" title={t('systems.told')} role="status">
      <Stack gap="xs">
        <Text size="sm">{t('systems.toldText')}</Text>
        <Code block>{token}</Code>
        <Group>
          <CopyButton value={token}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {t(copied ? 'systems.copied' : 'systems.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Stack>
    </Alert>
  );
}
