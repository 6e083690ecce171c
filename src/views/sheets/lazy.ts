/** The sheets that stand in place of a page: fetched when they are first shown. */
import { lazy } from 'react';
import { chunk } from '../../base/chunk';

export const Presenter = lazy(async () => ({ default: (await chunk(import('./Presenter'))).Presenter }));
export const Handout = lazy(async () => ({ default: (await chunk(import('./Handout'))).Handout }));
