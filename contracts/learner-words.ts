/** Whether a text names a child: the core's own check, handed through to the browser client. */
export { mentionsName } from '../domain/learner/names-in-text.ts';
