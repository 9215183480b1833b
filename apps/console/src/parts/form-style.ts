/** Forms: one column of fields, as wide as they are read well, with air between them. */
export const formStyle = {
  maxWidth: 640,
  '& > .MuiStack-root': { gap: 1, alignItems: 'stretch' },
  '& > .MuiStack-root > .MuiFormControl-root': { width: '100%' },
} as const;
