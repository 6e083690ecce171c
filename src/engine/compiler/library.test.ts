import { describe, expect, test } from 'vitest';
import { withoutComments } from '../../../scripts/bundle.mjs';
import { lex } from './lexer';
import { headers as texts } from './library';
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

  test('is the same on the same lines as the page fetches it', () => {
    const tokensOf = (text: string) => {
      let [line, at, before] = [1, 0, ''];
      const lines = text.split('\n');
      const isMacro = (of: number): boolean =>
        /^\s*#/.test(lines[of] ?? '') || (of > 0 && (lines[of - 1] ?? '').endsWith('\\') && isMacro(of - 1));
      return lex(text).map(({ start, end, glued, ...token }) => {
        line += text.slice(at, start).split('\n').length - 1;
        at = start;
        // Whether a blank stands before a token matters in macros, and between two `>`, which are `>>` without.
        const matters = (before.endsWith('>') && token.text.startsWith('>')) || isMacro(line - 1);
        before = token.text;
        return { ...token, line, ...(matters && { glued }) };
      });
    };
    const marks = (text: string) => text.match(/^\/\/ :?wide:?$/gm);
    for (const [name, text] of texts) {
      const bare = withoutComments(text);
      expect(tokensOf(bare), name).toEqual(tokensOf(text));
      expect(marks(bare), name).toEqual(marks(text));
      expect(bare).not.toMatch(/^[ \t]/m);
    }
  });
});
