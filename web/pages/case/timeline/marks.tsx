/** What stands on the timeline: duties as bars, facts as dots, escalations as arrows. */
import type { ReactNode } from 'react';
import { barHeight, type PlacedBar, type PlacedDot, type PlacedTimeline } from './layout.ts';
import classes from './timeline.module.css';
import type { Tone } from './use-marks.ts';

type MarkProps = {
  readonly id: string;
  /** What it says. */
  readonly text: string;
  readonly tabStop: boolean;
  readonly onShow: () => void;
};

function Mark({ id, text, tabStop, onShow, children }: MarkProps & { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has the role of a picture, and says its sentence when it is reached.
    <g
      role="img"
      aria-label={text}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the sentence must be reachable without a mouse.
      tabIndex={tabStop ? 0 : -1}
      data-mark={id}
      className={classes.mark}
      onFocus={onShow}
      onMouseEnter={onShow}
    >
      <title>{text}</title>
      {children}
    </g>
  );
}

export function BarMark({
  bar,
  tone,
  soft,
  ...mark
}: MarkProps & { readonly bar: PlacedBar; readonly tone: Tone; readonly soft: boolean }) {
  const { pieces, late, turns, openEnded, word, y } = bar;
  const x = pieces[0]?.x ?? 0;
  return (
    <Mark {...mark}>
      <text x={x} y={y - 4} className={classes.barWord}>
        {word}
      </text>
      {pieces.map((piece) => (
        <rect
          key={piece.x}
          x={piece.x}
          y={piece.y}
          width={piece.width}
          height={barHeight}
          className={classes.bar}
          data-tone={tone}
          data-open={openEnded || undefined}
        />
      ))}
      {late !== null && (
        <rect
          x={late.x}
          y={late.y}
          width={late.width}
          height={barHeight}
          className={classes.late}
          data-soft={soft || undefined}
          fill={soft ? 'url(#soft-hatch)' : 'url(#late-hatch)'}
        />
      )}
      {turns.map((turn) => (
        <rect
          key={turn.x}
          x={turn.x}
          y={y + barHeight + 1}
          width={turn.width}
          height={3}
          className={classes.turn}
        />
      ))}
    </Mark>
  );
}

export function DotMark({
  dot: { x, y, word },
  tone,
  ...mark
}: MarkProps & { readonly dot: PlacedDot; readonly tone: Tone }) {
  return (
    <Mark {...mark}>
      <circle cx={x} cy={y} r={5} className={classes.dot} data-tone={tone} />
      {word !== null && (
        <text x={x + 9} y={y + 4} className={classes.dotWord}>
          {word}
        </text>
      )}
    </Mark>
  );
}

export function ArrowMark({
  arrow: { x, y1, y2 },
  ...mark
}: MarkProps & { readonly arrow: PlacedTimeline['arrows'][number] }) {
  return (
    <Mark {...mark}>
      <circle cx={x} cy={y1} r={4} className={classes.arrowFoot} />
      <line x1={x} x2={x} y1={y1} y2={y2} className={classes.arrow} markerEnd="url(#arrow-head)" />
    </Mark>
  );
}
