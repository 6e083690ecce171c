import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile } from '.';

const table = readFileSync(new URL('./testing/diagnostics.txt', import.meta.url), 'utf8');
const [, ...cases] = table.split(/^== /m).map((block) => {
  const end = block.indexOf('\n');
  const text = block.slice(end + 1);
  const line = text.split('\n').findIndex((l) => l.includes('//!')) + 1;
  const [message = '', hint = ''] = (/\/\/! (.*)$/m.exec(text)?.[1] ?? '').split('|').map((s) => s.trim());
  return { title: block.slice(0, end), text, line, message, hint };
});

describe('a program is refused with the line, what is wrong and what to write instead:', () => {
  test.each(cases)('$title', ({ title, text, line, message, hint }) => {
    const result = compile(text);
    const diagnostics = 'diagnostics' in result ? result.diagnostics : [];
    const said = diagnostics.map((d) => ({
      line: text.slice(0, d.span.start).split('\n').length,
      words: d.message,
      hint: d.hint,
      unsupported: d.unsupported,
    }));
    const there = said.find((d) => d.line === line && d.words.includes(message) && d.hint.includes(hint));
    expect(there, JSON.stringify(said, null, 2)).toBeDefined();
    expect(there?.unsupported).toBe(title.endsWith('(C++)'));
  });
});
