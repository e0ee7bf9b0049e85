import { Button, Group, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '../../parts/field-errors.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { tellDone } from '../../parts/saved.ts';
import { changePassword } from '../../requests/own-account.ts';

export function ChangePassword() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { current: '', password: '', again: '' },
    validate: { again: (again, { password }) => (again === password ? null : t('signIn.choose.differ')) },
  });
  const changing = useMutation({
    mutationFn: changePassword,
    onSuccess: async () => {
      form.reset();
      tellDone(t('settings.password.done'));
      await queries.invalidateQueries({ queryKey: ['own'] });
    },
    onError: (error) => form.setErrors(fieldErrorsOf(error)),
  });
  return (
    <section aria-label={t('settings.password.title')}>
      <form onSubmit={form.onSubmit(({ current, password }) => changing.mutate({ current, password }))}>
        <Stack gap="sm" maw={440}>
          <Title order={2}>{t('settings.password.title')}</Title>
          <PasswordField
            label={t('settings.password.current')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('current')}
          />
          <PasswordField
            label={t('settings.password.next')}
            description={t('signIn.choose.hint')}
            autoComplete="new-password"
            required
            withAsterisk={false}
            {...form.getInputProps('password')}
          />
          <PasswordField
            label={t('signIn.choose.again')}
            autoComplete="new-password"
            required
            withAsterisk={false}
            {...form.getInputProps('again')}
          />
          {changing.error !== null && <ProblemNote error={changing.error} />}
          <Group>
            <Button type="submit" loading={changing.isPending}>
              {t('settings.password.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}
