import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OwnSession } from '../../../contracts/sign-in.ts';
import { useMay } from '../../app/may.ts';
import { useSession } from '../../app/session.ts';
import { institutionsQuery } from '../../requests/staff.ts';

export type KeptPlace = Pick<OwnSession['institutions'][number], 'id' | 'name' | 'kind'>;

/** Whose people are shown: one's own institution; administrators of a municipality may choose another one. */
export function useInstitution(): KeptPlace {
  const { institution } = useSession();
  const { iestade } = useSearch({ strict: false });
  const { data = [] } = useQuery({ ...institutionsQuery, enabled: useMay()('manageInstitutions') });
  return data.find(({ id }) => id === iestade) ?? institution;
}

/** The choice, for those who have one. */
export function ChooseInstitution() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const own = useSession().institution;
  const chosen = useInstitution();
  const mayChoose = useMay()('manageInstitutions');
  const { data = [] } = useQuery({ ...institutionsQuery, enabled: mayChoose });
  if (!mayChoose) return null;
  return (
    <Select
      label={t('administration.institution')}
      data={data.map(({ id, name }) => ({ value: id, label: name }))}
      value={chosen.id}
      searchable
      allowDeselect={false}
      w={{ base: '100%', xs: 320 }}
      onChange={(id) =>
        void navigate({ to: '.', search: id === own.id || id === null ? {} : { iestade: id } })
      }
    />
  );
}
