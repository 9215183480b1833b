import '@sunbeon/ui/styles.css';
import './styles/display.css';
import './styles/counter.css';
import './styles/hall.css';
import './styles/layout.css';
import { createRoot } from 'react-dom/client';
import { keepPage } from '@sunbeon/ui';
import { App } from './app.tsx';
import { isPreview } from './preview.tsx';
import { watchPage } from './device/watchdog.ts';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
watchPage();
if (import.meta.env.PROD && !isPreview) keepPage(import.meta.env.BASE_URL);
createRoot(root).render(<App />);
