/**
 * A child is in danger (issue 5, screen 3): 110 first, never behind a form, also without a session or a network; then
 * whom else to tell, one question at a time.
 */
import { useEffect, useRef } from 'react';
import { DangerFrame } from './danger-frame.tsx';
import { useDangerState } from './danger-state.ts';
import { FirstScreen } from './first-screen.tsx';
import { nextQuestion } from './questions.ts';
import { ReplyScreen } from './reply-screen.tsx';
import { ResultScreen } from './result-screen.tsx';
import { SightScreen } from './sight-screen.tsx';

export function DangerPage() {
  const { state, go } = useDangerState();
  const question = state?.screen === 'answers' ? nextQuestion(state.answers) : null;
  const shown = state === undefined ? 'first' : state.screen === 'sight' ? 'sight' : (question ?? 'result');
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
        {state === undefined && <FirstScreen ask={() => go({ screen: 'sight' })} />}
        {state?.screen === 'sight' && (
          <SightScreen choose={(sight) => go({ screen: 'answers', answers: { sight, replies: {} } })} />
        )}
        {state?.screen === 'answers' &&
          (question === null ? (
            <ResultScreen answers={state.answers} again={() => go(undefined)} />
          ) : (
            <ReplyScreen
              name={question}
              reply={(reply) =>
                go({
                  screen: 'answers',
                  answers: {
                    ...state.answers,
                    replies: { ...state.answers.replies, [question]: reply },
                  },
                })
              }
            />
          ))}
      </div>
    </DangerFrame>
  );
}
