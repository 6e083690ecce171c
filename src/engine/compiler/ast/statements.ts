/** Statements ([stmt.stmt]). */
import type { Span } from '../../bytecode/program';
import type { Decl, Param, VarDecl } from './declarations';
import type { Expr } from './expressions';
import type { Node } from './node';
import type { TypeNode } from './types';

export type Stmt =
  | BlockStmt
  | (Node & { readonly kind: 'expr'; readonly expr: Expr })
  | (Node & { readonly kind: 'decl'; readonly decl: Decl })
  | (Node & {
      readonly kind: 'if';
      readonly isConstexpr: boolean;
      readonly init: Stmt | null;
      readonly cond: Condition;
      readonly then: Stmt;
      readonly else: Stmt | null;
    })
  | (Node & { readonly kind: 'while'; readonly cond: Condition; readonly body: Stmt })
  | (Node & { readonly kind: 'do'; readonly body: Stmt; readonly cond: Expr })
  | (Node & {
      readonly kind: 'for';
      readonly init: Stmt | null;
      readonly cond: Condition | null;
      readonly step: Expr | null;
      readonly body: Stmt;
    })
  | (Node & {
      readonly kind: 'rangeFor';
      readonly init: Stmt | null;
      readonly decl: RangeDecl;
      readonly range: Expr;
      readonly body: Stmt;
    })
  | (Node & {
      readonly kind: 'switch';
      readonly init: Stmt | null;
      readonly cond: Condition;
      readonly body: BlockStmt;
    })
  /** Labels stand as statements inside the switch body: `case e:` (value) or `default:` (null); `case value ... to:` is of GNU. */
  | (Node & { readonly kind: 'case'; readonly value: Expr | null; readonly to: Expr | null })
  | (Node & { readonly kind: 'break' })
  | (Node & { readonly kind: 'continue' })
  | (Node & { readonly kind: 'return' | 'coReturn'; readonly value: Expr | null })
  | TryStmt
  | (Node & { readonly kind: 'goto' | 'label'; readonly id: string })
  | (Node & { readonly kind: 'empty' });

export interface TryStmt extends Node {
  readonly kind: 'try';
  readonly body: BlockStmt;
  readonly handlers: readonly Handler[];
}
/** `catch (const E& e) {…}`; `param` is null for `catch (...)`. */
export interface Handler extends Node {
  readonly param: Param | null;
  readonly body: BlockStmt;
}
export interface BlockStmt extends Node {
  readonly kind: 'block';
  readonly body: readonly Stmt[];
  /** Of a function that suspends: see check/coroutines.ts. */
  readonly isCoroutine?: boolean;
  /** The closing brace: where destructors run. */
  readonly end: Span;
}
/** A condition is an expression or a declaration (`if (auto p = w.lock())`). */
export type Condition =
  | (Node & { readonly kind: 'condExpr'; readonly expr: Expr })
  | (Node & { readonly kind: 'condDecl'; readonly decl: VarDecl });

/** `for (auto& x : …)` or `for (auto& [a, b] : …)`: `bindings` set for the second. */
export interface RangeDecl extends Node {
  readonly type: TypeNode;
  readonly id: string;
  readonly idSpan: Span;
  readonly bindings: readonly { readonly id: string; readonly span: Span }[] | null;
}
