/** SEARCH_PROGRAMS=5000 for a night's worth; SEARCH_FIRST to go on behind it. */
import { test } from 'vitest';
import { CLAIMS, seedsFrom } from './testing/claims';

const seeds = seedsFrom(Number(process.env.SEARCH_FIRST ?? 0), Number(process.env.SEARCH_PROGRAMS ?? 100));

test.each(CLAIMS)('of random programs: %s', (_claim, check) => check(seeds));
