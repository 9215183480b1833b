import { useTexts } from '@sunbeon/ui';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { ClashDialog, differencesOf } from './clash-dialog.tsx';
import { partTexts } from './part-texts.ts';
import { settingsTexts } from './settings-texts.ts';
import type { Draft } from './use-draft.ts';

interface DraftBarProps<Part> {
  draft: Draft<Part>;
  /** Faults that stand beside their fields: nothing is sent while there are some. */
  faults: number;
  /** The contents in words, name by name: compared with what somebody else saved. */
  facts: (value: Part) => Readonly<Record<string, string>>;
  /** Somebody wanted to save: from now on faults are shown. */
  onTried: () => void;
}

/** Saves what stands in a form, stays in sight, and says what is uncertain. */
export function DraftBar<Part extends object>({ draft, faults, facts, onTried }: DraftBarProps<Part>) {
  const t = useTexts(settingsTexts);
  const part = useTexts(partTexts);
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    onTried();
    if (faults === 0) void draft.save();
  };
  const { theirs } = draft;
  const differences = () => {
    const [mine, others] = [facts(draft.value), facts(theirs ?? draft.value)];
    const names = Object.keys({ ...others, ...mine });
    return differencesOf(Object.fromEntries(names.map((name) => [name, name])), mine, others);
  };
  return (
    <Box sx={bar}>
      <Box role="alert" sx={{ width: '100%' }}>
        {draft.isUnclear && (
          <Alert severity="warning" role="presentation" data-testid="unclear">
            {t('unclear')}
          </Alert>
        )}
        {tried && faults > 0 && (
          <Alert severity="error" role="presentation">
            {t('check_fields')}
          </Alert>
        )}
      </Box>
      <Button variant="contained" disabled={!draft.isDirty || draft.isSaving} onClick={save} data-testid="save">
        {part('save')}
      </Button>
      {draft.isDirty && (
        <>
          <Button onClick={draft.discard} disabled={draft.isSaving}>
            {t('discard')}
          </Button>
          <Typography variant="body2" color="text.secondary">
            {t('unsaved')}
          </Typography>
        </>
      )}
      {theirs && (
        <ClashDialog
          differences={differences()}
          busy={draft.isSaving}
          onKeepMine={() => void draft.keepMine()}
          onKeepTheirs={draft.keepTheirs}
          onClose={draft.closeClash}
        />
      )}
    </Box>
  );
}

const bar = {
  position: 'sticky',
  bottom: 0,
  zIndex: 2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 1,
  py: 1.5,
  bgcolor: 'background.default',
} as const;
