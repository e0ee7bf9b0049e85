import { Button } from '@mantine/core';
import classes from './row-button.module.css';

type Props = {
  readonly label: string;
  /** The label with what it is about, for who does not see the row. */
  readonly name: string;
  readonly loading?: boolean;
  readonly onClick: () => void;
};

/** What may be done at once about a row of a list, within its line of text. */
export function RowButton({ label, name, loading = false, onClick }: Props) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      flex="none"
      fz="inherit"
      className={classes.button}
      aria-label={name}
      loading={loading}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}
