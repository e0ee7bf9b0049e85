import { Table } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import classes from './wide-table.module.css';

type Props = {
  readonly label: string;
  /** In the order of the columns; the first one stays in sight. An empty one is of buttons. */
  readonly headings: readonly string[];
  /** Pixels below which the table is moved sideways within its frame. */
  readonly width: number;
  readonly children: ReactNode;
};

/**
 * A table of records. Where the screen is too narrow for it, it moves within its own frame and its first column stays;
 * on a phone each row is a card with the headings beside what they say, and its buttons under them.
 */
export function WideTable({ label, headings, width, children }: Props) {
  const style = {
    '--wide-table-width': `${width}px`,
    ...Object.fromEntries(
      headings.map((text, index) => [
        `--heading-${index + 1}`,
        JSON.stringify(text === '' ? '' : `${text}: `),
      ]),
    ),
  } as CSSProperties;
  return (
    <section className={classes['frame']} aria-label={label} style={style} tabIndex={0}>
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading) =>
              heading === '' ? <Table.Td key="buttons" /> : <Table.Th key={heading}>{heading}</Table.Th>,
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </section>
  );
}
