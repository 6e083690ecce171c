/** The faults of bench/mutations.mjs are applied to the sources as text: code that moves takes its faults along. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('each fault of the list of mutations fits the sources as they are', () => {
  const { status, stderr } = spawnSync(process.execPath, ['bench/mutations.mjs', '^no such name$'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
