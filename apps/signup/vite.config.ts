import { appConfig } from '@sunbeon/ui/vite';

export default appConfig({ app: 'signup', root: import.meta.dirname });
