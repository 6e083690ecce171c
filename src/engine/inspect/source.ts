/** From an instruction to the user's line. */
import { bisectRight } from '../../base/bisect';
import type { Program, Span } from '../bytecode/program';
import { type Machine, userPc } from '../machine';

/** The span of the instruction at `pc`. */
export function spanAt({ spans }: Program, pc: number): Span {
  const row = bisectRight(spans.pcs, pc) - 1;
  if (row < 0) return { file: 0, start: 0, end: 0 };
  return { file: spans.file[row], start: spans.start[row], end: spans.end[row] };
}

const lineStarts = new WeakMap<Program, number[][]>();

/** 1-based line of the place in a file where a span begins. */
export function lineAt(program: Program, { file, start }: Span): number {
  let files = lineStarts.get(program);
  if (files === undefined) {
    files = program.sources.map(({ text }) => {
      const starts = [0];
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
      return starts;
    });
    lineStarts.set(program, files);
  }
  return bisectRight(files[file] ?? [0], start);
}

/** Line of the user's file that stands for the instruction at `pc`: of one in a header, where the thread stands now; 0 where neither is known. */
export function userLine(machine: Machine, thread: number, pc: number): number {
  const { program } = machine;
  const own = spanAt(program, pc);
  const span = own.file === 0 ? own : spanAt(program, userPc(machine, thread));
  return span.file === 0 ? lineAt(program, span) : 0;
}
