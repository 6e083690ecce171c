/** The tree as s-expressions, for tests: one line, `(op left right)`, types as they are built: `(ref (const T))`. */
import { assertNever } from '../../../../base/assert';
import type {
  Condition,
  Decl,
  Designator,
  Expr,
  FunctionDecl,
  Handler,
  Initializer,
  Name,
  Param,
  Requirement,
  Stmt,
  TemplateArg,
  TemplateParam,
  TranslationUnit,
  TypeNode,
  VarDecl,
} from '../../ast';

const list = (head: string, ...parts: readonly (string | readonly string[])[]): string =>
  `(${[head, ...parts.flat()].filter((p) => p !== '').join(' ')})`;

function printName(name: Name): string {
  const parts = name.parts.map(({ id, args }) => (args ? `${id}<${args.map(printArg).join(', ')}>` : id));
  return (name.global ? '::' : '') + parts.join('::');
}
function printArg(arg: TemplateArg): string {
  return (arg.kind === 'type' ? printType(arg.type) : printExpr(arg.value)) + (arg.pack ? '...' : '');
}

function printType(type: TypeNode): string {
  const constant = (text: string, isConst: boolean): string => (isConst ? `(const ${text})` : text);
  switch (type.kind) {
    case 'named':
      return constant(printName(type.name), type.isConst);
    case 'builtin':
      return constant(type.name, type.isConst);
    case 'auto':
      return (
        (type.constraint ? `${printName(type.constraint)} ` : '') +
        (type.decltypeAuto ? '(decltype auto)' : constant('auto', type.isConst))
      );
    case 'decltype':
      return list('decltype', printExpr(type.expr));
    case 'pointer':
      return constant(list('ptr', printType(type.to)), type.isConst);
    case 'memberPointer':
      return list('memptr', printName(type.of), printType(type.to));
    case 'reference':
      return list(type.rvalue ? 'rref' : 'ref', printType(type.to));
    case 'array':
      return list('array', printType(type.of), type.size ? printExpr(type.size) : '');
    case 'function':
      return list(
        type.isConst ? 'fn-const' : 'fn',
        printType(type.result),
        type.params.map((p) => printParam(p)),
      );
    case 'pack':
      return list('pack', printType(type.of));
    default:
      return assertNever(type);
  }
}
function printParam(p: Param): string {
  const name = p.id === '' ? '_' : p.id;
  return list(
    `${name}${p.pack ? '...' : ''}`,
    printType(p.type),
    p.defaultValue ? `= ${printExpr(p.defaultValue)}` : '',
  );
}

export function printExpr(e: Expr): string {
  switch (e.kind) {
    case 'int':
      return `${e.value}${e.suffix.unsigned ? 'u' : ''}${e.suffix.longLong ? 'll' : e.suffix.long ? 'l' : ''}`;
    case 'float':
      return `${e.value}f`;
    case 'char':
      return `'${e.value}'`;
    case 'string':
      return JSON.stringify(e.value);
    case 'bool':
      return String(e.value);
    case 'nullptr':
    case 'this':
      return e.kind;
    case 'suffixed':
      return `${e.value}_${e.suffix}`;
    case 'name':
      return printName(e);
    case 'unary':
      return list(e.op, printExpr(e.arg));
    case 'binary':
    case 'assign':
      return list(e.op, printExpr(e.left), printExpr(e.right));
    case 'conditional':
      return list('?:', printExpr(e.cond), printExpr(e.then), printExpr(e.else));
    case 'call':
      return list('call', printExpr(e.callee), e.args.map(printExpr));
    case 'index':
      return list('[]', printExpr(e.object), printExpr(e.index));
    case 'member':
      return list(e.arrow ? '->' : '.', printExpr(e.object), printName(e.member));
    case 'memberPointer':
      return list(e.arrow ? '->*' : '.*', printExpr(e.object), printExpr(e.pointer));
    case 'construct':
      return list(e.braced ? 'make{}' : 'make', printType(e.type), e.args.map(printExpr));
    case 'braced':
      return `{${e.items.map((item, i) => printDesignator(e.designators?.[i]) + printExpr(item)).join(', ')}}`;
    case 'cast':
      return list(`${e.style}-cast`, printType(e.type), printExpr(e.arg));
    case 'new':
      return list(
        e.count ? 'new[]' : 'new',
        e.placement ? `@${printExpr(e.placement)}` : '',
        printType(e.type),
        e.count ? printExpr(e.count) : '',
        e.braced ? `{${e.args.map(printExpr).join(', ')}}` : e.args.map(printExpr),
      );
    case 'delete':
      return list(e.array ? 'delete[]' : 'delete', printExpr(e.arg));
    case 'lambda': {
      const captures = e.captures.map(
        (c) =>
          (c.byRef ? '&' : '') + c.id + (c.pack ? '...' : '') + (c.init ? ` = ${printExpr(c.init)}` : ''),
      );
      return list(
        'lambda',
        `[${[e.captureDefault, ...captures].filter((c) => c !== '').join(', ')}]`,
        e.templateParams.length > 0 ? `<${e.templateParams.map(printTemplateParam).join(', ')}>` : '',
        `(${e.params.map(printParam).join(' ')})`,
        printClause(e.requires),
        e.mutable ? 'mutable' : '',
        e.result ? `-> ${printType(e.result)}` : '',
        printStmt(e.body),
      );
    }
    case 'sizeof':
    case 'alignof':
    case 'typeid':
      return list(e.kind, e.type ? printType(e.type) : '', e.arg ? printExpr(e.arg) : '');
    case 'generic': {
      const choices = e.choices.map((c) =>
        list(c.type === null ? 'default' : printType(c.type), printExpr(c.value)),
      );
      return list('_Generic', printExpr(e.control), ...choices);
    }
    case 'sizeofPack':
      return list('sizeof...', e.id);
    case 'packExpansion':
      return `${printExpr(e.pattern)}...`;
    case 'fold':
      return list('fold', e.op, e.left ? printExpr(e.left) : '_', e.right ? printExpr(e.right) : '_');
    case 'noexcept':
      return list('noexcept', printExpr(e.arg));
    case 'requires':
      return list(
        'requires',
        `(${e.params.map(printParam).join(' ')})`,
        e.requirements.map(printRequirement),
      );
    case 'await':
    case 'yield':
      return list(e.kind, printExpr(e.arg));
    case 'throw':
      return list('throw', e.arg ? printExpr(e.arg) : '');
    case 'paren':
      return list('paren', printExpr(e.inner));
    default:
      return assertNever(e);
  }
}

const printClause = (e: Expr | null): string => (e ? list('requires', printExpr(e)) : '');
function printRequirement(r: Requirement): string {
  if (r.kind === 'type') return list('type', printType(r.type));
  if (r.kind === 'nested') return list('requires', printExpr(r.expr));
  return list('expr', printExpr(r.expr), r.isNoexcept ? 'noexcept' : '', r.result ? printName(r.result) : '');
}
function printCondition(c: Condition): string {
  return c.kind === 'condExpr' ? printExpr(c.expr) : printVar(c.decl);
}
export function printStmt(s: Stmt): string {
  switch (s.kind) {
    case 'block':
      return list('block', s.body.map(printStmt));
    case 'expr':
      return printExpr(s.expr);
    case 'decl':
      return printDecl(s.decl);
    case 'if':
      return list(
        s.isConstexpr ? 'if-constexpr' : 'if',
        s.init ? `${printStmt(s.init)};` : '',
        printCondition(s.cond),
        printStmt(s.then),
        s.else ? printStmt(s.else) : '',
      );
    case 'while':
      return list('while', printCondition(s.cond), printStmt(s.body));
    case 'do':
      return list('do', printStmt(s.body), printExpr(s.cond));
    case 'for':
      return list(
        'for',
        s.init ? printStmt(s.init) : '_',
        s.cond ? printCondition(s.cond) : '_',
        s.step ? printExpr(s.step) : '_',
        printStmt(s.body),
      );
    case 'rangeFor': {
      const names = s.decl.bindings ? `[${s.decl.bindings.map((b) => b.id).join(', ')}]` : s.decl.id;
      const decl = list(names, printType(s.decl.type));
      return list(
        'for-in',
        s.init ? `${printStmt(s.init)};` : '',
        decl,
        printExpr(s.range),
        printStmt(s.body),
      );
    }
    case 'switch':
      return list('switch', s.init ? `${printStmt(s.init)};` : '', printCondition(s.cond), printStmt(s.body));
    case 'case':
      return s.value ? list('case', printExpr(s.value)) : '(default)';
    case 'return':
    case 'coReturn':
      return list(s.kind, s.value ? printExpr(s.value) : '');
    case 'try':
      return list('try', printStmt(s.body), s.handlers.map(printHandler));
    case 'goto':
    case 'label':
      return list(s.kind, s.id);
    case 'break':
    case 'continue':
    case 'empty':
      return `(${s.kind})`;
    default:
      return assertNever(s);
  }
}

function printHandler(h: Handler): string {
  return list('catch', h.param === null ? '...' : printParam(h.param), printStmt(h.body));
}
function printInit(init: Initializer): string {
  if (init.kind === 'none') return '';
  if (init.kind === 'copy') return `= ${printExpr(init.value)}`;
  if (init.kind === 'list') return printExpr(init.list);
  return `(${init.args.map(printExpr).join(' ')})`;
}
function printVar(v: VarDecl): string {
  const storage = Object.entries(v.storage)
    .filter(([, on]) => on)
    .map(([name]) => name.slice(2).toLowerCase());
  const id = (v.qualifier ? `${printName(v.qualifier)}::` : '') + v.id;
  return list('var', storage, id, printType(v.type), printInit(v.init));
}
function printTemplateParam(p: TemplateParam): string {
  const id = `${p.id}${p.pack ? '...' : ''}`;
  if (p.kind === 'templateParam')
    return `template ${id}${p.defaultName ? ` = ${printName(p.defaultName)}` : ''}`;
  if (p.kind === 'typeParam')
    return `${p.constraint ? printName(p.constraint) : 'typename'} ${id}${p.defaultType ? ` = ${printType(p.defaultType)}` : ''}`;
  return `${printType(p.type)} ${id}${p.defaultValue ? ` = ${printExpr(p.defaultValue)}` : ''}`;
}
function printFunction(f: FunctionDecl): string {
  const flags = [
    f.isStatic ? 'static' : '',
    f.isVirtual ? 'virtual' : '',
    f.isExplicit ? 'explicit' : '',
    f.isConstexpr ? 'constexpr' : '',
    f.isConst ? 'const' : '',
    f.refQualifier,
    f.isNoexcept ? 'noexcept' : f.noexceptIf ? list('noexcept', printExpr(f.noexceptIf)) : '',
    printClause(f.requires),
    f.isOverride ? 'override' : '',
  ];
  return list(
    { plain: 'function', constructor: 'ctor', destructor: 'dtor', conversion: 'conversion' }[f.role],
    printName(f.name),
    flags,
    f.result ? printType(f.result) : '',
    `(${f.params.map(printParam).join(' ')})`,
    f.inits.map(
      (i) =>
        `${printName(i.name)}${i.braced ? '{' : '('}${i.args.map(printExpr).join(' ')}${i.braced ? '}' : ')'}`,
    ),
    f.special === '' ? '' : `= ${f.special}`,
    f.body ? printStmt(f.body) : '',
    f.handlers.map(printHandler),
  );
}
export function printDecl(d: Decl): string {
  switch (d.kind) {
    case 'vars':
      return d.vars.map(printVar).join(' ');
    case 'binding':
      return list(
        'binding',
        `[${d.bindings.map((b) => b.id).join(', ')}]`,
        printType(d.type),
        printExpr(d.init),
      );
    case 'function':
      return printFunction(d);
    case 'class':
      return list(
        d.key,
        d.name ? printName({ kind: 'name', global: false, parts: [d.name], span: d.name.span }) : '_',
        d.bases.length > 0 ? `: ${d.bases.map((b) => `${b.access} ${printType(b.type)}`).join(', ')}` : '',
        d.members ? d.members.map(printDecl) : ';',
      );
    case 'enum':
      return list(
        d.scoped ? 'enum-class' : 'enum',
        d.id === '' ? '_' : d.id,
        d.underlying ? `: ${printType(d.underlying)}` : '',
        d.enumerators ? d.enumerators.map((e) => (e.value ? list(e.id, printExpr(e.value)) : e.id)) : ';',
      );
    case 'namespace':
      return list('namespace', d.path.join('::') || '_', d.body.map(printDecl));
    case 'namespaceAlias':
      return list('namespace', d.id, '=', printName(d.target));
    case 'using':
      return list(d.isNamespace ? 'using-namespace' : 'using', printName(d.name));
    case 'alias':
      return list('alias', d.id, printType(d.type));
    case 'template':
      return list(
        'template',
        `<${d.params.map(printTemplateParam).join(', ')}>`,
        printClause(d.requires),
        printDecl(d.decl),
      );
    case 'guide':
      return list('guide', printName(d.name), `(${d.params.map(printParam).join(' ')})`, printType(d.result));
    case 'concept':
      return list('concept', d.id, printExpr(d.value));
    case 'staticAssert':
      return list('static-assert', printExpr(d.cond), d.message === '' ? '' : JSON.stringify(d.message));
    case 'friend':
      return list('friend', d.decl ? printFunction(d.decl) : '');
    case 'access':
      return `${d.level}:`;
    case 'emptyDecl':
      return '(empty)';
    default:
      return assertNever(d);
  }
}
export function printUnit(unit: TranslationUnit): string {
  return unit.decls.map(printDecl).join('\n');
}
function printDesignator(d: Designator | undefined): string {
  if (d === undefined || d === null) return '';
  return typeof d === 'string' ? `.${d} = ` : `[${printExpr(d.from)}] = `;
}
