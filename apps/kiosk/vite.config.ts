import { appConfig } from '@sunbeon/ui/vite';
import { defineConfig } from 'vite';

export default defineConfig(appConfig({ app: 'kiosk', root: import.meta.dirname, keeps: true }));
