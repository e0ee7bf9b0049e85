/** A new concern or case: search first, then what happened, then what it starts, then save. */
import { Anchor, Stack, Tabs, Text, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/may.ts';
import { useSession } from '../../app/session.ts';
import classes from './new-case.module.css';
import { NewCaseForm } from './new-case-form.tsx';
import { RunningForm } from './running-form.tsx';

const route = getRouteApi('/inside/jauns');

export function NewCasePage() {
  const { t } = useTranslation();
  const may = useMay();
  const { izglitojamais, cilne } = route.useSearch();
  const { institution } = useSession();
  const navigate = route.useNavigate();
  const choose = (learnerId: string | undefined) =>
    void navigate({
      search: (before) => {
        const { izglitojamais: _, ...others } = before;
        return learnerId === undefined ? others : { ...others, izglitojamais: learnerId };
      },
      resetScroll: false,
    });
  return (
    <Stack gap="md" className={classes.page}>
      <div>
        <Title order={1}>{t('newCase.title')}</Title>
        <Text size="sm">
          <Anchor component={Link} to="/briesmas" size="sm" c="inherit" underline="always">
            {t('newCase.intro')}
          </Anchor>
        </Text>
      </div>
      {may('openDossier') ? (
        content()
      ) : (
        <div>
          <Text fw={600}>{t('newCase.noRight')}</Text>
          <Text>{t('newCase.noRightText')}</Text>
        </div>
      )}
    </Stack>
  );

  /** Running cases are taken over by the school, by who may look for its learners. */
  function content() {
    const form = <NewCaseForm learnerId={izglitojamais} onChoose={choose} />;
    if (institution.kind !== 'school' || !may('searchLearners')) return form;
    return (
      <Tabs
        value={cilne ?? 'jauns'}
        keepMounted={false}
        onChange={(chosen) =>
          void navigate({
            search: (before) => {
              const { cilne: _, ...others } = before;
              return chosen === 'parnemt' ? { ...others, cilne: 'parnemt' } : others;
            },
          })
        }
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="jauns">{t('newCase.tabs.new')}</Tabs.Tab>
          <Tabs.Tab value="parnemt">{t('newCase.tabs.running')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="jauns">{form}</Tabs.Panel>
        <Tabs.Panel value="parnemt">
          <RunningForm learnerId={izglitojamais} onChoose={choose} />
        </Tabs.Panel>
      </Tabs>
    );
  }
}
