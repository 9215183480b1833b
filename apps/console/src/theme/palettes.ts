/**
 * KRDS colours by role, for MUI, which reckons with colours and cannot take CSS variables. palettes.spec.ts holds them
 * against tokens.css and dark.css of libs/ui.
 */
export const lightColours = {
  ground: '#ffffff',
  surface: '#f4f5f6',
  'surface-strong': '#e6e8ea',
  line: '#cdd1d5',
  'line-strong': '#6d7882',
  text: '#1e2124',
  'text-subtle': '#464c53',
  primary: '#256ef4',
  'primary-strong': '#0b50d0',
  'primary-soft': '#ecf2fe',
  'on-primary': '#ffffff',
  success: '#228738',
  'success-soft': '#eaf6ec',
  information: '#096ab3',
  'information-soft': '#e7f4fe',
  warning: '#8a5c00',
  'warning-soft': '#fff3db',
  danger: '#bd2c0f',
  'danger-soft': '#fdefec',
  focus: '#052561',
} as const;

export type Colours = Readonly<Record<keyof typeof lightColours, string>>;

export const darkColours: Colours = {
  ground: '#131416',
  surface: '#1e2124',
  'surface-strong': '#33363d',
  line: '#464c53',
  'line-strong': '#8a949e',
  text: '#f4f5f6',
  'text-subtle': '#b1b8be',
  primary: '#86aff9',
  'primary-strong': '#86aff9',
  'primary-soft': '#05235c',
  'on-primary': '#131416',
  success: '#7ec88e',
  'success-soft': '#12301a',
  information: '#6cbbf5',
  'information-soft': '#06283f',
  warning: '#ffb724',
  'warning-soft': '#342400',
  danger: '#f48771',
  'danger-soft': '#40110a',
  focus: '#d8e5fd',
};
