import { spawn } from 'node:child_process';

/**
 * Ends the watched processes when this one is gone, however it went. Servers run in sessions of their own
 * (so that Ctrl-C reaches us first and they are stopped in order); without a guard they would outlive a
 * SIGKILL.
 */
export interface ProcessGuard {
  watch(pid: number): void;
  forget(pid: number): void;
  /** One folder that is deleted in the end, however it comes: for the data of tests. */
  removeAtEnd(folder: string): void;
  /** Lets the guard go. What is still watched is ended. */
  close(): void;
}

/**
 * Reads `watch PID`, `forget PID` and `remove FOLDER` lines; at the end of its input it ends what is still watched
 * and deletes the folder.
 */
const SCRIPT = `
trap '' INT TERM HUP
watched= folder=
while read -r verb what; do
  case $verb in
    watch) watched="$watched $what" ;;
    forget) rest=; for one in $watched; do [ "$one" = "$what" ] || rest="$rest $one"; done; watched=$rest ;;
    remove) folder=$what ;;
  esac
done
if [ -n "$watched" ]; then
  kill -INT $watched
  for second in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 $watched || break
    sleep 1
  done
  kill -KILL $watched
fi
[ -z "$folder" ] || rm -rf -- "$folder"
`;

/** Starts a guard: a shell that waits for the end of a pipe which only this process holds. */
export function startProcessGuard(): ProcessGuard {
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'terminsargs-guard'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
  });
  // A guard that cannot be had (no /bin/sh, no memory) must not take the product down with it.
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  shell.unref();
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  return {
    watch: (pid) => void shell.stdin.write(`watch ${pid}\n`),
    forget: (pid) => void shell.stdin.write(`forget ${pid}\n`),
    removeAtEnd: (folder) => void shell.stdin.write(`remove ${folder}\n`),
    close: () => void shell.stdin.end(),
  };
}
