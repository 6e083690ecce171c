/** Random expressions over the integer types, as source text and as the value C++ gives them ([conv.prom], [expr.arith.conv]), with wrapping. */
import fc from 'fast-check';

interface IntType {
  readonly name: string;
  readonly bits: number;
  readonly signed: boolean;
}
const type = (name: string, bits: number, signed: boolean): IntType => ({ name, bits, signed });
const BOOL = type('bool', 1, false);
const INT = type('int', 32, true);
const UNSIGNED = type('unsigned', 32, false);
const LONG = type('long', 64, true);
const UNSIGNED_LONG = type('unsigned long', 64, false);
const TYPES = [
  BOOL,
  type('char', 8, true),
  type('unsigned char', 8, false),
  type('short', 16, true),
  type('unsigned short', 16, false),
  INT,
  UNSIGNED,
  LONG,
  UNSIGNED_LONG,
];

/** Text, type and value of one expression. */
export interface Valued {
  readonly text: string;
  readonly type: IntType;
  readonly value: bigint;
}

const wrap = (v: bigint, t: IntType): bigint => {
  if (t === BOOL) return v === 0n ? 0n : 1n;
  return t.signed ? BigInt.asIntN(t.bits, v) : BigInt.asUintN(t.bits, v);
};
const promoted = (t: IntType): IntType => (t.bits < 32 ? INT : t);
function common(x: IntType, y: IntType): IntType {
  const a = promoted(x);
  const b = promoted(y);
  if (a.bits !== b.bits) return a.bits > b.bits ? a : b;
  return a.signed ? b : a;
}

const BINARY: Record<string, (a: bigint, b: bigint) => bigint> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
};
const COMPARE: Record<string, (a: bigint, b: bigint) => boolean> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function binary(op: string, x: Valued, y: Valued): Valued {
  if (op === '&&' || op === '||') {
    const truth = op === '&&' ? x.value !== 0n && y.value !== 0n : x.value !== 0n || y.value !== 0n;
    return { text: `(${x.text} ${op} ${y.text})`, type: BOOL, value: truth ? 1n : 0n };
  }
  if (op === '<<' || op === '>>') {
    // The count is held to what is defined.
    const t = promoted(x.type);
    const count = wrap(y.value, LONG) & BigInt(t.bits - 1);
    const value = op === '<<' ? x.value << count : x.value >> count;
    return { text: `(${x.text} ${op} ((long)${y.text} & ${t.bits - 1}))`, type: t, value: wrap(value, t) };
  }
  // The divisor is held above zero.
  const divides = op === '/' || op === '%';
  const right: Valued = divides
    ? { text: `(((int)${y.text} & 15) + 1)`, type: INT, value: (wrap(y.value, INT) & 15n) + 1n }
    : y;
  const t = common(x.type, right.type);
  const a = wrap(x.value, t);
  const b = wrap(right.value, t);
  const text = `(${x.text} ${op} ${right.text})`;
  const compare = COMPARE[op];
  if (compare !== undefined) return { text, type: BOOL, value: compare(a, b) ? 1n : 0n };
  return { text, type: t, value: wrap(BINARY[op]?.(a, b) ?? 0n, t) };
}
/** `w op= y` on a variable of x's type, in a lambda. */
function compound(op: string, t: IntType, x: Valued, y: Valued): Valued {
  const start: Valued = { text: 'w', type: t, value: wrap(x.value, t) };
  const whole = binary(op, start, y);
  // What stands behind the variable and the operator, without the closing parenthesis.
  const right = whole.text.slice(`(w ${op} `.length, -1);
  const text = `[&] { ${t.name} w = static_cast<${t.name}>(${x.text}); w ${op}= ${right}; return w; }()`;
  return { text, type: t, value: wrap(whole.value, t) };
}
function stepped(op: string, t: IntType, x: Valued): Valued {
  const by = op.includes('+') ? 1n : -1n;
  const before = wrap(x.value, t);
  const step = op.startsWith('w') ? op : `${op}w`;
  const text = `[&] { ${t.name} w = static_cast<${t.name}>(${x.text}); long r = static_cast<long>(${step}); return static_cast<long>(w) ^ r; }()`;
  const after = wrap(before + by, t);
  const value = wrap(after, LONG) ^ wrap(op.startsWith('w') ? before : after, LONG);
  return { text, type: LONG, value };
}
function unary(op: string, x: Valued): Valued {
  if (op === '!') return { text: `!${x.text}`, type: BOOL, value: x.value === 0n ? 1n : 0n };
  const t = promoted(x.type);
  const v = wrap(x.value, t);
  return { text: `(${op}${x.text})`, type: t, value: wrap(op === '-' ? -v : op === '~' ? ~v : v, t) };
}
const cast = (t: IntType, x: Valued): Valued => ({
  text: `static_cast<${t.name}>(${x.text})`,
  type: t,
  value: wrap(x.value, t),
});
function choose(c: Valued, x: Valued, y: Valued): Valued {
  const t = x.type === y.type ? x.type : common(x.type, y.type);
  return {
    text: `(${c.text} ? ${x.text} : ${y.text})`,
    type: t,
    value: wrap(c.value !== 0n ? x.value : y.value, t),
  };
}

/** Numbers near the edges of the types, and any others. */
const number = fc.oneof(
  fc.bigInt(-9n, 9n),
  fc.constantFrom(
    ...[7n, 8n, 15n, 16n, 31n, 32n, 63n, 64n].flatMap((n) => [1n << n, (1n << n) - 1n, -(1n << n)]),
  ),
  fc.bigInt(-(1n << 63n), (1n << 64n) - 1n),
);
/** A literal of the type: a compiler may compute with it. */
const literal = fc.tuple(fc.constantFrom(...TYPES), number).map(([t, n]): Valued => {
  const value = wrap(n, t);
  if (t === BOOL) return { text: value === 0n ? 'false' : 'true', type: t, value };
  const least = t === LONG && value === -(1n << 63n);
  const digits = least ? '(-9223372036854775807l - 1)' : t.signed ? `${value}l` : `${value}ul`;
  return { text: `static_cast<${t.name}>(${digits})`, type: t, value };
});

/** Variables v0, v1… that a compiler cannot see through, and expressions over them and over literals. */
export const program = fc
  .array(fc.tuple(fc.constantFrom(...TYPES), number), { minLength: 4, maxLength: 8 })
  .chain((given) => {
    const variables = given.map(([t, n], i): Valued => ({ text: `v${i}`, type: t, value: wrap(n, t) }));
    const { expression } = fc.letrec<{ expression: Valued }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 5, depthSize: 'medium' },
        fc.oneof(fc.constantFrom(...variables), literal),
        fc
          .tuple(fc.constantFrom(...Object.keys(BINARY), '<<', '>>'), tie('expression'), tie('expression'))
          .map(([op, x, y]) => binary(op, x, y)),
        fc
          .tuple(fc.constantFrom(...Object.keys(COMPARE), '&&', '||'), tie('expression'), tie('expression'))
          .map(([op, x, y]) => binary(op, x, y)),
        fc
          .tuple(
            fc.constantFrom(...Object.keys(BINARY), '<<', '>>'),
            fc.constantFrom(...TYPES),
            tie('expression'),
            tie('expression'),
          )
          .map(([op, t, x, y]) => compound(op, t, x, y)),
        fc
          .tuple(
            fc.constantFrom('++', '--', 'w++', 'w--'),
            fc.constantFrom(...TYPES.filter((t) => t !== BOOL)),
            tie('expression'),
          )
          .map(([op, t, x]) => stepped(op, t, x)),
        fc.tuple(fc.constantFrom('-', '~', '!', '+'), tie('expression')).map(([op, x]) => unary(op, x)),
        fc.tuple(fc.constantFrom(...TYPES), tie('expression')).map(([t, x]) => cast(t, x)),
        fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([c, x, y]) => choose(c, x, y)),
      ),
    }));
    return fc
      .array(expression, { minLength: 6, maxLength: 12 })
      .map((expressions) => ({ variables, expressions }));
  });
export type Program = { readonly variables: readonly Valued[]; readonly expressions: readonly Valued[] };

/** A function `name` that prints each expression, and its size. */
export function toFunction({ variables, expressions }: Program, name: string): string {
  const literalOf = (v: Valued): string =>
    v.value === -(1n << 63n) ? '-9223372036854775807l - 1' : `${v.value}${v.type.signed ? 'l' : 'ul'}`;
  return [
    ...variables.map(
      (v) => `${v.type.name} ${name}_${v.text} = static_cast<${v.type.name}>(${literalOf(v)});`,
    ),
    `void ${name}() {`,
    ...variables.map((v) => `  ${v.type.name} ${v.text} = ${name}_${v.text};`),
    ...expressions.map((e) => `  printf("%ld %zu\\n", static_cast<long>(${e.text}), sizeof(${e.text}));`),
    '}',
  ].join('\n');
}
export const toLines = ({ expressions }: Program): string[] =>
  expressions.map((e) => `${wrap(e.value, LONG)} ${Math.ceil(e.type.bits / 8)}`);
