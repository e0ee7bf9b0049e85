import { router } from '../app/router.tsx';

/** Fetches the page of danger before anybody asks for it, and keeps it in this browser for when there is no network. */
export function keepDangerAtHand(): void {
  router.preloadRoute({ to: '/briesmas' }).catch(() => {
    // No network now: the page is fetched when it is opened, or the browser has kept it.
  });
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' }).catch(() => {
    // A browser that keeps nothing: the page works while there is a network.
  });
}
