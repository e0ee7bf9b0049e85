/** What the worker bundles and registers. */
export { houseKeeping } from './house-keeping.ts';
export { sentinel } from './sentinel.ts';
export { timeline } from './timeline.ts';
