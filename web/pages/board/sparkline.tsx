import { useTranslation } from 'react-i18next';
import classes from './board-page.module.css';
import { shortMonth } from './board-words.ts';

type Props = {
  /** Whole per cent in time; null where too few fell due to be shown. */
  readonly shares: readonly (number | null)[];
  /** Of the shares, as “2026-11”. */
  readonly months: readonly string[];
};

const bar = 6;
const step = 8;
const height = 22;

/**
 * Twelve months at a glance: what came in time stands full, the rest of the month is hatched, a month that may not be
 * shown is a dot. The same in words for those who do not see it.
 */
export function Sparkline({ shares, months }: Props) {
  const { t } = useTranslation();
  const shown = shares.flatMap((share, index) =>
    share === null ? [] : [`${shortMonth(months[index] ?? '')} ${share}%`],
  );
  const words =
    shown.length === 0 ? t('board.sparkline.none') : t('board.sparkline.words', { months: shown.join(', ') });
  const width = shares.length * step;
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className={classes.sparkline}
    >
      <title>{words}</title>
      {shares.map((share, index) => (
        <Month key={months[index]} share={share} at={index * step} />
      ))}
    </svg>
  );
}

function Month({ share, at }: { readonly share: number | null; readonly at: number }) {
  if (share === null) return <circle cx={at + bar / 2} cy={height - 2} r={1} className={classes.unknown} />;
  const full = (share * height) / 100;
  const over = height - full;
  const lines = Array.from({ length: Math.floor(over / 4) }, (_, index) => 4 * index + 3);
  return (
    <>
      {lines.map((y) => (
        <path key={y} d={`M${at} ${y}l${bar} -3`} className={classes.hatch} />
      ))}
      <rect x={at} y={over} width={bar} height={full} />
    </>
  );
}
