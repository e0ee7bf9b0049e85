import { useTranslation } from 'react-i18next';
import { Dialog } from '../parts/dialog.tsx';
import { SearchBox } from './search-box.tsx';

export function PhoneSearchDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened onClose={onClose} title={t('shell.search')} yOffset="1dvh">
      <SearchBox data-autofocus onChosen={onClose} />
    </Dialog>
  );
}
