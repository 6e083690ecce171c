/** Parameters of functions ([dcl.fct]), and those of C before 1989. */
import type { Expr, Param, TemplateArg, TypeNode } from '../ast';
import { fail } from '../diagnostics';
import { Types } from './types';

export abstract class Parameters extends Types {
  /** An initializer: an expression without commas, or `{…}`. */
  protected abstract clause(): Expr;

  /** `(int a, T&& b = 1)`; the names are declared in the present scope. */
  protected parameters(): Param[] {
    if (this.namesAlone()) return this.oldParameters();
    this.expect('(');
    const params: Param[] = [];
    if (this.is('void') && this.ahead(1).text === ')') this.pos++;
    this.angled(false, () => {
      while (!this.is(')')) {
        if (this.is('...')) {
          params.push(this.ellipsis());
          break;
        }
        const param = this.parameter();
        params.push(this.env.isC ? { ...param, type: withRows(param.type, params) } : param);
        if (this.is('...')) params.push(this.ellipsis());
        if (!this.accept(',')) break;
      }
    });
    this.expect(')', 'after the parameters');
    return params;
  }
  protected namesAlone(): boolean {
    const { kind, text } = this.ahead(1);
    if (!this.env.isC || kind !== 'id' || !/^[,)]$/.test(this.ahead(2).text)) return false;
    return !/^type/.test(this.scope.lookup(text)?.kind ?? '');
  }
  /** Their types stand between the parentheses and the body ([C17 6.9.1]). */
  private oldParameters(): Param[] {
    const params: { -readonly [K in keyof Param]: Param[K] }[] = [];
    this.expect('(');
    do {
      const span = this.here();
      const { text: id } = this.expectId('the name of a parameter');
      this.declare(id, 'value', null, this.scope);
      // Who says nothing means int.
      const type: TypeNode = { kind: 'builtin', name: 'int', isConst: false, span };
      params.push({ type, id, idSpan: span, defaultValue: null, pack: false, span });
    } while (this.accept(','));
    this.expect(')', 'after the parameters');
    while (!this.is('{') && !this.is(';') && !this.atEnd) {
      const { type: base } = this.specifiers(false);
      if (!base) this.notAType();
      do {
        const { name, type } = this.declarator(base, 'must', 'parameters');
        const param = params.find((p) => p.id === name?.parts[0]?.id);
        if (!param) fail(name?.span ?? this.here(), 'this is no parameter of the function');
        param.type = asParameter(type);
      } while (this.accept(','));
      this.expect(';', 'after the parameter');
    }
    return params;
  }
  /** `...` of C ([dcl.fct]/4): a pack whose name only `va_start` of <cstdarg> knows. */
  private ellipsis(): Param {
    const span = this.here();
    this.pos++;
    const id = '__variable_arguments';
    this.declare(id, 'value', null, this.scope);
    const type: TypeNode = { kind: 'auto', isConst: false, decltypeAuto: false, span };
    return { type, id, idSpan: span, defaultValue: null, pack: true, span };
  }
  protected parameter(): Param {
    const start = this.pos;
    this.skipAttributes();
    if (this.is('register')) this.pos++;
    const { type: base } = this.specifiers(false);
    if (!base) fail(this.here(), `expected a parameter type, not ${this.describe()}`);
    const { name, type: written, pack } = this.declarator(base, 'may', 'parameters');
    const type = asParameter(written);
    const [part, more] = name?.parts ?? [];
    if (more) fail(name?.span ?? this.here(), 'a parameter has a plain name');
    const id = part?.id ?? '';
    this.declare(id, 'value', null, this.scope);
    const param: { -readonly [K in keyof Param]: Param[K] } = {
      type,
      id,
      idSpan: part?.span ?? { ...this.since(start), start: this.since(start).end },
      defaultValue: null,
      pack,
      span: this.since(start),
    };
    if (this.accept('=')) this.defaultArgument(param);
    if (!/^[,)>]$/.test(this.text))
      fail(this.here(), `expected ',' or ')' after a parameter, not ${this.describe()}`);
    param.span = this.since(start);
    return param;
  }
  /** What stands after the `=` of a parameter, into `param`. */
  protected defaultArgument(param: { defaultValue: Param['defaultValue'] }): void {
    param.defaultValue = this.clause();
  }
}

/** [dcl.fct]/5: a parameter that is written as an array is a pointer. */
const asParameter = (written: TypeNode): TypeNode =>
  written.kind === 'array'
    ? { kind: 'pointer', to: written.of, isConst: false, span: written.span }
    : written;

/** `double a[n][m]` and `double (*a)[m]` of C, where m is a parameter before it: a view of rows. */
function withRows(type: TypeNode, before: readonly Param[]): TypeNode {
  if (type.kind !== 'pointer' || type.to.kind !== 'array' || type.to.size?.kind !== 'name') return type;
  const { of, size, span } = type.to;
  if (!before.some((param) => param.id === size.parts[0]?.id)) return type;
  const args: TemplateArg[] = [{ kind: 'type', type: of, pack: false, span }];
  const parts = [
    { id: 'std', span },
    { id: '__rows', args, span },
  ];
  return { kind: 'named', name: { kind: 'name', global: true, parts, span }, isConst: false, span };
}
