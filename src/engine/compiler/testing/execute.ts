/** Compiles and runs a file for a test: what it printed, how it ended, and what it left on the heap. */
import { EV_PRINT, eventKind, nextEvent } from '../../bytecode/event';
import { kindOfFault } from '../../bytecode/fault';
import type { Program } from '../../bytecode/program';
import { printedText } from '../../inspect/print';
import { lineAt, spanAt } from '../../inspect/source';
import {
  blocks,
  createMachine,
  faultOf,
  logEnd,
  logStart,
  reset,
  runStatus,
  schedulePoints,
  userPc,
} from '../../machine';
import { nonpreemptive } from '../../schedule/nonpreemptive';
import { random } from '../../schedule/random';
import { run } from '../../schedule/run';
import { compile } from '..';

export interface Execution {
  readonly printed: string;
  /** 'finished', or what stopped it, with its line. */
  readonly end: string;
  /** Blocks that nobody freed. */
  readonly leaked: number;
}

/** The program, or a throw that says what the compiler has against it. */
export function compiled(text: string, name: string): Program {
  const result = compile(text, name);
  if ('program' in result) return result.program;
  const lines = result.diagnostics.map(
    (d) =>
      `${d.span.file === 0 ? name : `source ${d.span.file}`}:${text.slice(0, d.span.start).split('\n').length}: ${d.message}${d.hint && ` (${d.hint})`}`,
  );
  throw new Error(lines.join('\n'));
}

/** `seed` null: a thread runs until it cannot; otherwise the threads interleave at random. */
export function execute(program: Program, seed: number | null): Execution {
  const machine = createMachine(program);
  reset(machine);
  let printed = '';
  run(machine, seed === null ? nonpreemptive : random(seed), schedulePoints(program), () => {
    for (let at = logStart(machine); at < logEnd(machine); at = nextEvent(machine.words, at))
      if (eventKind(machine.words[at] ?? 0) === EV_PRINT) printed += printedText(machine, at);
    return 'go';
  });
  const fault = faultOf(machine);
  const end =
    fault === null
      ? runStatus(machine)
      : `${kindOfFault(fault.kind, fault.text)} at line ${lineAt(program, spanAt(program, userPc(machine, fault.thread)))} ${fault.text}`.trim();
  return { printed, end, leaked: blocks(machine).filter((b) => !b.freed).length };
}
