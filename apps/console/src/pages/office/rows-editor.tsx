import type { LocalText } from '@sunbeon/contract';
import { useTexts } from '@sunbeon/ui';
import Add from '@mui/icons-material/AddOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import DragIndicator from '@mui/icons-material/DragIndicatorOutlined';
import { Box, Button, IconButton, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { moved, OrderButtons } from '../../parts/order-buttons.tsx';
import { Section } from '../../parts/section.tsx';
import type { FactFault } from './office-faults.ts';
import { officeTexts } from './office-texts.ts';
import { TextInputs } from './text-inputs.tsx';

interface Row {
  readonly code: string;
  readonly name: LocalText;
}

interface RowsEditorProps<R extends Row> {
  title: string;
  help: string;
  path: string;
  rows: readonly R[];
  /** Codes that are stored: services and tickets know the row by them, so that they stay. */
  stored: ReadonlySet<string>;
  faults: ReadonlyMap<string, FactFault>;
  proposed: R;
  most: number;
  more?: (row: R, at: number, change: (row: R) => void) => ReactNode;
  onChange: (rows: R[]) => void;
}

/** Things with a code and names, in an order that counts: moved by the mouse, or by buttons. */
export function RowsEditor<R extends Row>(props: RowsEditorProps<R>) {
  const { title, help, path, rows, stored, faults, proposed, most, more, onChange } = props;
  const t = useTexts(officeTexts);
  const [dragged, setDragged] = useState<number | null>(null);
  const set = (at: number) => (row: R) => onChange(rows.map((other, index) => (index === at ? row : other)));
  const move = (from: number, to: number) => onChange(moved(rows, from, to));
  const faultOf = (at: string) => {
    const fault = faults.get(`${path}.${at}`);
    return fault && t(`fault_${fault}`, { from: '1', to: '9999' });
  };
  return (
    <Section
      title={title}
      help={help}
      actions={
        rows.length < most && (
          <Button startIcon={<Add />} onClick={() => onChange([...rows, proposed])}>
            {t('add')}
          </Button>
        )
      }
    >
      <Box
        component="ol"
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}
        data-testid={`rows-${path}`}
      >
        {rows.map((row, at) => {
          const name = row.name.ko || row.code || String(at + 1);
          return (
            <Box
              component="li"
              key={at}
              onDragOver={(event) => {
                if (dragged !== null) event.preventDefault();
              }}
              onDrop={() => {
                if (dragged !== null && dragged !== at) move(dragged, at);
                setDragged(null);
              }}
              sx={{ ...line, opacity: dragged === at ? 0.5 : 1 }}
            >
              <Box
                draggable
                title={t('drag', { name })}
                onDragStart={() => setDragged(at)}
                onDragEnd={() => setDragged(null)}
                sx={{ cursor: 'grab', pt: 1, color: 'text.secondary' }}
              >
                <DragIndicator aria-hidden="true" />
              </Box>
              <TextField
                label={t('code')}
                value={row.code}
                disabled={stored.has(row.code)}
                error={faultOf(`${at}.code`) !== undefined}
                helperText={faultOf(`${at}.code`)}
                onChange={(event) => set(at)({ ...row, code: event.target.value })}
                slotProps={{ htmlInput: { maxLength: 40 } }}
                sx={{ width: 130 }}
              />
              <TextInputs
                label={t('row_name')}
                labelIn={(language) => t('row_name_in', { language })}
                value={row.name}
                fault={faultOf(`${at}.name`)}
                onChange={(text) => set(at)({ ...row, name: text })}
              />
              {more?.(row, at, set(at))}
              <Box sx={{ display: 'flex', ml: 'auto' }}>
                <OrderButtons name={name} at={at} of={rows.length} onMove={(to) => move(at, to)} />
                <IconButton
                  aria-label={t('remove', { name })}
                  onClick={() => onChange(rows.filter((_, index) => index !== at))}
                >
                  <Close fontSize="small" />
                </IconButton>
              </Box>
            </Box>
          );
        })}
      </Box>
    </Section>
  );
}

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  gap: 1,
  pb: 1.5,
  borderBottom: 1,
  borderColor: 'divider',
} as const;
