import { appConfig } from '@sunbeon/ui/vite';

// Emotion, which MUI stands on, writes its styles into the page: they carry the nonce of the page's policy.
export default appConfig({ app: 'console', root: import.meta.dirname, nonce: true });
