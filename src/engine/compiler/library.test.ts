import { describe, expect, test } from 'vitest';
import { supportedHeaders } from './prelude';
import { compiled, execute } from './testing/execute';

const headers = supportedHeaders();

describe('a header', () => {
  test.each(headers)('<%s> stands on its own', (header) => {
    const program = compiled(`#include <${header}>\nint main() {}\n`, 'main.cpp');
    expect(execute(program, null)).toEqual({ printed: '', end: 'finished', leaked: 0 });
  });

  test('goes with all others', () => {
    const all = headers.map((h) => `#include <${h}>\n`).join('');
    expect(execute(compiled(`${all}int main() {}\n`, 'main.cpp'), null).end).toBe('finished');
  });
});
