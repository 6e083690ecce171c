/** The text of a Program: function by function, each instruction under the source line it comes from. */
import { forEachInstruction } from './decode';
import { opcodes } from './opcodes';
import type { FunctionInfo, Program, Span } from './program';

/** Every function, the library's too. */
export const disassemble = (program: Program): string =>
  program.functions.map((info) => disassembleFunction(program, info)).join('\n');

/** One function: its frame, its variables, its instructions. */
function disassembleFunction(program: Program, info: FunctionInfo): string {
  const { name, argWords, frameWords, resultWords } = info;
  const lines = [
    `${name}  args ${argWords}, frame ${frameWords}, result ${resultWords}${info.library ? ', library' : ''}`,
  ];
  for (const { name: local, offset, type, from, to, role } of info.locals) {
    lines.push(
      `  [${offset}] ${program.types[type]?.name ?? '?'} ${local || '(temporary)'}  ${role}, ${from}…${to}`,
    );
  }
  const rows = new Map(Array.from(program.spans.pcs, (pc, row) => [pc, row]));
  let shown = '';
  forEachInstruction(program.code, info.start, info.end, (pc) => {
    const row = rows.get(pc);
    if (row !== undefined) {
      const { file, start, end } = program.spans;
      const line = sourceLine(program, { file: file[row], start: start[row], end: end[row] });
      if (line !== shown) lines.push(`  ${line}`);
      shown = line;
    }
    lines.push(`    ${String(pc).padStart(6)}  ${instructionText(program, pc)}`);
  });
  return `${lines.join('\n')}\n`;
}

/** 'CALL connsLock': the opcode and its operands, in words where they stand for something. */
function instructionText(program: Program, pc: number): string {
  const row = opcodes[program.code[pc]];
  if (row === undefined) return `? ${program.code[pc]}`;
  const operands = row.operands.map((name, i) => operandText(program, name, program.code[pc + 1 + i]));
  return [row.name.padEnd(operands.length > 0 ? 9 : 0), ...operands].join(operands.length > 0 ? ' ' : '');
}

function operandText(program: Program, name: string, value: number): string {
  switch (name) {
    case 'function':
      return program.functions[value]?.name ?? `function ${value}`;
    case 'type':
      return program.types[value]?.name ?? `type ${value}`;
    case 'text':
      return JSON.stringify(program.texts[value] ?? '');
    case 'to':
      return `→ ${value}`;
    default:
      return `${name}=${value}`;
  }
}

function sourceLine({ sources }: Program, { file, start }: Span): string {
  const { name, text } = sources[file] ?? { name: '?', text: '' };
  const number = text.slice(0, start).split('\n').length;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', from);
  return `${name}:${number}  ${text.slice(from, to < 0 ? undefined : to).trim()}`;
}
