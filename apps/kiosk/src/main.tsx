import '@sunbeon/ui/styles.css';
import './styles/kiosk.css';
import './styles/notices.css';
import './styles/slip.css';
import './styles/promotion.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(<App />);
