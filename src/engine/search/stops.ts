/** Where steps of a search stop: at synchronisation, and at what was found to be contended. */
import type { Pc, Program } from '../bytecode/program';
import { visibleTable } from '../machine';
import { STOP_AMONG_OTHERS } from '../machine/tables';
import type { Granularity } from '../schedule/schedule';

/** For `step`. The end of storage, which in general needs no switch point, is one where it races with a use. */
export function stopsAt(program: Program, contended: ReadonlySet<Pc>, granularity: Granularity): Uint8Array {
  const table = visibleTable(program, granularity === 'access' ? 'all' : contended);
  for (const pc of contended) table[pc] ||= STOP_AMONG_OTHERS;
  return table;
}
