import { appConfig } from '@sunbeon/ui/vite';

export default appConfig({ app: 'counter', root: import.meta.dirname });
