import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compiled, execute } from './testing/execute';

const table = readFileSync(new URL('./testing/faults.txt', import.meta.url), 'utf8');
const [, ...cases] = table.split(/^== /m).map((block) => {
  const end = block.indexOf('\n');
  const text = block.slice(end + 1);
  const line = text.split('\n').findIndex((l) => l.includes('//!')) + 1;
  const [kind = '', words = ''] = (/\/\/! (.*)$/m.exec(text)?.[1] ?? '').split('|').map((s) => s.trim());
  return { title: block.slice(0, end), text, line, kind, words };
});

describe('a compiled program stops where it goes wrong:', () => {
  test.each(cases)('$title', ({ text, line, kind, words }) => {
    const { end, leaked } = execute(compiled(text, 'fault.cpp'), null);
    if (kind === 'leak') expect({ end, leaked }).toEqual({ end: 'finished', leaked: 1 });
    else if (kind === 'stuck') expect(end).toBe('stuck');
    else {
      expect(end).toContain(`${kind} at line ${line}`);
      expect(end).toContain(words);
    }
  });
});
