/** Looks up the names of the standard library: which of our headers a program needs, and what to include where one is missing. */
import type { SymbolKind } from './scope';
import { HEADERS } from './std-headers';

/** The columns of a row of HEADERS. */
const KINDS: readonly SymbolKind[] = [
  'type',
  'typeTemplate',
  'value',
  'valueTemplate',
  'namespace',
  'concept',
];
/** Headers whose names also stand outside std. */
const C_HEADER =
  /^(?:c(?:assert|ctype|errno|fenv|float|inttypes|limits|locale|math|setjmp|signal|stdarg|stddef|stdint|stdio|stdlib|string|time|uchar|wchar|wctype)|.*\.h)$/;
/** What brings std::string. */
const TEXT = new Set(
  'atomic barrier bitset chrono complex condition_variable filesystem fstream future iomanip ios iostream istream iterator latch locale memory memory_resource mutex ostream random ranges regex semaphore shared_mutex sstream stdexcept stop_token streambuf string syncstream system_error thread'.split(
    ' ',
  ),
);

/** The header of g++ that has all others in it. */
const EVERYTHING = 'bits/stdc++.h';

export interface StdName {
  readonly header: string;
  readonly kind: SymbolKind;
  /** Usable without `std::`. */
  readonly global: boolean;
  /** The headers that bring it beside its own. */
  readonly by: string;
}

const names = new Map<string, StdName>();
for (const [header, rows] of Object.entries(HEADERS))
  for (const [by, row] of Object.entries(rows))
    for (const [column, list] of row.split('|').entries())
      for (const name of list.split(' ').filter(Boolean)) {
        const kind = KINDS[column] ?? 'value';
        names.set(name, { header, kind, global: C_HEADER.test(header), by });
      }

/** `path` is written without `std::`: 'mutex', 'chrono::seconds'. */
export function stdName(path: string): StdName | undefined {
  return names.get(path);
}
/** Does including `header` declare the name, though it is another header's? */
export function brings(header: string, { by }: StdName): boolean {
  if (header === EVERYTHING) return true;
  return by
    .split(' ')
    .some(
      (b) => b === header || (b === '*' && !C_HEADER.test(header)) || (b === 'string' && TEXT.has(header)),
    );
}
/** For tests, and for scopes that stand in for the library. */
export function stdNames(): ReadonlyMap<string, StdName> {
  return names;
}
