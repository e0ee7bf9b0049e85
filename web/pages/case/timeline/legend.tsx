import { useTranslation } from 'react-i18next';
import classes from './timeline.module.css';

/** What the signs of the timeline mean. Drawn with the same patterns, so that colour never stands alone. */
export function Legend() {
  const { t } = useTranslation();
  const signs = [
    {
      word: t('casePage.line.fact'),
      sign: <circle cx={9} cy={7} r={5} className={classes.dot} data-tone="own" />,
    },
    {
      word: t('casePage.line.openDuty'),
      sign: <rect x={0} y={3} width={18} height={8} className={classes.bar} data-tone="own" />,
    },
    {
      word: t('casePage.line.late'),
      sign: <rect x={0} y={3} width={18} height={8} className={classes.late} fill="url(#late-hatch)" />,
    },
    {
      word: t('casePage.line.waits'),
      sign: <rect x={0} y={6} width={18} height={3} className={classes.turn} />,
    },
    {
      word: t('casePage.line.free'),
      sign: <rect x={0} y={0} width={18} height={14} className={classes.shade} />,
    },
  ];
  return (
    <div className={classes.legend} aria-hidden>
      {signs.map(({ word, sign }) => (
        <span key={word}>
          <svg width={18} height={14}>
            {sign}
          </svg>
          {word}
        </span>
      ))}
    </div>
  );
}
