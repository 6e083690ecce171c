import fc from 'fast-check';
import { expect, test } from 'vitest';
import { few } from '../../base/testing/few';
import { MAX_TEXT, packText, unpackText } from './codec';

/** As people write them: words that come again, indents, and now and then a sign of another script. */
const programs = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'std::mutex m;\n',
        'int main() {\n',
        '    std::thread t(work);\n',
        '}\n',
        '#include <thread>\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    ),
    { maxLength: 60 },
  )
  .map((lines) => lines.join('').toWellFormed());

test('a program comes out of a link as it went in, and the link needs no escapes', () => {
  fc.assert(
    fc.property(programs, (text) => {
      const packed = packText(text);
      expect(packed).toMatch(/^[\w-]+$/);
      expect(unpackText(packed)).toBe(text);
    }),
    { numRuns: few(200, 5_000) },
  );
});

test('a damaged link gives the same text or an error that says what to do', () => {
  const link = fc.tuple(programs, fc.nat(), fc.nat({ max: 8 }), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(link, ([text, at, cut, instead]) => {
      const packed = packText(text);
      const from = at % packed.length;
      const damaged = packed.slice(0, from) + instead + packed.slice(from + cut);
      let read: string;
      try {
        read = unpackText(damaged);
      } catch (error) {
        expect((error as Error).message).toMatch(/^This link (is damaged|was made by a newer version)/);
        return;
      }
      expect(read).toBe(text);
    }),
    { numRuns: few(500, 10_000) },
  );
});

test('any text at all is read within bounds', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (anything) => {
      expect(() => unpackText(`1${anything}`)).toThrow(/^This link is damaged/);
    }),
    { numRuns: few(200, 5_000) },
  );
});

test('a link that would unpack to more than a program may have is refused', () => {
  expect(() => unpackText(packText('x'.repeat(MAX_TEXT + 1)))).toThrow('This link is damaged');
  expect(unpackText(packText('x'.repeat(MAX_TEXT)))).toHaveLength(MAX_TEXT);
});

test('a link of a newer version says so', () => {
  expect(() => unpackText(`2${packText('int main() {}').slice(1)}`)).toThrow('newer version');
});
