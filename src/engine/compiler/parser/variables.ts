/** Variables with their initializers, structured bindings, and the declarations in conditions and range-fors. */
import type { Decl, Expr, Initializer, Name, RangeDecl, TypeNode, VarDecl } from '../ast';
import { fail } from '../diagnostics';
import type { Scope } from './scope';
import type { Specifiers } from './specifiers';
import { Statements } from './statements';
import type { Declarator } from './types';

export type Place = 'namespace' | 'class' | 'block';
/** A node some of whose parts are read later, when the class around it is complete. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Bindings = { readonly id: string; readonly span: Decl['span'] }[];

export abstract class Variables extends Statements {
  /** Bodies and initializers of class members, read once the outermost class is known; null outside of classes. */
  protected pending: (() => void)[] | null = null;

  protected variable(specs: Specifiers, declarator: Declarator, place: Place): VarDecl {
    const { name, scope, type } = declarator;
    const parts = name?.parts ?? [];
    const last = parts.at(-1);
    if (!name || !last) fail(this.here(), 'expected a name');
    const qualifier: Name | null =
      parts.length > 1
        ? {
            ...name,
            parts: parts.slice(0, -1),
            span: { ...name.span, end: parts.at(-2)?.span.end ?? name.span.end },
          }
        : null;
    if (!qualifier) this.declare(last.id, this.scope.kind === 'template' ? 'valueTemplate' : 'value');
    const { flags } = specs;
    const decl: Mutable<VarDecl> = {
      id: last.id,
      idSpan: last.span,
      ...(last.args === undefined ? {} : { args: last.args }),
      qualifier,
      type,
      init: { kind: 'none' },
      bits: null,
      aligned: [...specs.aligned, ...this.takeAlignments()],
      storage: {
        isStatic: flags.has('static'),
        isConstexpr: flags.has('constexpr'),
        isInline: flags.has('inline'),
        isThreadLocal: flags.has('thread_local'),
        isExtern: flags.has('extern'),
        isMutable: flags.has('mutable'),
      },
      span: this.since(specs.start),
    };
    if (place === 'class' && this.accept(':')) decl.bits = this.constant();
    if (this.pending && place === 'class' && (this.is('=') || this.is('{'))) {
      const from = this.pos;
      this.skipInitializer();
      this.later(from, this.scope, () => {
        decl.init = this.initializer();
        if (!/^[;,]$/.test(this.text))
          fail(this.here(), `expected ';' after the initializer, not ${this.describe()}`);
      });
    } else decl.init = this.within(scope ?? this.scope, () => this.initializer());
    decl.span = this.since(specs.start);
    return decl;
  }
  protected initializer(): Initializer {
    if (this.accept('=')) return { kind: 'copy', value: this.clause() };
    if (this.is('{')) return { kind: 'list', list: this.braced() };
    if (!this.is('(')) return { kind: 'none' };
    const from = this.pos;
    return { kind: 'direct', args: this.args('(', ')'), span: this.since(from) };
  }
  /** Over the initializer of a class member: to the `,` or `;` that is not inside brackets or template arguments. */
  private skipInitializer(): void {
    let angles = 0;
    while (!this.is(';') && !this.is('}') && !this.atEnd && !(angles === 0 && this.is(','))) {
      if (/^[([{]$/.test(this.text)) {
        this.skipBalanced();
        continue;
      }
      if (this.is('<') && (angles > 0 || this.templateBefore())) angles++;
      else if (this.is('>') && angles > 0) angles--;
      this.pos++;
    }
  }
  private templateBefore(): boolean {
    const { kind, text } = this.ahead(-1);
    if (/_cast$/.test(text)) return true;
    if (kind !== 'id') return false;
    const qualified = this.ahead(-2).text === '::';
    return (
      qualified || /Template$/.test(this.scope.lookup(text)?.kind ?? '') || this.env.memberTemplates.has(text)
    );
  }
  /** Reads what begins at token `from` when the class is complete, in `scope`. */
  /** In a class it is read when all members are known: it may name those that follow. */
  protected override defaultArgument(param: { defaultValue: Expr | null }): void {
    if (!this.pending) {
      super.defaultArgument(param);
      return;
    }
    const from = this.pos;
    for (let angles = 0; !this.atEnd && !this.is(')') && !this.is(';') && !(angles === 0 && this.is(',')); ) {
      if (this.is('<') && this.ahead(-1).kind === 'id') angles++;
      if (this.is('>') && angles > 0) angles--;
      if (this.is('(') || this.is('{') || this.is('[')) this.skipBalanced();
      else this.pos++;
    }
    this.later(from, this.scope, () => super.defaultArgument(param));
  }
  protected later(from: number, scope: Scope, parse: () => void): void {
    this.pending?.push(() => {
      const back = this.pos;
      this.pos = from;
      this.within(scope, () => this.recovering(() => this.angled(false, parse)));
      this.pos = back;
    });
  }

  protected conditionDeclaration(): Decl {
    const specs = this.specifiers(true);
    if (!specs.type) fail(this.here(), `expected a type, not ${this.describe()}`);
    const declarator = this.declarator(specs.type, 'must', 'none');
    const variable = this.variable(specs, declarator, 'block');
    return { kind: 'vars', vars: [variable], span: this.since(specs.start) };
  }
  protected rangeDeclaration(): RangeDecl {
    const start = this.pos;
    this.skipAttributes();
    const { type: base } = this.specifiers(true);
    if (!base) fail(this.here(), `expected the type of the loop's variable, not ${this.describe()}`);
    if (base.kind === 'auto' && this.bindingAhead()) {
      const { type, bindings } = this.bindings(base);
      const at = bindings[0]?.span ?? this.here();
      return { type, id: '', idSpan: at, bindings, span: this.since(start) };
    }
    const { type, name } = this.declarator(base, 'must', 'none');
    const part = name?.parts[0];
    return {
      type,
      id: part?.id ?? '',
      idSpan: part?.span ?? this.here(),
      bindings: null,
      span: this.since(start),
    };
  }

  /** After `auto`: does `[`, `&[` or `&&[` follow? */
  protected bindingAhead(): boolean {
    return this.is('[') || (/^&&?$/.test(this.text) && this.ahead(1).text === '[');
  }
  protected bindings(base: TypeNode): { type: TypeNode; bindings: Bindings } {
    const type = this.pointers(base);
    const bindings: Bindings = [];
    this.expect('[');
    do {
      const token = this.expectId('a name');
      bindings.push({ id: token.text, span: this.spanOf(token) });
    } while (this.accept(','));
    this.expect(']');
    return { type, bindings };
  }
  protected bindingInit(): Expr {
    if (this.accept('=')) return this.clause();
    const braced = this.is('{');
    const [value, more] = braced ? this.args('{', '}') : this.args('(', ')');
    if (!value || more) fail(this.here(), 'a structured binding is made from one value');
    return value;
  }
}
