/** `[captures]<template>(params) mutable -> T { body }`. */
import type { BlockStmt, Capture, Expr, Param, TemplateParam, TypeNode } from '../ast';
import { fail, unsupported } from '../diagnostics';
import { Expressions } from './expressions';

export abstract class Lambdas extends Expressions {
  protected abstract functionBlock(): BlockStmt;
  /** `<typename T, int N>`, declared in the present scope. */
  protected abstract templateParams(): TemplateParam[];

  protected lambda(): Expr {
    const start = this.pos;
    const scope = this.child('function');
    const { captures, captureDefault } = this.captures(scope);
    return this.angled(false, () =>
      this.within(scope, (): Expr => {
        const templateParams = this.is('<') ? this.templateParams() : [];
        let requires = this.requiresClause();
        const params: Param[] = this.is('(') ? this.parameters() : [];
        let mutable = false;
        let isNoexcept = false;
        let result: TypeNode | null = null;
        for (;;) {
          this.skipAttributes();
          if (this.accept('mutable')) mutable = true;
          else if (this.is('noexcept')) ({ isNoexcept } = this.noexceptSpecifier());
          else if (!this.accept('constexpr') && !this.accept('consteval')) break;
        }
        if (this.accept('->')) result = this.typeId();
        requires ??= this.requiresClause();
        if (!this.is('{')) fail(this.here(), `expected the body of a lambda, not ${this.describe()}`);
        const body = this.functionBlock();
        return {
          kind: 'lambda',
          captures,
          captureDefault,
          templateParams,
          requires,
          params,
          mutable,
          isNoexcept,
          result,
          body,
          span: this.since(start),
        };
      }),
    );
  }

  /** As a lambda that is called at once: its last expression is its value. What would leave the function around it is refused. */
  protected statementExpression(start: number): Expr {
    const open = this.pos;
    const end = this.peeking(() => {
      this.skipBalanced();
      return this.pos;
    });
    for (let at = open; at < end; at++)
      if (/^(?:return|goto)$/.test(this.tokens[at]?.text ?? ''))
        unsupported(
          this.spanOf(this.ahead(at - open)),
          'leaving a function out of ({ … })',
          'write a function',
        );
    const block = this.within(this.child('function'), () => this.functionBlock());
    this.expect(')');
    const last = block.body.at(-1);
    const body: BlockStmt =
      last?.kind !== 'expr'
        ? block
        : {
            ...block,
            body: [...block.body.slice(0, -1), { kind: 'return', value: last.expr, span: last.span }],
          };
    const span = this.since(start);
    const callee: Expr = {
      kind: 'lambda',
      captures: [],
      captureDefault: '&',
      templateParams: [],
      requires: null,
      params: [],
      mutable: false,
      isNoexcept: false,
      result: null,
      body,
      span,
    };
    return { kind: 'call', callee, args: [], span };
  }

  /** Initializers are read outside the lambda, the names they make are declared inside: in `scope`. */
  private captures(scope: typeof this.scope): { captures: Capture[]; captureDefault: '' | '=' | '&' } {
    this.expect('[');
    const captures: Capture[] = [];
    let captureDefault: '' | '=' | '&' = '';
    const defaulted = this.text;
    if ((defaulted === '=' || defaulted === '&') && /^[,\]]$/.test(this.ahead(1).text)) {
      captureDefault = defaulted;
      this.pos++;
      this.accept(',');
    }
    while (!this.is(']')) {
      captures.push(this.capture(scope));
      if (!this.accept(',')) break;
    }
    this.expect(']', 'after the captures');
    return { captures, captureDefault };
  }
  private capture(scope: typeof this.scope): Capture {
    const start = this.pos;
    if (this.accept('this'))
      return { id: 'this', byRef: false, init: null, pack: false, span: this.since(start) };
    if (this.is('*') && this.ahead(1).text === 'this') {
      this.pos += 2;
      return { id: '*this', byRef: false, init: null, pack: false, span: this.since(start) };
    }
    const byRef = this.accept('&');
    const packBefore = this.accept('...');
    const token = this.expectId('a captured variable');
    const pack = this.accept('...') || packBefore;
    let init: Expr | null = null;
    if (this.accept('=')) init = this.angled(false, () => this.clause());
    else if (this.is('(') || this.is('{')) {
      const [value, more] = this.is('(') ? this.args('(', ')') : this.args('{', '}');
      if (!value || more) fail(this.spanOf(token), `${token.text} is captured with one value`);
      init = value;
    } else if (!this.scope.lookup(token.text)) {
      this.report({
        span: this.spanOf(token),
        message: `${token.text} is not declared`,
        hint: '',
        unsupported: false,
        code: 'undeclared',
      });
    }
    this.declare(token.text, 'value', null, scope);
    return { id: token.text, byRef, init, pack, span: this.since(start) };
  }
}
