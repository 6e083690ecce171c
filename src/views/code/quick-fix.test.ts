import { expect, test } from 'vitest';
import { compile } from '../../engine';
import { quickFixOf } from './quick-fix';

/** The text after the first quick fix there is, and what it is called. */
function fixed(source: string): string {
  const compiled = compile(source, 'main.cpp');
  const wrong = 'diagnostics' in compiled ? compiled.diagnostics : [];
  const fix = wrong.map((each) => quickFixOf(each, wrong, source)).find((each) => each !== null);
  if (!fix) return 'none';
  const text = fix.changes
    .toSorted((a, b) => b.from - a.from)
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), source);
  return `${fix.label}: ${text}`;
}

test('an include that is missing', () => {
  expect(fixed('#include <mutex>\nint main() { std::vector<int> v; }')).toBe(
    'Add #include <vector>: #include <vector>\n#include <mutex>\nint main() { std::vector<int> v; }',
  );
  expect(fixed('// Mine.\nint main() { cout << 1; }')).toBe(
    'Write std::cout: #include <iostream>\n// Mine.\nint main() { std::cout << 1; }',
  );
});

test('a semicolon at the end of a line', () => {
  expect(fixed('int main() {\n  int n = 1\n  n++;\n}')).toBe(
    'Write ;: int main() {\n  int n = 1;\n  n++;\n}',
  );
  expect(fixed('int f() { return 1 }\nint main() {}')).toBe('none');
});

test('a name that is misspelt, where only one can be meant', () => {
  expect(fixed('int total = 0;\nint main() { totla++; }')).toBe(
    'Write total: int total = 0;\nint main() { total++; }',
  );
  expect(fixed('int main() {\n  retrun 0;\n}')).toBe('Write return: int main() {\n  return 0;\n}');
  expect(fixed('int ab1 = 0, ab2 = 0;\nint main() { ab3++; }')).toBe('none');
  expect(fixed('int main() { something(); }')).toBe('none');
});
