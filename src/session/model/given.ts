/** Which lines of an exercise are given, and which are for whoever mends it. */

const GIVEN = /^\s*\/\/ given\b/;
const YOURS = /^\s*\/\/ yours\b/;
const MAIN = /^\s*(?:int|auto)\s+main\s*\(/;

/**
 * By line, whether it is given: from a line `// given` to the next `// yours`, and before the first mark what the other one would make of
 * it. Of a text without marks main is given, and what stands behind it.
 */
export function givenLines(text: string): readonly boolean[] {
  const lines = text.split('\n');
  const first = lines.find((line) => GIVEN.test(line) || YOURS.test(line));
  if (first === undefined) {
    const main = lines.findIndex((line) => MAIN.test(line));
    return lines.map((_, at) => main >= 0 && at >= main);
  }
  let given = YOURS.test(first);
  return lines.map((line) => {
    if (GIVEN.test(line)) given = true;
    const is = given || YOURS.test(line);
    if (YOURS.test(line)) given = false;
    return is;
  });
}
