import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The blue of « En Traitement », also that of actions. */
const relance: MantineColorsTuple = [
  '#eef4ff',
  '#dce7fb',
  '#b4ccf6',
  '#89aef2',
  '#6595ee',
  '#4d85ec',
  '#407deb',
  '#1c5bd9',
  '#1650c4',
  '#0b44ac',
];

/** The name of a dialog or drawer. */
const LAYER_TITLE = { fontSize: '1.0625rem', fontWeight: 650 };

/** One theme: dense, calm, system fonts so that nothing is fetched or shifts. */
export const theme = createTheme({
  primaryColor: 'relance',
  primaryShade: { light: 7, dark: 7 },
  colors: { relance },
  autoContrast: true,
  luminanceThreshold: 0.32,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1.0625rem' }, h3: { fontSize: '0.9375rem' } },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    // The first thing in a menu is its first item: an element that only takes the focus is no menu item.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { centered: true }, styles: { title: LAYER_TITLE } },
    Drawer: { defaultProps: { position: 'right', size: 'md' }, styles: { title: LAYER_TITLE } },
  },
});
