import { useTexts } from '@sunbeon/ui';
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
} from '@mui/material';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { partTexts } from './part-texts.ts';

export interface Answers {
  readonly reason: string;
  readonly password: string;
  readonly typed: string;
}

interface AskDialogProps {
  title: string;
  /** What will happen, and what stays. */
  says: ReactNode;
  go: string;
  danger?: boolean;
  /** Asks for a reason, which goes into the audit. */
  reason?: boolean;
  /** Asks for the person's own password once more. */
  password?: boolean;
  /** Must be typed letter by letter; the label says what. */
  typed?: { label: string; text: string };
  busy?: boolean;
  /** Why it was refused. */
  fault?: string | null;
  children?: ReactNode;
  onGo: (answers: Answers) => void;
  onClose: () => void;
}

/** Asks once more before something is done that others feel; the safe way out has the focus when it is dangerous. */
export function AskDialog(props: AskDialogProps) {
  const { title, says, go, danger = false, busy = false, onGo, onClose } = props;
  const t = useTexts(partTexts);
  const id = useId();
  const [answers, setAnswers] = useState<Answers>({ reason: '', password: '', typed: '' });
  const [tried, setTried] = useState(false);
  const short = props.reason === true && answers.reason.trim().length < 5;
  const lacking =
    (props.password === true && answers.password === '') || (props.typed && answers.typed !== props.typed.text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (!short && !lacking && !busy) onGo({ ...answers, reason: answers.reason.trim() });
  };
  const field = (name: keyof Answers) => ({
    name,
    value: answers[name],
    fullWidth: true,
    onChange: (event: { target: { value: string } }) => setAnswers((now) => ({ ...now, [name]: event.target.value })),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={id} component="h2">
          {title}
        </DialogTitle>
        <DialogContent>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, pt: 0.5 }}>
            <Typography component="div">{says}</Typography>
            {props.children}
            {props.reason && (
              <TextField
                {...field('reason')}
                label={t('reason')}
                multiline
                minRows={2}
                autoFocus
                required
                error={tried && short}
                helperText={tried && short ? t('reason_short') : t('reason_help')}
                slotProps={{ htmlInput: { maxLength: 300 } }}
              />
            )}
            {props.typed && (
              <TextField
                {...field('typed')}
                label={props.typed.label}
                required
                error={tried && answers.typed !== props.typed.text}
              />
            )}
            {props.password && (
              <TextField
                {...field('password')}
                label={t('password')}
                type="password"
                autoComplete="current-password"
                required
                error={tried && answers.password === ''}
              />
            )}
          </Box>
          <Box role="alert" data-testid="ask-fault">
            {props.fault && (
              <Alert severity="error" role="presentation" sx={{ mt: 2 }}>
                {props.fault}
              </Alert>
            )}
          </Box>
        </DialogContent>
        <DialogActions sx={{ p: 2 }}>
          <Button onClick={onClose} autoFocus={danger && !props.reason}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={danger ? 'error' : 'primary'}
            disabled={busy}
            data-testid="ask-go"
          >
            {go}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
