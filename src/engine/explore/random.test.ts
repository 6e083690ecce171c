import { test } from 'vitest';
import { CLAIMS, seedsFrom } from './testing/claims';

test.each(CLAIMS)('of a few random programs: %s', (_claim, check) => check(seedsFrom(0, 15)));
