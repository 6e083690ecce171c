/** Expressions ([expr]). */
import type { Span } from '../../bytecode/program';
import type { Param, TemplateParam } from './declarations';
import type { Node } from './node';
import type { BlockStmt } from './statements';
import type { Builtin, Name, TypeNode } from './types';

export type Expr =
  | (Node & {
      readonly kind: 'int';
      readonly value: bigint;
      readonly suffix: { readonly unsigned: boolean; readonly long: boolean; readonly longLong?: boolean };
    })
  /** `single`: with the suffix f. */
  | (Node & { readonly kind: 'float'; readonly value: number; readonly single: boolean })
  /** `wide`: the type of the characters of `L"…"`, `u'…'` and their like. */
  | (Node & { readonly kind: 'char'; readonly value: number; readonly wide?: Builtin })
  | (Node & { readonly kind: 'string'; readonly value: string; readonly wide?: Builtin })
  | (Node & { readonly kind: 'bool'; readonly value: boolean })
  | (Node & { readonly kind: 'nullptr' })
  | (Node & { readonly kind: 'this' })
  /** `10ms`: a literal with a user suffix. */
  | (Node & { readonly kind: 'suffixed'; readonly value: bigint; readonly suffix: string })
  | Name
  /** `-x !x ~x *x &x ++x --x` and postfix `x++ x--` (op 'post++' / 'post--'). */
  | (Node & { readonly kind: 'unary'; readonly op: UnaryOp; readonly arg: Expr })
  /** All binary operators but assignment; `,` included; `&&` and `||` short-circuit; `<=>` is parsed. */
  | (Node & {
      readonly kind: 'binary';
      readonly op: string;
      readonly left: Expr;
      readonly right: Expr;
      readonly opSpan: Span;
    })
  /** `=` and compound assignment (op '=' '+=' …). `right` may be a braced list. */
  | (Node & {
      readonly kind: 'assign';
      readonly op: string;
      readonly left: Expr;
      readonly right: Expr;
      readonly opSpan: Span;
    })
  | (Node & { readonly kind: 'conditional'; readonly cond: Expr; readonly then: Expr; readonly else: Expr })
  /** `f(a, b)`; an argument may be a braced list or a pack expansion. */
  | (Node & { readonly kind: 'call'; readonly callee: Expr; readonly args: readonly Expr[] })
  | (Node & { readonly kind: 'index'; readonly object: Expr; readonly index: Expr })
  /** `a.b`, `a->b`, `a->~T()`, `a.template f<T>()`. `member` is a (possibly qualified) name. */
  | (Node & {
      readonly kind: 'member';
      readonly object: Expr;
      readonly arrow: boolean;
      readonly member: Name;
    })
  /** `a.*p`, `a->*p` */
  | (Node & {
      readonly kind: 'memberPointer';
      readonly object: Expr;
      readonly arrow: boolean;
      readonly pointer: Expr;
    })
  /** `T(a, b)`, `T{a, b}` where T is a type: functional construction. `braced` tells `{}`. */
  | (Node & {
      readonly kind: 'construct';
      readonly type: TypeNode;
      readonly args: readonly Expr[];
      readonly braced: boolean;
    })
  /** `{a, b}` where an initializer or argument stands; `designators` for `{.x = 1}` (parallel to items, else undefined). */
  | (Node & {
      readonly kind: 'braced';
      readonly items: readonly Expr[];
      readonly designators?: readonly Designator[];
    })
  | (Node & {
      readonly kind: 'cast';
      readonly style: 'c' | 'static' | 'reinterpret' | 'const' | 'dynamic';
      readonly type: TypeNode;
      readonly arg: Expr;
    })
  /** `new T(args)`, `new T{args}`, `new T[n]`; `placement` is the address in `new (p) T(args)`. */
  | (Node & {
      readonly kind: 'new';
      readonly type: TypeNode;
      readonly count: Expr | null;
      readonly args: readonly Expr[];
      readonly braced: boolean;
      /** Parentheses or braces follow: `new T()` is not `new T`. */
      readonly valueInit: boolean;
      readonly placement: Expr | null;
    })
  | (Node & { readonly kind: 'delete'; readonly arg: Expr; readonly array: boolean })
  | (Node & {
      readonly kind: 'lambda';
      readonly captures: readonly Capture[];
      readonly captureDefault: '' | '=' | '&';
      readonly templateParams: readonly TemplateParam[];
      readonly requires: Expr | null;
      readonly params: readonly Param[];
      readonly mutable: boolean;
      readonly isNoexcept: boolean;
      readonly result: TypeNode | null;
      readonly body: BlockStmt;
    })
  /** sizeof, alignof and typeid, of a type or an expression. */
  | (Node & {
      readonly kind: 'sizeof' | 'alignof' | 'typeid';
      readonly type: TypeNode | null;
      readonly arg: Expr | null;
    })
  /** `_Generic(e, int: a, default: b)` of C; null for `default`. */
  | (Node & {
      readonly kind: 'generic';
      readonly control: Expr;
      readonly choices: readonly { readonly type: TypeNode | null; readonly value: Expr }[];
    })
  /** `sizeof...(T)` */
  | (Node & { readonly kind: 'sizeofPack'; readonly id: string })
  /** `e...` in an argument list. */
  | (Node & { readonly kind: 'packExpansion'; readonly pattern: Expr })
  /** `(… op e)`, `(e op …)`, `(e op … op init)`. */
  | (Node & {
      readonly kind: 'fold';
      readonly op: string;
      readonly left: Expr | null;
      readonly right: Expr | null;
    })
  /** `co_await e`, `co_yield e` */
  | (Node & { readonly kind: 'await' | 'yield'; readonly arg: Expr })
  | (Node & { readonly kind: 'throw'; readonly arg: Expr | null })
  /** `noexcept(e)`: could it throw? */
  | (Node & { readonly kind: 'noexcept'; readonly arg: Expr })
  /** `requires (T t) {…}`: would all this be taken? */
  | (Node & {
      readonly kind: 'requires';
      readonly params: readonly Param[];
      readonly requirements: readonly Requirement[];
    })
  /** A parenthesised expression is kept, since `(x)` matters to declarations and to diagnostics. */
  | (Node & { readonly kind: 'paren'; readonly inner: Expr });

/** `e;`, `{ e } noexcept -> C;`, `typename T::x;`, `requires e;` */
export type Requirement =
  | (Node & {
      readonly kind: 'expr';
      readonly expr: Expr;
      readonly isNoexcept: boolean;
      readonly result: Name | null;
    })
  | (Node & { readonly kind: 'type'; readonly type: TypeNode })
  | (Node & { readonly kind: 'nested'; readonly expr: Expr });

/** `.x`, or of C `[from]` and `[from ... to]`; null for an item that follows the one before it. */
export type Designator = string | { readonly from: Expr; readonly to: Expr } | null;

export type UnaryOp = '-' | '+' | '!' | '~' | '*' | '&' | '++' | '--' | 'post++' | 'post--';

export interface Capture extends Node {
  /** 'this' for `this`, '*this' for `*this`, otherwise the variable's name. */
  readonly id: string;
  readonly byRef: boolean;
  /** `[n = expr]` */
  readonly init: Expr | null;
  readonly pack: boolean;
}
