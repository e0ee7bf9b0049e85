/** The command `npm run preview`, apart from files and process. */
import { previewStory } from './preview-story.ts';
import { readStory } from './read-story.ts';

export type PreviewRun = {
  /** 0, or 2 where there is no story to preview. */
  readonly exitCode: 0 | 2;
  readonly output: string;
  /** What is wrong and where in the file, for the person at the keyboard. */
  readonly complaint: string;
};

/** `readText` gives a file's text or throws; everything else that can be wrong is told, not thrown. */
export function runPreview(files: readonly string[], readText: (file: string) => string): PreviewRun {
  const [file] = files;
  if (file === undefined || files.length > 1) return failed('Say which story: npm run preview -- FILE');
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    return failed(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = readStory(text);
  if (!read.ok) {
    const lines = read.problems.map(
      ({ path, message }) => `  ${path === '' ? 'the whole file' : path}: ${message}`,
    );
    return failed(`${file} is no story.\n${lines.join('\n')}`);
  }
  const preview = previewStory(read.story);
  if ('refused' in preview) {
    return failed(
      `${file} holds a fact that the product would refuse.\n  ${preview.path}: ${preview.refused}`,
    );
  }
  return { exitCode: 0, output: `${JSON.stringify(preview, null, 2)}\n`, complaint: '' };
}

function failed(complaint: string): PreviewRun {
  return { exitCode: 2, output: '', complaint: `${complaint}\n` };
}
