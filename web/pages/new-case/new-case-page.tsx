/** A new concern or case: search first, then what happened, then what it starts, then save. */
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/may.ts';
import classes from './new-case.module.css';
import { NewCaseForm } from './new-case-form.tsx';

const route = getRouteApi('/inside/jauns');

export function NewCasePage() {
  const { t } = useTranslation();
  const may = useMay();
  const { izglitojamais } = route.useSearch();
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
        <NewCaseForm learnerId={izglitojamais} onChoose={choose} />
      ) : (
        <div>
          <Text fw={600}>{t('newCase.noRight')}</Text>
          <Text>{t('newCase.noRightText')}</Text>
        </div>
      )}
    </Stack>
  );
}
