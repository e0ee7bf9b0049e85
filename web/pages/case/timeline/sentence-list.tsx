import classes from './timeline.module.css';
import type { Marks } from './use-marks.ts';

/** The same as the picture, in sentences: for screen readers, phones and paper. */
export function SentenceList({
  marks,
  className,
}: {
  readonly marks: Marks;
  readonly className?: string | undefined;
}) {
  return (
    <ol className={[classes.sentences, className].filter(Boolean).join(' ')}>
      {marks.sentences.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ol>
  );
}
