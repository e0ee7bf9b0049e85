/** What every page stands in: colours, data, language, addresses. */
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import 'dayjs/locale/lv';
import {
  MutationCache,
  onlineManager,
  QueryCache,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../requests/request.ts';
import { sayFieldsIn } from './field-words.ts';
import { currentLanguage } from './language.ts';
import { router } from './router.tsx';
import { styleNonce } from './style-nonce.ts';
import { cssVariables, themeSaying } from './theme.ts';

/** Fetched after the first page: what is told before waits for it. */
const Notices = lazy(async () => ({ default: (await import('./notices.tsx')).Notices }));

/** A session that ended is asked for in place; the page below it stays, with what was typed. */
function noticeEnd(error: unknown): void {
  if (error instanceof Refused && endsSession.has(error.problem.code))
    void queries.invalidateQueries({ queryKey: ['entry'] });
}

const endsSession: ReadonlySet<string> = new Set([
  'signInNeeded',
  'secondFactorNeeded',
  'secondFactorSetUpNeeded',
]);

// A page opened without a network hears of one that comes.
onlineManager.setOnline(navigator.onLine);

const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Only what may pass by itself is asked again.
      retry: (failures, error) => navigator.onLine && error instanceof Unreachable && failures < 2,
    },
  },
});

export function App() {
  // Draws everything anew when the language changes.
  const { t } = useTranslation();
  useEffect(() => sayFieldsIn(t), [t]);
  const theme = useMemo(
    () => themeSaying({ calendar: t('shell.calendar', { returnObjects: true }), close: t('shell.close') }),
    [t],
  );
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      <QueryClientProvider client={queries}>
        <DatesProvider settings={{ locale: currentLanguage(), firstDayOfWeek: 1 }}>
          <Suspense>
            <Notices />
          </Suspense>
          <RouterProvider router={router} />
        </DatesProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
