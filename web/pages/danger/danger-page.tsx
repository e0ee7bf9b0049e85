/**
 * A child is in danger (issue 5, screen 3): 110 first, never behind a form, also without a session or a network; then
 * whom else to tell, one question at a time; then the record, and what is still to be told.
 */
import { Center, Loader } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DangerFrame } from './danger-frame.tsx';
import { useDangerState } from './danger-state.ts';
import { FirstScreen } from './first-screen.tsx';
import { NumbersScreen } from './numbers-screen.tsx';
import { nextQuestion } from './questions.ts';
import { ReplyScreen } from './reply-screen.tsx';
import { ResultScreen } from './result-screen.tsx';
import { SightScreen } from './sight-screen.tsx';
import { WaitingScreen } from './waiting-screen.tsx';

/** Needs a network and a session; the rest of the page must not wait for it. */
const RecordScreen = lazy(async () => ({
  default: (await import('./record/record-screen.tsx')).RecordScreen,
}));
const ToldOfDossier = lazy(async () => ({
  default: (await import('./record/record-screen.tsx')).ToldOfDossier,
}));

export function DangerPage() {
  const { t } = useTranslation();
  const { state, dossierId, go } = useDangerState();
  const question = state?.screen === 'answers' ? nextQuestion(state.answers) : null;
  const shown =
    dossierId ?? (state?.screen === 'answers' ? (question ?? 'result') : (state?.screen ?? 'first'));
  const content = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  // Whoever listens to the page hears each new screen from its heading on.
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    window.scrollTo(0, 0);
    content.current?.querySelector('h1')?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <DangerFrame callOnTop={shown !== 'first'}>
      <div ref={content}>
        <Suspense
          fallback={
            <Center mih={200}>
              <Loader aria-label={t('shell.loading')} />
            </Center>
          }
        >
          {screen()}
        </Suspense>
      </div>
    </DangerFrame>
  );

  function screen() {
    if (dossierId !== undefined) return <ToldOfDossier dossierId={dossierId} />;
    const numbers = () => go({ screen: 'numbers' });
    if (state === undefined) return <FirstScreen ask={() => go({ screen: 'sight' })} numbers={numbers} />;
    if (state.screen === 'numbers') return <NumbersScreen />;
    if (state.screen === 'sight')
      return <SightScreen choose={(sight) => go({ screen: 'answers', answers: { sight, replies: {} } })} />;
    const { answers } = state;
    if (state.screen === 'record')
      return <RecordScreen answers={answers} wait={() => go({ screen: 'waiting', answers })} />;
    if (state.screen === 'waiting') return <WaitingScreen tell={() => go({ screen: 'answers', answers })} />;
    if (question === null)
      return (
        <ResultScreen
          answers={answers}
          numbers={numbers}
          record={() => go({ screen: 'record', answers })}
          again={() => go(undefined)}
        />
      );
    const replies = answers.replies;
    return (
      <ReplyScreen
        name={question}
        reply={(reply) =>
          go({ screen: 'answers', answers: { ...answers, replies: { ...replies, [question]: reply } } })
        }
      />
    );
  }
}
