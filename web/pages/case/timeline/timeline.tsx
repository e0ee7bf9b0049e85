/** The timeline of a case, drawn to scale: whose turn it is, and since when (design, “The case timeline”). */
import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../app/language.ts';
import { shortDayWords } from '../../../parts/day-words.ts';
import { calendarQuery } from '../../../requests/calendar.ts';
import { daysFrom, placeTimeline, plusDays } from './layout.ts';
import { Legend } from './legend.tsx';
import { ArrowMark, BarMark, DotMark } from './marks.tsx';
import classes from './timeline.module.css';
import type { Marks } from './use-marks.ts';

/** Most days that the calendar is asked for at once. */
const mostDays = 400;

export function Timeline({ marks }: { readonly marks: Marks }) {
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const bounds = placeTimeline({ ...marks, free: [], width: 1000 });
  const first =
    daysFrom(bounds.from, bounds.until) < mostDays ? bounds.from : plusDays(bounds.until, 1 - mostDays);
  const calendar = useQuery(calendarQuery(first, bounds.until));
  const free = (calendar.data?.days ?? []).filter(({ working }) => !working).map(({ day }) => day);
  const placed = placeTimeline({ ...marks, free, width: Math.max(300, width - 2) });
  const { todayX } = placed;
  useEffect(() => {
    const box = scroll.current;
    if (box !== null) box.scrollLeft = todayX - box.clientWidth * 0.7;
  }, [todayX]);

  const texts = new Map(marks.sentences.map(({ key, text }) => [key, text] as const));
  const order = marks.sentences.map(({ key }) => key);
  const entry = active ?? order.at(-1);
  const common = (key: string) => ({
    id: key,
    text: texts.get(key) ?? '',
    tabStop: key === entry,
    onShow: () => setActive(key),
  });
  const barInfo = new Map(marks.bars.map((bar) => [bar.key, bar] as const));
  const dotInfo = new Map(marks.dots.map((dot) => [dot.key, dot] as const));
  return (
    <div className={classes.frame}>
      <div className={classes.chart}>
        <div className={classes.names} style={{ height: placed.height }} aria-hidden>
          {placed.rows.map(({ name, y, height }) => (
            <div key={name} className={classes.name} style={{ top: y, height }}>
              {name}
            </div>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse must be able to scroll it. */}
        <div
          ref={scroll}
          className={classes.scroll}
          tabIndex={0}
          role="group"
          aria-label={t('casePage.line.title')}
        >
          <div ref={ref} className={classes.measure} />
          <svg
            width={placed.width}
            height={placed.height}
            role="group"
            aria-label={t('casePage.line.title')}
            onKeyDown={move}
          >
            <defs>
              <pattern
                id="late-hatch"
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="6" height="6" className={classes.hatchGround} />
                <line x1="0" y1="0" x2="0" y2="6" className={classes.hatchLine} />
              </pattern>
              <pattern
                id="soft-hatch"
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="6" height="6" className={classes.hatchGround} />
                <line x1="0" y1="0" x2="0" y2="6" className={classes.softLine} />
              </pattern>
              <marker id="arrow-head" markerWidth="8" markerHeight="8" refX="6" refY="4" orient="auto">
                <path d="M0 0 L8 4 L0 8 z" className={classes.arrowHead} />
              </marker>
            </defs>
            {placed.shades.map(({ x, width: wide }) => (
              <rect key={x} x={x} y={0} width={wide} height={placed.height} className={classes.shade} />
            ))}
            {placed.rows.map(({ name, y }) => (
              <line key={name} x1={0} x2={placed.width} y1={y} y2={y} className={classes.rule} />
            ))}
            {placed.ticks.map(({ day, x, month }) => (
              <g key={day}>
                <line x1={x} x2={x} y1={month ? 4 : 14} y2={placed.height} className={classes.tick} />
                <text x={x + 3} y={15} className={month ? classes.month : classes.date}>
                  {month ? monthWords(day) : shortDayWords(day)}
                </text>
              </g>
            ))}
            <line x1={todayX} x2={todayX} y1={0} y2={placed.height} className={classes.today} />
            {placed.arrows.map((arrow) => (
              <ArrowMark key={arrow.key} {...common(arrow.key)} arrow={arrow} />
            ))}
            {placed.bars.map((bar) => {
              const info = barInfo.get(bar.key);
              return (
                <BarMark
                  key={bar.key}
                  {...common(bar.key)}
                  bar={bar}
                  tone={info?.tone ?? 'other'}
                  soft={info?.soft ?? false}
                />
              );
            })}
            {placed.dots.map((dot) => (
              <DotMark
                key={dot.key}
                {...common(dot.key)}
                dot={dot}
                tone={dotInfo.get(dot.key)?.tone ?? 'other'}
              />
            ))}
            <text x={todayX + 4} y={placed.height - 4} className={classes.todayWord}>
              {t('casePage.line.today')}
            </text>
          </svg>
        </div>
      </div>
      <Text size="sm" className={classes.said}>
        {(active === null ? undefined : texts.get(active)) ?? t('casePage.line.hint')}
      </Text>
      <Legend />
    </div>
  );

  /** One stop for the tab key; from mark to mark by arrows, in the order of time. */
  function move(event: KeyboardEvent<SVGSVGElement>) {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const here = order.indexOf(active ?? '');
    const next = order[Math.min(order.length - 1, Math.max(0, here + step))];
    if (next === undefined) return;
    const marked = [...event.currentTarget.querySelectorAll<SVGGElement>('[data-mark]')];
    marked.find((one) => one.dataset['mark'] === next)?.focus();
  }
}

function monthWords(day: string): string {
  return new Intl.DateTimeFormat(currentLanguage() === 'lv' ? 'lv-LV' : 'en-GB', {
    timeZone: 'UTC',
    month: 'long',
  }).format(new Date(`${day}T00:00:00Z`));
}
