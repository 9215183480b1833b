import type { RaThemeOptions } from 'react-admin';
import { FieldRoot } from './field-root.tsx';
import { darkColours, lightColours, type Colours } from './palettes.ts';

const font =
  "'Pretendard GOV', 'Noto Sans KR', 'Noto Sans CJK KR', 'Malgun Gothic', 'Apple SD Gothic Neo', system-ui, sans-serif";

/** Dense and calm: one ground, thin lines, no shadows, two weights, figures of one width. */
function themeOf(mode: 'light' | 'dark', colours: Colours): RaThemeOptions {
  return {
    palette: { mode, ...paletteOf(colours) },
    shape: { borderRadius: 6 },
    spacing: 8,
    sidebar: { width: 216, closedWidth: 52 },
    typography: typographyOf(),
    components: componentsOf(colours),
  };
}

function paletteOf(c: Colours): RaThemeOptions['palette'] {
  const tone = (main: string, light: string) => ({ main, light, dark: main, contrastText: c['on-primary'] });
  return {
    primary: { main: c['primary-strong'], light: c.primary, dark: c['primary-strong'], contrastText: c['on-primary'] },
    secondary: { main: c['primary-strong'], contrastText: c['on-primary'] },
    success: tone(c.success, c['success-soft']),
    info: tone(c.information, c['information-soft']),
    warning: tone(c.warning, c['warning-soft']),
    error: tone(c.danger, c['danger-soft']),
    background: { default: c.surface, paper: c.ground },
    text: { primary: c.text, secondary: c['text-subtle'], disabled: c['text-subtle'] },
    divider: c.line,
    bulkActionsToolbarBackgroundColor: c['primary-soft'],
  };
}

function typographyOf(): RaThemeOptions['typography'] {
  const strong = { fontWeight: 700 };
  return {
    fontFamily: font,
    fontSize: 15,
    fontWeightMedium: 700,
    h1: { ...strong, fontSize: '1.5rem', lineHeight: 1.3 },
    h2: { ...strong, fontSize: '1.125rem', lineHeight: 1.4 },
    h3: { ...strong, fontSize: '1rem', lineHeight: 1.4 },
    h6: { ...strong, fontSize: '1.0625rem' },
    button: { textTransform: 'none', fontWeight: 700 },
    caption: { fontSize: '0.8125rem' },
  };
}

function componentsOf(c: Colours): RaThemeOptions['components'] {
  const edge = `1px solid ${c.line}`;
  return {
    // react-admin's spinner of the bar has no name; the theme is one for both languages.
    MuiCircularProgress: { defaultProps: { 'aria-label': '불러오는 중 / Loading' } },
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontVariantNumeric: 'tabular-nums', wordBreak: 'keep-all', overflowWrap: 'anywhere' },
        ':focus-visible': { outline: `3px solid ${c.focus}`, outlineOffset: '2px' },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { animationDuration: '0s !important', transitionDuration: '0s !important' },
        },
      },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' }, elevation1: { border: edge, boxShadow: 'none' } },
    },
    MuiAppBar: {
      styleOverrides: { root: { backgroundColor: c.ground, color: c.text, borderBottom: edge, boxShadow: 'none' } },
    },
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { minHeight: 36 } } },
    MuiChip: { styleOverrides: { root: { fontWeight: 700 } } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', slots: { root: FieldRoot } } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small' } },
    MuiOutlinedInput: { styleOverrides: { notchedOutline: { borderColor: c['line-strong'] } } },
    MuiTableCell: {
      styleOverrides: {
        root: { borderColor: c.line },
        head: { fontWeight: 700, color: c['text-subtle'], backgroundColor: c.surface, whiteSpace: 'nowrap' },
      },
    },
    MuiTooltip: { defaultProps: { arrow: true } },
    MuiAlert: {
      styleOverrides: { message: { overflowWrap: 'anywhere' } },
      variants: alerts.map(([severity, soft, strong]) => ({
        props: { severity },
        style: { color: c.text, backgroundColor: c[soft], '& .MuiAlert-icon': { color: c[strong] } },
      })),
    },
    // A table wider than its place is moved sideways by itself, not the page with it.
    RaDataTable: { styleOverrides: { root: { '& .RaDataTable-tableWrapper': { overflowX: 'auto' } } } },
    RaList: { styleOverrides: { root: { minWidth: 0, '& .RaList-content': { minWidth: 0 } } } },
    RaMenuItemLink: {
      styleOverrides: {
        root: {
          minHeight: 40,
          borderInlineStart: '4px solid transparent',
          color: c.text,
          '&.RaMenuItemLink-active': {
            borderInlineStartColor: c['primary-strong'],
            backgroundColor: c['primary-soft'],
            color: c.text,
            fontWeight: 700,
          },
        },
      },
    },
    RaLayout: {
      styleOverrides: { root: { minWidth: 0, '& .RaLayout-content': { padding: '16px 16px 48px', minWidth: 0 } } },
    },
  };
}

const alerts = [
  ['success', 'success-soft', 'success'],
  ['info', 'information-soft', 'information'],
  ['warning', 'warning-soft', 'warning'],
  ['error', 'danger-soft', 'danger'],
] as const;

export const lightTheme = themeOf('light', lightColours);
export const darkTheme = themeOf('dark', darkColours);
