/** Syntax compared and weighed as it is written, without its places; and syntax that nobody wrote. */
/** Syntax as text without places: equal exactly for what is written alike. */
export const written = (node: unknown): string =>
  JSON.stringify(node, (key, v) =>
    key === 'span' || key === 'idSpan' ? undefined : typeof v === 'bigint' ? `${v}n` : v,
  );

/** How much a pattern says beyond the bare names of the template's parameters: a rough partial order of templates ([temp.func.order]). */
export function says(node: unknown, params: ReadonlySet<string>): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, n) => sum + says(n, params), 0);
  if (typeof node !== 'object' || node === null) return 0;
  const { kind, id } = node as { kind?: unknown; id?: unknown };
  const own =
    typeof id === 'string'
      ? params.has(id)
        ? 0
        : 1
      : kind === undefined || kind === 'name' || kind === 'named'
        ? 0
        : 1;
  const isConst = 'isConst' in node && node.isConst === true ? 1 : 0;
  return Object.entries(node).reduce(
    (sum, [key, v]) => (key === 'span' ? sum : sum + says(v, params)),
    own + isConst,
  );
}

/** What a function says of itself that says nothing. */
export const PLAIN_FUNCTION = {
  kind: 'function',
  role: 'plain',
  isConst: false,
  isStatic: false,
  isVirtual: false,
  isOverride: false,
  isExplicit: false,
  isNoexcept: false,
  mayThrow: false,
  noexceptIf: null,
  requires: null,
  isConstexpr: false,
  refQualifier: '',
  inits: [],
  body: null,
  handlers: [],
  special: '',
} as const;
