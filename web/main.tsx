/** The entry of the browser client. */
import './app/style-nonce.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startLanguage } from './app/language.ts';
import { keepDangerAtHand } from './offline/keep-danger-at-hand.ts';

const root = document.querySelector('#root');
if (root === null) throw new Error('The page has no root');
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
keepDangerAtHand();
