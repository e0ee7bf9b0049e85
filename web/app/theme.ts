/** How it looks: `design.md`, “Visual language”. Calm, one accent, thin borders, no shadows. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

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

export const theme = createTheme({
  colors: { accent, danger },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  autoContrast: true,
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, Consolas, "DejaVu Sans Mono", monospace',
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Titles of notes in the colour of text: a hue that marks a note is too pale to be read.
  components: {
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
    DateInput: { defaultProps: { valueFormat: 'DD.MM.YYYY.' } },
  },
  headings: {
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
});

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
  },
});
