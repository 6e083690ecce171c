/**
 * What the parts of the checker share. Checking is mutually recursive (an expression holds a lambda, whose body holds declarations, which
 * name templates…), so each file gives functions over `Checker` and reaches the others through it: no import cycle, and the list below is
 * the map of the folder.
 */
import type { Span } from '../../bytecode/program';
import type {
  BlockStmt,
  ClassDecl,
  Condition,
  Decl,
  Expr,
  FunctionDecl,
  Initializer,
  Name,
  Stmt,
  TemplateArg,
  TemplateDecl,
  TypeNode,
} from '../ast';
import type { Ex, Fn, GlobalVar, LocalVar, Stm } from '../typed';
import type { Entity, Scope } from './scope';
import type { ClassInfo, ClassTemplate, FunctionEntity, TemplateValue, Type } from './types';

/** A call whose function is sought among several ([over.match]). */
export interface OverloadedCall {
  /** Template arguments that are written out. */
  readonly explicit?: readonly TemplateValue[] | null;
  /** What a member function is called for. */
  readonly object?: Ex | null;
  readonly args: readonly Arg[];
  readonly span: Span;
  /** The function's name in diagnostics. */
  readonly what: string;
}
export interface Resolved {
  readonly fn: Fn;
  readonly entity: FunctionEntity;
}

/** Where an expression stands: the scope for names, the function it belongs to. */
export interface Place {
  readonly scope: Scope;
  readonly fn: Fn;
  /** In a default argument: the call that it stands in for. */
  readonly call?: Span;
  /** The arguments of a call whose result nobody uses, as it is a statement. */
  readonly unused?: readonly Expr[];
}

export interface Underway {
  /** The function whose body is checked: temporaries that conversions make belong to its frame. */
  fn: Fn;
  /** A user-defined conversion is being sought. */
  converting: boolean;
  /** How deep the checker has called itself. */
  depth: number;
  /** Operands around it that are not evaluated: above 0, functions that are named need no code. */
  unevaluated: number;
}

export interface Checker {
  readonly std: Scope;
  readonly global: Scope;
  readonly globals: GlobalVar[];
  /** Every function whose code is needed, in order of first use. */
  readonly functions: Fn[];
  readonly sources: readonly { readonly text: string; readonly name: string; readonly library: boolean }[];
  /** What the checker is in the middle of (nesting.ts). */
  readonly underway: Underway;
  /**
   * thread_local variables outside of functions that need code: a thread's first use of one initialises all, in this order, by the
   * function that is made for it.
   */
  readonly threadLocals: {
    readonly inits: { readonly g: GlobalVar; readonly init: Ex }[];
    initialiser: Fn | null;
  };
  /** Whether something throws, and whether something catches. */
  readonly uses: {
    throws: boolean;
    catches: boolean;
    rtti: boolean;
    /** Objects that are parts of others and do not stand at their beginning: some class has several bases. */
    parts: boolean;
    /** The program has a try: what the library throws may be caught. */
    tries: boolean;
    /** What was written: `__mentions` asks it, so that what rare functions need costs nobody else. */
    text: string;
    /** The text asks how far a member is from the start of its object. */
    offsets: boolean;
    /** The text is C: what its conversions leave to the reader is taken. */
    c: boolean;
  };
  /** Placeholder for expressions outside any function (global initialisers, constants). */
  readonly outside: Fn;

  // types.ts is plain data; resolve.ts, templates.ts, packs.ts, unify.ts: names and types as written
  lookup(at: Place, name: Name): Entity;
  type(scope: Scope, node: TypeNode, at?: Place): Type;
  classInstance(template: ClassTemplate, args: readonly TemplateValue[], span: Span): ClassInfo;
  templateArgs(scope: Scope, args: readonly TemplateArg[]): TemplateValue[];
  constant(at: Place, e: Expr): number;
  /** The argument for a template parameter that is a value. */
  valueArg(at: Place, e: Expr): TemplateValue;
  /** std::name<args…>, for types the compiler itself makes. */
  stdType(name: string, args: readonly Type[], span: Span): Type;

  // classes.ts, fields.ts, special.ts, implicit.ts
  complete(info: ClassInfo, span: Span): void;
  declareClass(scope: Scope, decl: ClassDecl): ClassInfo;
  makeClass(parts: {
    name: string;
    scope: Scope;
    decl: ClassDecl | null;
    library: string;
    template: ClassTemplate | null;
    args: readonly TemplateValue[];
    isLambda: boolean;
  }): ClassInfo;
  implicit(info: ClassInfo, role: ImplicitRole, span: Span): Fn | null;
  destructorOf(t: Type, span: Span): Fn | null;
  isTriviallyCopyable(t: Type): boolean;

  // declarations.ts
  declare(scope: Scope, decl: Decl, at: Place): void;
  addFunction(
    scope: Scope,
    decl: FunctionDecl,
    template: FunctionEntity['template'],
    cls: ClassInfo | null,
    home?: Scope,
  ): FunctionEntity;

  // functions.ts, parameters.ts, function-bodies.ts, member-inits.ts, subobjects.ts, deduce.ts
  instance(
    entity: FunctionEntity,
    values: readonly TemplateValue[] | null,
    span: Span,
    explicitThis?: ClassInfo | null,
  ): Fn;
  use(fn: Fn, span: Span): Fn;
  resultOf(fn: Fn, span: Span): Type;
  newLocal(fn: Fn, name: string, type: Type, role: LocalVar['role'], indirect?: boolean): LocalVar;
  makeFn(parts: {
    name: string;
    cls: ClassInfo | null;
    hasThis: boolean;
    paramTypes: readonly Type[];
    result: Type;
    span: Span;
    library: boolean;
    noexcept?: boolean;
    build: (fn: Fn) => Stm[];
  }): Fn;
  deduce(
    entity: FunctionEntity,
    explicit: readonly TemplateValue[],
    args: readonly Arg[],
    span: Span,
  ): TemplateValue[] | null;

  // convert.ts, init-from.ts
  rank(e: Arg, to: Type): number;
  convert(e: Ex, to: Type, span: Span, explicit?: boolean): Ex;
  /** Initialise something of type `to` from e: a value, an address for a reference, or a class prvalue. */
  initFrom(e: Arg, to: Type, at: Place, span: Span, explicit?: boolean): Ex;
  /** `(T)e` of a pointer, a number or an enumerator. */
  castScalar(e: Ex, to: Type, span: Span): Ex;
  /** By a conversion function to a class; null if there is none. */
  converted(e: Ex, to: Type, at: Place, span: Span): Ex | null;
  value(e: Ex): Ex;
  condition(e: Ex): Ex;
  materialize(e: Ex, fn: Fn): Ex;
  /** For its effects alone. */
  discard(e: Ex, fn: Fn): Ex;

  // overload-resolution.ts, calls.ts, construct.ts
  /** The function that the call means; a fault where there is none. */
  resolve(candidates: readonly FunctionEntity[], call: OverloadedCall): Resolved;
  /** null where there is none. */
  tryResolve(candidates: readonly FunctionEntity[], call: OverloadedCall): Resolved | null;
  call(fn: Fn, args: readonly Ex[], span: Span, virtualCall?: boolean): Ex;
  invoke(callee: Ex, args: readonly Arg[], at: Place, span: Span): Ex;
  construct(t: Type, args: readonly Arg[], at: Place, span: Span, form: 'direct' | 'list' | 'copy'): Ex;
  /** Could a value of this type be made from the list? */
  listFits(list: Extract<Arg, { k: 'braced' }>, t: Type): boolean;
  args(at: Place, list: readonly Expr[]): Arg[];

  // constraints.ts
  /** The first constraint that the arguments bound in `scope` do not satisfy, in words; null where all hold. */
  unsatisfied(
    scope: Scope,
    template: TemplateDecl | null,
    values: readonly TemplateValue[],
    clause: Expr | null,
  ): string | null;
  conceptHolds(
    concept: Extract<Entity, { kind: 'concept' }>,
    values: readonly TemplateValue[],
    span: Span,
  ): boolean;
  /** Does x ask for all that y asks for, and more? */
  moreConstrained(scope: Scope, x: TemplateDecl, y: TemplateDecl): boolean;

  // expressions.ts, literals.ts, names.ts, unary.ts, operators.ts, overloads.ts, conditional.ts, subscript.ts, casts.ts, pack-expressions.ts,
  // callees.ts, allocation.ts, lambdas.ts, builtins.ts, printf.ts, spawn.ts, evaluate.ts
  expr(at: Place, e: Expr): Ex;
  arg(at: Place, e: Expr): Arg;
  builtin(
    at: Place,
    id: string,
    template: readonly TemplateArg[] | undefined,
    args: readonly Expr[],
    span: Span,
  ): Ex | null;
  binary(at: Place, op: string, left: Ex, right: Ex, span: Span): Ex;
  lambda(at: Place, e: Extract<Expr, { kind: 'lambda' }>): Ex;
  /** The function behind a lambda without captures, as a pointer of type `to`; null where it does not fit. */
  lambdaFunction(info: ClassInfo, to: Type, span: Span): Fn | null;
  member(object: Ex, name: string, span: Span): Ex | null;
  destroy(place: Ex, span: Span): Ex | null;

  // statements.ts, loops.ts, variables.ts, initializers.ts, placeholders.ts, bindings.ts, static-storage.ts
  statement(at: Place, s: Stmt): Stm;
  block(at: Place, b: BlockStmt): Stm;
  body(fn: Fn, scope: Scope, b: BlockStmt): Stm;
  initialize(t: Type, init: Initializer, at: Place, span: Span): Ex | null;
  conditionOf(at: Place, c: Condition): { decl: Stm | null; cond: Ex; at: Place };
}

export type ImplicitRole = 'default' | 'copy' | 'move' | 'copyAssign' | 'moveAssign' | 'destroy';

/** As `Designator` of the syntax, with elements as numbers. */
export type ArgDesignator = string | { readonly from: number; readonly to: number } | null;
/** An argument before the parameter's type is known: a typed expression, or a braced list. */
export type Arg =
  | Ex
  | {
      readonly k: 'braced';
      readonly items: readonly Arg[];
      readonly designators?: readonly ArgDesignator[];
      readonly span: Span;
    };
