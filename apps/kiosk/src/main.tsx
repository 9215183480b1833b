import '@sunbeon/ui/styles.css';
import './styles/kiosk.css';
import './styles/notices.css';
import './styles/slip.css';
import './styles/promotion.css';
import { createRoot } from 'react-dom/client';
import { keepPage } from '@sunbeon/ui';
import { App } from './app.tsx';
import { isPreview } from './preview.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
if (import.meta.env.PROD && !isPreview) keepPage(import.meta.env.BASE_URL);
createRoot(root).render(<App />);
