/** What the worker bundles and registers. */
export { sentinel } from './sentinel.ts';
export { timeline } from './timeline.ts';
