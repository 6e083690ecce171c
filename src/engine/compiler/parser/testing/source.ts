/** Expressions back to C++ with the fewest parentheses, and random ones to try it on. Written against the standard's grammar, not the parser. */
import fc from 'fast-check';
import type { Expr, Name, TypeNode, UnaryOp } from '../../ast';

const span = { file: 0, start: 0, end: 0 };
const name = (id: string): Name => ({ kind: 'name', global: false, parts: [{ id, span }], span });
const builtin = (id: 'int' | 'long' | 'double'): TypeNode => ({
  kind: 'builtin',
  name: id,
  isConst: false,
  span,
});

/** The grammar's levels, loosest first. */
const LEVELS = [
  [','],
  ['=', '+=', '-=', '<<=', '>>=', '&='],
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['<=>'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];
const ASSIGNMENT = 1;
const LOGICAL_OR = 2;
const UNARY = LEVELS.length + 1;
const POSTFIX = UNARY + 1;
const levelOf = (op: string): number => LEVELS.findIndex((ops) => ops.includes(op));

function level(e: Expr): number {
  switch (e.kind) {
    case 'binary':
      return levelOf(e.op);
    case 'assign':
    case 'conditional':
    case 'throw':
      return ASSIGNMENT;
    case 'memberPointer':
      return UNARY - 1;
    case 'unary':
      return e.op.startsWith('post') ? POSTFIX : UNARY;
    case 'cast':
      return e.style === 'c' ? UNARY : POSTFIX;
    case 'sizeof':
    case 'new':
    case 'delete':
      return UNARY;
    default:
      return POSTFIX;
  }
}

/** `e` where at least `least` is wanted. */
function at(least: number, e: Expr): string {
  const text = toSource(e);
  return level(e) < least ? `( ${text} )` : text;
}
const clauses = (args: readonly Expr[]): string => args.map((a) => at(ASSIGNMENT, a)).join(' , ');
function typeText(type: TypeNode): string {
  if (type.kind === 'builtin') return type.name;
  if (type.kind === 'pointer') return `${typeText(type.to)} *`;
  if (type.kind === 'named') return type.name.parts.map((p) => p.id).join('::');
  throw new Error(`no source for a ${type.kind} type`);
}

/** Every token is set apart by spaces, so that nothing joins by accident. */
export function toSource(e: Expr): string {
  switch (e.kind) {
    case 'int':
      return String(e.value);
    case 'string':
      return JSON.stringify(e.value);
    case 'bool':
      return String(e.value);
    case 'nullptr':
    case 'this':
      return e.kind;
    case 'name':
      return e.parts
        .map((p) =>
          p.args
            ? `${p.id} < ${p.args.map((a) => (a.kind === 'type' ? typeText(a.type) : at(UNARY, a.value))).join(' , ')} >`
            : p.id,
        )
        .join(' :: ');
    case 'unary':
      return e.op.startsWith('post')
        ? `${at(POSTFIX, e.arg)} ${e.op.slice(4)}`
        : `${e.op} ${at(UNARY, e.arg)}`;
    case 'binary': {
      const own = levelOf(e.op);
      return `${at(own, e.left)} ${e.op} ${at(own + 1, e.right)}`;
    }
    case 'assign':
      return `${at(LOGICAL_OR, e.left)} ${e.op} ${at(ASSIGNMENT, e.right)}`;
    case 'paren':
      return `( ${toSource(e.inner)} )`;
    case 'conditional':
      return `${at(LOGICAL_OR, e.cond)} ? ${at(0, e.then)} : ${at(ASSIGNMENT, e.else)}`;
    case 'memberPointer':
      return `${at(UNARY - 1, e.object)} ${e.arrow ? '->*' : '.*'} ${at(UNARY, e.pointer)}`;
    case 'call':
      return `${at(POSTFIX, e.callee)} ( ${clauses(e.args)} )`;
    case 'index':
      return `${at(POSTFIX, e.object)} [ ${at(0, e.index)} ]`;
    case 'member':
      return `${at(POSTFIX, e.object)} ${e.arrow ? '->' : '.'} ${toSource(e.member)}`;
    case 'construct':
      return e.braced
        ? `${typeText(e.type)} { ${clauses(e.args)} }`
        : `${typeText(e.type)} ( ${clauses(e.args)} )`;
    case 'braced':
      return `{ ${clauses(e.items)} }`;
    case 'cast':
      return e.style === 'c'
        ? `( ${typeText(e.type)} ) ${at(UNARY, e.arg)}`
        : `${e.style}_cast < ${typeText(e.type)} > ( ${at(0, e.arg)} )`;
    case 'sizeof':
      return e.type ? `sizeof ( ${typeText(e.type)} )` : `sizeof ${e.arg ? at(POSTFIX, e.arg) : ''}`;
    case 'new':
      return `new ${typeText(e.type)}${e.count ? ` [ ${at(0, e.count)} ]` : ` ( ${clauses(e.args)} )`}`;
    case 'delete':
      return `delete ${at(UNARY, e.arg)}`;
    case 'throw':
      return e.arg ? `throw ${at(ASSIGNMENT, e.arg)}` : 'throw';
    default:
      throw new Error(`no source for ${e.kind}`);
  }
}

/** The same tree without the parentheses that were only written. */
export function withoutParens(e: Expr): Expr {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (typeof value !== 'object' || value === null) return value;
    const node = value as { kind?: string; inner?: unknown };
    if (node.kind === 'paren') return strip(node.inner);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, strip(part)]));
  };
  return strip(e) as Expr;
}

export interface Shape {
  /** Binary operators to draw from. */
  readonly operators: readonly string[];
  /** Only what every C++ parser reads alike without knowing names. */
  readonly plain: boolean;
}
const PLAIN_UNARY: readonly UnaryOp[] = ['-', '!', '~', '*', '&', '++', '--', 'post++', 'post--'];

export function expressions({ operators, plain }: Shape): fc.Arbitrary<Expr> {
  const values = fc.constantFrom('a', 'b', 'c', 'd', 'i', 'n', 'x', 'y').map(name);
  const { whole } = fc.letrec<{ whole: Expr; lvalue: Expr }>((tie) => {
    const leaf = fc.oneof(
      { weight: 3, arbitrary: values as fc.Arbitrary<Expr> },
      fc
        .nat(99)
        .map(
          (n): Expr => ({ kind: 'int', value: BigInt(n), suffix: { unsigned: false, long: false }, span }),
        ),
    );
    const any = tie('whole');
    const args = fc.array(any, { maxLength: 3 });
    const node = (arbitrary: fc.Arbitrary<Expr>, weight = 1) => ({ arbitrary, weight });
    const member = fc
      .record({ object: tie('lvalue'), arrow: fc.boolean(), id: fc.constantFrom('x', 'y', 'next') })
      .map(({ object, arrow, id }): Expr => ({ kind: 'member', object, arrow, member: name(id), span }));
    const index = fc
      .record({ object: tie('lvalue'), index: any })
      .map(({ object, index: i }): Expr => ({ kind: 'index', object, index: i, span }));
    const call = fc
      .record({ callee: fc.oneof(values as fc.Arbitrary<Expr>, member), args })
      .map(({ callee, args: list }): Expr => ({ kind: 'call', callee, args: list, span }));
    const type = fc.constantFrom('int' as const, 'long' as const, 'double' as const).map(builtin);
    // Where tree-sitter is wrong: `a ? b : c = d` assigns to c, and `- a ++` negates the old a.
    const guarded = (e: Expr): Expr =>
      plain && (e.kind === 'assign' || (e.kind === 'unary' && e.op.startsWith('post')))
        ? { kind: 'paren', inner: e, span }
        : e;
    const common = [
      node(
        fc
          .record({ op: fc.constantFrom(...operators), left: any, right: any })
          .map(({ op, left, right }): Expr => ({ kind: 'binary', op, left, right, opSpan: span, span })),
        6,
      ),
      node(
        fc.record({ op: fc.constantFrom(...PLAIN_UNARY), arg: any, place: tie('lvalue') }).map(
          ({ op, arg, place }): Expr => ({
            kind: 'unary',
            op,
            arg: /^(?:post|\+\+|--|&)/.test(op) ? place : guarded(arg),
            span,
          }),
        ),
        3,
      ),
      node(
        fc
          .record({ op: fc.constantFrom('=', '+=', '<<='), left: tie('lvalue'), right: any })
          .map(({ op, left, right }): Expr => ({ kind: 'assign', op, left, right, opSpan: span, span })),
        2,
      ),
      node(
        fc.tuple(any, any, any).map(([cond, then, otherwise]): Expr => {
          return { kind: 'conditional', cond, then, else: guarded(otherwise), span };
        }),
        2,
      ),
      node(call, 2),
      node(index),
      node(member),
      node(
        fc
          .record({ type, arg: any })
          .map(({ type: t, arg }): Expr => ({ kind: 'cast', style: 'c', type: t, arg: guarded(arg), span })),
      ),
    ];
    const named: TypeNode = { kind: 'named', name: name('Foo'), isConst: false, span };
    const typed = [
      node(
        fc
          .record({ type: fc.oneof(type, fc.constant(named)), args, braced: fc.boolean() })
          .map((c): Expr => ({ kind: 'construct', ...c, span })),
        2,
      ),
      node(any.map((arg): Expr => ({ kind: 'cast', style: 'static', type: named, arg, span }))),
      node(
        any.map(
          (arg): Expr => ({
            kind: 'cast',
            style: 'c',
            type: { kind: 'pointer', to: named, isConst: false, span },
            arg,
            span,
          }),
        ),
      ),
      node(any.map((arg): Expr => ({ kind: 'sizeof', type: null, arg, span }))),
      node(
        args.map(
          (list): Expr => ({
            kind: 'new',
            type: named,
            count: null,
            args: list,
            braced: false,
            valueInit: true,
            placement: null,
            span,
          }),
        ),
      ),
      node(any.map((arg): Expr => ({ kind: 'delete', arg, array: false, span }))),
      node(any.map((arg): Expr => ({ kind: 'throw', arg, span }))),
      node(
        fc.record({ args, value: any }).map(({ args: list, value }): Expr => {
          const part = {
            id: 'Box',
            args: [
              { kind: 'type' as const, type: named, pack: false, span },
              { kind: 'value' as const, value, pack: false, span },
            ],
            span,
          };
          const callee: Name = { kind: 'name', global: false, parts: [part, { id: 'total', span }], span };
          return { kind: 'call', callee, args: list, span };
        }),
      ),
    ];
    return {
      lvalue: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        node(values as fc.Arbitrary<Expr>, 3),
        node(member),
        node(index),
      ),
      whole: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        node(leaf, 4),
        ...common,
        ...(plain ? [] : typed),
      ),
    };
  });
  return whole;
}
