import { Button, Group, Kbd, Modal, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TourAgain } from '../parts/tour/tour-again.tsx';

/** Which keys do what. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const keys = [
    [['j', 'k'], t('shell.keys.move')],
    [['Enter'], t('shell.keys.open')],
    [['/'], t('shell.keys.search')],
    [['n'], t('shell.keys.new')],
    [['F8'], t('shell.keys.hide')],
    [['?'], t('shell.keys.help')],
  ] as const;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shell.keys.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <Table>
        <Table.Tbody>
          {keys.map(([names, what]) => (
            <Table.Tr key={what}>
              <Table.Td w={110}>
                {names.map((name) => (
                  <Kbd key={name} mr={4}>
                    {name}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group mt="md">
        <Button component={Link} to="/palidziba" variant="default" onClick={onClose}>
          {t('help.title')}
        </Button>
        <TourAgain onDone={onClose} />
      </Group>
    </Modal>
  );
}
