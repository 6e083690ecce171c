/** A scope in which the standard names are known by kind alone: stands in for the library's headers. */
import type { ParserScope } from '../index';
import { createScope } from '../index';
import { openNamespace } from '../scope';
import { stdNames } from '../std-names';

export function stdScope(): ParserScope {
  const env = createScope();
  const std = openNamespace(env.global, 'std');
  for (const [path, { kind, global }] of stdNames()) {
    const parts = path.split('::');
    const id = parts.pop() ?? '';
    const home = parts.reduce((scope, part) => openNamespace(scope, part), std);
    if (kind === 'namespace') openNamespace(home, id);
    else home.names.set(id, { kind, scope: null });
    if (global) env.global.names.set(id, { kind, scope: null });
    if (kind === 'value' || kind === 'valueTemplate') env.functions.add(id);
  }
  const threads = std.names.get('this_thread')?.scope;
  for (const id of ['sleep_for', 'sleep_until', 'yield', 'get_id'])
    threads?.names.set(id, { kind: 'value', scope: null });
  return env;
}
