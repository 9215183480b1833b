import '@sunbeon/ui/fonts.css';
import { Session } from '@sunbeon/client';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { LetterLinkContext, takeLetterLink } from './resources/exports/letter-link.ts';

const letter = takeLetterLink();
const session = new Session();
void session.start();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LetterLinkContext value={letter}>
        <App session={session} />
      </LetterLinkContext>
    </StrictMode>,
  );
}
