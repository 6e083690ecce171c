/** Statements. Whether one is a declaration is decided by what its first name is, and then by one look at what follows it. */
import type { BlockStmt, Condition, Decl, Expr, Handler, RangeDecl, Stmt, TypeNode, VarDecl } from '../ast';
import { fail, unsupported } from '../diagnostics';
import { assembled, type Operand } from './assembly';
import { Lambdas } from './lambdas';
import { INT128 } from './specifiers';

const DECLARATION_STARTS = new Set(
  'using typedef template static_assert namespace extern asm const volatile static thread_local inline constexpr consteval constinit mutable register friend virtual explicit class struct union enum alignas __attribute__'.split(
    ' ',
  ),
);
const REFUSED: Record<string, readonly [what: string, hint: string]> = {
  asm: ['asm', 'use std::atomic'],
};

/** What processors are told that changes no value. */
const HINT = /^"?(?:\s|;|pause|nop|rep|yield|[mls]fence|\\[nt])*"?$/;

export abstract class Statements extends Lambdas {
  /** A declaration inside a function, with its `;`. */
  protected abstract blockDeclaration(): Decl[];
  /** `T x = e` in a condition, without what follows. */
  protected abstract conditionDeclaration(): Decl;
  /** `auto& x` or `auto [a, b]` before the `:` of a range-for, not yet declared. */
  protected abstract rangeDeclaration(): RangeDecl;

  /** The body of a function or of a lambda: a coroutine if it suspends anywhere, whatever its declaration says ([dcl.fct.def.coroutine]). */
  protected functionBlock(): BlockStmt {
    const outer = this.suspends;
    this.suspends = false;
    try {
      const made = this.block();
      return this.suspends ? { ...made, isCoroutine: true } : made;
    } finally {
      this.suspends = outer;
    }
  }
  private clauseOrComma(): Expr {
    return this.is('{') ? this.braced() : this.expression();
  }
  protected block(): BlockStmt {
    return this.within(this.child('block'), () => this.blockHere());
  }
  /** A block in the present scope: a function's parameters and its outermost variables share one. */
  private blockHere(): BlockStmt {
    const start = this.pos;
    this.expect('{');
    const body = this.angled(false, () => this.statements());
    const end = this.here();
    if (!this.accept('}')) fail(this.spanOf(this.tokens[start] ?? this.token), "this '{' is not closed");
    return { kind: 'block', body, end, span: this.since(start) };
  }
  private statements(): Stmt[] {
    const body: Stmt[] = [];
    while (!this.is('}') && !this.atEnd)
      this.recovering(() => void body.push(...this.deeper(() => this.statement())));
    return body;
  }

  /** `asm volatile("pause" ::: "memory");`: a hint to the processor, or a barrier for the compiler, says nothing here. */
  private assembly(): Stmt | null {
    if (!this.is('asm')) return null;
    const start = this.pos;
    this.pos++;
    while (this.accept('volatile') || this.accept('inline')) {}
    const open = this.pos;
    const code = this.ahead(1);
    if (code.kind === 'string' && HINT.test(code.text)) {
      this.skipBalanced();
      this.expect(';');
      return { kind: 'empty', span: this.since(start) };
    }
    this.pos += 2;
    const operands = this.angled(false, () => this.operands());
    const expr = assembled(String(code.value), operands, this.since(start));
    if (expr === null || this.tokens[open]?.text !== '(') {
      this.pos = start;
      return unsupported(this.here(), 'asm', 'use std::atomic');
    }
    this.expect(')');
    this.expect(';');
    return { kind: 'expr', expr, span: this.since(start) };
  }
  /** `: [out] "=r" (x) : "m" (*p) : "memory"`, to the closing bracket. */
  private operands(): Operand[] {
    const operands: Operand[] = [];
    for (let part = 0; !this.is(')') && !this.atEnd; ) {
      if (this.accept(':')) part++;
      else if (this.accept('::')) part += 2;
      else if (part > 2) this.pos++;
      else {
        const name = this.accept('[') ? this.text : '';
        if (name !== '') this.pos += 2;
        const constraint = String(this.token.value);
        this.pos++;
        this.expect('(');
        operands.push({ name, constraint, expr: this.expression() });
        this.expect(')');
        this.accept(',');
      }
    }
    return operands;
  }
  /** One statement; a declaration such as `struct P { … } p;` gives two. */
  private statement(): Stmt[] {
    this.skipAttributes();
    const start = this.pos;
    const { word: text } = this;
    const assembly = this.assembly();
    if (assembly) return [assembly];
    const refused = this.token.kind === 'keyword' ? REFUSED[text] : undefined;
    if (refused) unsupported(this.here(), ...refused);
    switch (text) {
      case '{':
        return [this.block()];
      case ';':
        this.pos++;
        return [{ kind: 'empty', span: this.since(start) }];
      case 'if':
        return [this.ifStatement()];
      case 'while':
        return [this.whileStatement()];
      case 'do':
        return [this.doStatement()];
      case 'for':
        return [this.forStatement()];
      case 'switch':
        return [this.switchStatement()];
      case 'case': {
        this.pos++;
        const value = this.constant();
        const to = this.accept('...') ? this.constant() : null;
        this.expect(':', 'after the case value');
        return [{ kind: 'case', value, to, span: this.since(start) }];
      }
      case 'default':
        this.pos++;
        this.expect(':', 'after default');
        return [{ kind: 'case', value: null, to: null, span: this.since(start) }];
      case 'break':
      case 'continue':
        this.pos++;
        this.expect(';', `after ${text}`);
        return [{ kind: text, span: this.since(start) }];
      case 'return': {
        this.pos++;
        const value = this.is(';') ? null : this.clauseOrComma();
        this.expect(';', 'after the returned value');
        return [{ kind: 'return', value, span: this.since(start) }];
      }
      case 'co_return': {
        this.pos++;
        this.suspends = true;
        const value = this.is(';') ? null : this.clauseOrComma();
        this.expect(';', 'after the returned value');
        return [{ kind: 'coReturn', value, span: this.since(start) }];
      }
      case 'try': {
        this.pos++;
        const body = this.block();
        return [{ kind: 'try', body, handlers: this.handlers(), span: this.since(start) }];
      }
      case 'goto': {
        this.pos++;
        const id = this.expectId('a label').text;
        this.expect(';', 'after goto');
        return [{ kind: 'goto', id, span: this.since(start) }];
      }
      case 'catch':
        return fail(this.here(), 'catch without a try');
      case 'else':
        fail(this.here(), 'else without an if');
    }
    if (this.atId && this.ahead(1).text === ':') {
      const id = this.next().text;
      this.pos++;
      return [{ kind: 'label', id, span: this.since(start) }];
    }
    if (this.startsDeclaration())
      return this.blockDeclaration().map((decl): Stmt => ({ kind: 'decl', decl, span: decl.span }));
    return [this.expressionStatement()];
  }
  /** `catch (E& e) {…} catch (...) {…}`: one at least. */
  protected handlers(): Handler[] {
    const handlers: Handler[] = [];
    if (!this.is('catch')) fail(this.here(), `expected catch after the block of try, not ${this.describe()}`);
    while (this.is('catch')) {
      const start = this.pos++;
      handlers.push(
        this.within(this.child('block'), () => {
          this.expect('(', 'after catch');
          const param = this.accept('...') ? null : this.parameter();
          this.expect(')', 'after what is caught');
          return { param, body: this.block(), span: this.since(start) };
        }),
      );
    }
    return handlers;
  }
  private expressionStatement(): Stmt {
    const start = this.pos;
    const expr = this.expression();
    this.expect(';', 'after the expression');
    return { kind: 'expr', expr, span: this.since(start) };
  }
  /** The statement under an if or a loop, with a scope of its own. */
  private branch(): Stmt {
    const start = this.pos;
    const stmts = this.within(this.child('block'), () => this.deeper(() => this.statement()));
    const [only] = stmts;
    if (only && stmts.length === 1) return only;
    const span = this.since(start);
    return { kind: 'block', body: stmts, end: { ...span, start: span.end }, span };
  }

  // ── declaration or expression? ─────────────────────────────────────────────────────────────────────────────────

  protected startsDeclaration(): boolean {
    const { token, text } = this;
    if (token.kind === 'keyword') {
      if (DECLARATION_STARTS.has(text)) return true;
      if (text === 'auto') return true;
      if (text !== 'typename' && text !== 'decltype' && !this.isBuiltinWord()) return false;
      return this.peeking(() => this.specifiers(true).type !== null && this.declaresAfterType());
    }
    if (INT128.test(text)) return true;
    if (!this.atName) return false;
    if (this.peekName().kind === 'concept') return this.startsType();
    return this.peeking(() => this.isTypeName(this.name()) && this.declaresAfterType());
  }
  /** Behind a type at the beginning of a statement: is something declared, or an object constructed? */
  private declaresAfterType(): boolean {
    const { text, token } = this;
    if (token.kind === 'id' || text === '*' || text === '&' || text === '&&' || text === 'const') return true;
    if (this.isStorage() || this.isBuiltinWord()) return true;
    if (text !== '(') return false;
    // `T (x);` and `T (*f)(int);` are declarations; `T(x).f();` and `T(a, b);` are not.
    const [first, second, third] = [this.ahead(1), this.ahead(2).text, this.ahead(3).text];
    if (first.kind === 'id' && second === ')') return /^[;=,[]$/.test(third);
    if (!/^[*&]+$/.test(first.text) && second !== '::') return false;
    const type: TypeNode = { kind: 'auto', isConst: false, decltypeAuto: false, span: this.here() };
    const declarator = this.peeking(() =>
      this.attempt(() => this.declarator(type, 'must', 'parameters') && /^[;=,{]$/.test(this.text)),
    );
    return declarator === true;
  }

  // ── if, loops, switch ──────────────────────────────────────────────────────────────────────────────────────────

  /** `(init; condition)`. The names of both live in the present scope. */
  private header(): { init: Stmt | null; cond: Condition } {
    this.expect('(');
    return this.angled(false, () => {
      let init: Stmt | null = null;
      if (this.initAhead()) init = this.initStatement();
      const cond = this.condition();
      this.expect(')', 'after the condition');
      return { init, cond };
    });
  }
  /** Is there a `;` before the closing parenthesis? */
  private initAhead(): boolean {
    return this.peeking(() => {
      while (!this.is(')') && !this.atEnd) {
        if (this.is(';')) return true;
        if (/^[([{]$/.test(this.text)) this.skipBalanced();
        else this.pos++;
      }
      return false;
    });
  }
  private initStatement(): Stmt {
    const start = this.pos;
    if (this.accept(';')) return { kind: 'empty', span: this.since(start) };
    if (!this.startsDeclaration()) return this.expressionStatement();
    const [decl] = this.blockDeclaration();
    if (!decl) fail(this.here(), 'expected a declaration');
    return { kind: 'decl', decl, span: decl.span };
  }
  private condition(): Condition {
    if (!this.startsDeclaration()) {
      const expr = this.expression();
      return { kind: 'condExpr', expr, span: expr.span };
    }
    const decl = this.conditionDeclaration();
    const [first, second] = decl.kind === 'vars' ? decl.vars : [];
    if (!first || second || first.init.kind === 'none')
      fail(decl.span, 'a condition declares one variable and gives it a value');
    return { kind: 'condDecl', decl: first as VarDecl, span: decl.span };
  }

  private ifStatement(): Stmt {
    const start = this.pos++;
    const isConstexpr = this.accept('constexpr');
    if (this.is('consteval') || this.is('!'))
      unsupported(this.here(), 'if consteval', 'write an ordinary if');
    return this.within(this.child('block'), () => {
      const { init, cond } = this.header();
      const then = this.branch();
      const otherwise = this.accept('else') ? this.branch() : null;
      return { kind: 'if', isConstexpr, init, cond, then, else: otherwise, span: this.since(start) };
    });
  }
  private whileStatement(): Stmt {
    const start = this.pos++;
    return this.within(this.child('block'), () => {
      this.expect('(', 'after while');
      const cond = this.angled(false, () => this.condition());
      this.expect(')', 'after the condition');
      const body = this.branch();
      return { kind: 'while', cond, body, span: this.since(start) };
    });
  }
  private doStatement(): Stmt {
    const start = this.pos++;
    const body = this.branch();
    this.expect('while', 'after the body of do');
    this.expect('(');
    const cond: Expr = this.angled(false, () => this.expression());
    this.expect(')');
    this.expect(';', 'after do … while (…)');
    return { kind: 'do', body, cond, span: this.since(start) };
  }
  private switchStatement(): Stmt {
    const start = this.pos++;
    return this.within(this.child('block'), () => {
      const { init, cond } = this.header();
      if (!this.is('{')) unsupported(this.here(), 'a switch without braces', 'put the cases into { }');
      const body = this.block();
      return { kind: 'switch', init, cond, body, span: this.since(start) };
    });
  }

  private forStatement(): Stmt {
    const start = this.pos++;
    return this.within(this.child('block'), (): Stmt => {
      this.expect('(', 'after for');
      const { isRange, hasInit } = this.forShape();
      if (isRange) {
        const init = hasInit ? this.initStatement() : null;
        const decl = this.rangeDeclaration();
        this.expect(':');
        const range = this.angled(false, () => (this.is('{') ? this.braced() : this.expression()));
        this.expect(')', 'after the range');
        for (const { id } of decl.bindings ?? [decl]) this.declare(id, 'value');
        const body = this.branch();
        return { kind: 'rangeFor', init, decl, range, body, span: this.since(start) };
      }
      const { init, cond, step } = this.angled(false, () => {
        const first = this.initStatement();
        const second = this.is(';') ? null : this.condition();
        this.expect(';', 'after the condition of for');
        const third = this.is(')') ? null : this.expression();
        return { init: first.kind === 'empty' ? null : first, cond: second, step: third };
      });
      this.expect(')', 'after the header of for');
      const body = this.branch();
      return { kind: 'for', init, cond, step, body, span: this.since(start) };
    });
  }
  /** One look over the header of a for: a `:` that belongs to no `?` makes it a range-for. */
  private forShape(): { isRange: boolean; hasInit: boolean } {
    return this.peeking(() => {
      let questions = 0;
      let hasInit = false;
      while (!this.is(')') && !this.atEnd) {
        if (/^[([{]$/.test(this.text)) {
          this.skipBalanced();
          continue;
        }
        if (this.is('?')) questions++;
        else if (this.is(';')) hasInit = true;
        else if (this.is(':') && questions-- === 0) return { isRange: true, hasInit };
        this.pos++;
      }
      return { isRange: false, hasInit };
    });
  }
}
