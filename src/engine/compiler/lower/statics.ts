/** The end of a program: what its thread owns, then the global objects in reverse, behind main or where std::exit is called. */
import * as op from '../../bytecode/opcodes';
import type { Checked } from '../check';
import type { Emitter } from './emitter';

export type Statics = Pick<Checked, 'globals' | 'globalEnds' | 'threadExit' | 'exitHandlers'>;

export function endStatics(out: Emitter, { globals, globalEnds, threadExit, exitHandlers }: Statics): void {
  const { span } = out;
  if (threadExit !== null) out.emit(op.CALL, threadExit.index);
  if (exitHandlers !== null) out.emit(op.CALL, exitHandlers.index);
  for (const g of [...globals].reverse()) {
    const destroy = globalEnds.get(g);
    if (destroy === undefined || g.threadLocal) continue;
    out.span = span;
    const skip = out.label();
    if (g.guard !== null) {
      // Its first word says whether the object was ever made.
      out.emit(op.GLOBAL, g.guard.offset);
      out.emit(op.LOAD);
      out.jump(op.JZ, skip);
    }
    out.emit(op.GLOBAL, g.offset);
    out.emit(op.CALL, destroy.index);
    out.place(skip);
  }
  out.span = span;
}
