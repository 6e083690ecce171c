import { test } from 'vitest';
import { expectSame, expectSameOfSeed, fixtures } from './testing/sizes';

const EVERY = 40;

const few = fixtures.filter((_, i) => i % EVERY === 0);

test.each(few)('the least sizes change nothing: %s', (file, text) => expectSame(text, file, true));

test.each([0, 1])('the least sizes change nothing: a random program, seed %i', expectSameOfSeed);
