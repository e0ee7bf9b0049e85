import { Stack } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemNote } from '../parts/problem-note.tsx';

/** A page that broke: what happened and the next step. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  return (
    <Stack p="md" maw={640}>
      <ProblemNote error={error} again={reset} />
    </Stack>
  );
}
