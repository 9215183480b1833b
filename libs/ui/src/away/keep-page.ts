/**
 * Lets this page be loaded anew while the server is away (page-keeper.worker.ts). Browsers do so over https and on the machine
 * itself only; elsewhere nothing is kept, and nothing else changes.
 * @param base path of the app, with a slash at its end
 */
export function keepPage(base: string): void {
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register(`${base}page-keeper.js`, { scope: base }).catch((error: unknown) => {
      console.warn('this page cannot be kept for when the server is away', error);
    });
    // Asked for, or the browser may throw away media and page when its disk gets full.
    void navigator.storage.persist().catch(() => undefined);
  });
}
