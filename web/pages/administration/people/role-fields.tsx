import { NativeSelect, Select, SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roleWords } from '../../../../contracts/office.ts';
import { DayInput } from '../../../parts/day-input.tsx';
import { inLanguage } from '../../../parts/in-language.ts';
import { ownDirectoryQuery, type RoleToGive } from '../../../requests/staff.ts';
import type { KeptPlace } from '../use-institution.tsx';

export type RoleValues = {
  role: RoleToGive['role'] | '';
  from: string;
  until: string;
  memberOf: string;
  composition: 'large' | 'small' | 'both';
};

export const noRole: RoleValues = { role: '', from: '', until: '', memberOf: '', composition: 'both' };

type GivenRole = RoleToGive['role'];

const atSchools: readonly GivenRole[] = [
  'classTeacher',
  'teacher',
  'supportStaff',
  'socialPedagogue',
  'specialist',
  'principal',
  'administration',
  'authorisedPerson',
  'onCall',
  'attendanceContact',
  'administrator',
  'dataProtectionOfficer',
];
const elsewhere: readonly GivenRole[] = [
  'specialist',
  'socialWorker',
  'familyAssistant',
  'staff',
  'secretary',
  'head',
  'onCall',
  'supportCoordinator',
  'juvenileContact',
  'administrator',
  'dataProtectionOfficer',
];

/** The roles that are usual there come first; every other one can be given as well. */
function roleChoices(kind: KeptPlace['kind'], usual: string, other: string) {
  const first = kind === 'school' ? atSchools : elsewhere;
  const rest = (kind === 'school' ? elsewhere : atSchools).filter((role) => !first.includes(role));
  const choices = (list: readonly GivenRole[]) =>
    list.map((role) => ({ value: role, label: inLanguage(roleWords[role]) }));
  return [
    { group: usual, items: choices(first) },
    { group: other, items: choices(rest) },
  ];
}

/** As the API takes it: what is left empty is left out. */
export function roleBody(
  { role, from, until, memberOf, composition }: RoleValues,
  place: KeptPlace,
): RoleToGive {
  return {
    institutionId: place.id,
    role: role as GivenRole,
    ...(from === '' ? {} : { from }),
    ...(until === '' ? {} : { until }),
    ...(memberOf === '' ? {} : { memberOf, composition }),
  };
}

type Props = {
  readonly form: Pick<UseFormReturnType<{ role: RoleValues }>, 'key' | 'getInputProps'>;
  readonly place: KeptPlace;
};

export function RoleFields({ form, place }: Props) {
  const { t } = useTranslation();
  const inGroup = place.kind === 'cooperationGroup';
  const { data: directory = [] } = useQuery({ ...ownDirectoryQuery, enabled: inGroup });
  return (
    <>
      <Select
        label={t('administration.people.role')}
        data={roleChoices(
          place.kind,
          t('administration.people.usualRoles'),
          t('administration.people.otherRoles'),
        )}
        searchable
        allowDeselect={false}
        required
        withAsterisk={false}
        nothingFoundMessage={t('administration.nothingFound')}
        key={form.key('role.role')}
        {...form.getInputProps('role.role')}
      />
      {inGroup && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Select
            label={t('administration.people.memberOf')}
            data={directory
              .filter(({ id }) => id !== place.id)
              .map(({ id, name }) => ({ value: id, label: name }))}
            searchable
            clearable
            key={form.key('role.memberOf')}
            {...form.getInputProps('role.memberOf')}
          />
          <NativeSelect
            label={t('administration.people.composition')}
            data={(['both', 'large', 'small'] as const).map((value) => ({
              value,
              label: t(`administration.people.compositions.${value}`),
            }))}
            key={form.key('role.composition')}
            {...form.getInputProps('role.composition')}
          />
        </SimpleGrid>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayInput
          label={t('administration.from')}
          description={t('administration.fromHint')}
          key={form.key('role.from')}
          {...form.getInputProps('role.from')}
        />
        <DayInput
          label={t('administration.until')}
          description={t('administration.untilHint')}
          key={form.key('role.until')}
          {...form.getInputProps('role.until')}
        />
      </SimpleGrid>
    </>
  );
}
