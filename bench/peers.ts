/** What bench/search-page.mjs needs, in one bundle. */
export { measure, median } from './measure';
export { models } from './searchModels';
export { spin } from './spin';
