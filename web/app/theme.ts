/** How it looks: `design.md`, “Visual language”. Calm, one accent, thin borders, no shadows. */
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import { typedDay } from '../parts/typed-day.ts';
import type { Texts } from '../texts/texts.ts';
import classes from './theme.module.css';

/** Deep green-blue; white text on shades 6 and darker has a contrast of 5.9 and more. */
const accent: MantineColorsTuple = [
  '#e8f4f3',
  '#d2e7e5',
  '#a5cfcb',
  '#75b5af',
  '#4c9e97',
  '#2b857d',
  '#0f665e',
  '#0c564f',
  '#084741',
  '#033a35',
];

/** Of danger to a child, and of nothing else. */
const danger: MantineColorsTuple = [
  '#fdeceb',
  '#f8d3d1',
  '#efa6a2',
  '#e57770',
  '#dc5048',
  '#c9372e',
  '#b3261e',
  '#981d16',
  '#7d1610',
  '#620f0a',
];

const theme = createTheme({
  colors: { accent, danger },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  autoContrast: true,
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, Consolas, "DejaVu Sans Mono", monospace',
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
});

/** The theme with what its parts say by themselves, in the language of the page. */
export function themeSaying({
  calendar,
  close,
}: Pick<Texts['shell'], 'calendar' | 'close'>): MantineThemeOverride {
  return {
    ...theme,
    components: {
      // Titles of notes in the colour of text: a hue that marks a note is too pale to be read.
      Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
      Button: { classNames: { root: classes['button'] ?? '', label: classes['buttonLabel'] ?? '' } },
      DateInput: {
        defaultProps: {
          valueFormat: 'DD.MM.YYYY.',
          dateParser: typedDay,
          ariaLabels: calendar,
          classNames: { day: classes['day'] },
        },
      },
      // Its place for the first focus is a child that a menu may not have.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
      // The list itself scrolls: a part of it that did would be a stop for the keyboard.
      Select: {
        defaultProps: { withScrollArea: false },
        styles: { options: { maxHeight: 240, overflowY: 'auto' } },
      },
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } },
    },
  };
}

/** Soft text with a contrast of 7 and more, errors that can be read when small; the library's own have 3.3. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-error': '#9a2a1f',
  },
  dark: {
    '--mantine-color-dimmed': '#b8b8b8',
    '--mantine-color-placeholder': '#a0a0a0',
    '--mantine-color-error': '#ff9c90',
    // Links stand on chosen rows and in notes too, which are lighter than the page.
    '--mantine-color-anchor': accent[3],
  },
});
