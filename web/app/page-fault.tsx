import { Stack } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemNote } from '../parts/problem-note.tsx';

/** A page that broke: what happened and the next step. A part that could not be fetched comes only with the page anew. */
export function PageFault({ error }: ErrorComponentProps) {
  return (
    <Stack p="md" maw={640}>
      <ProblemNote error={error} again={() => globalThis.location.reload()} />
    </Stack>
  );
}
