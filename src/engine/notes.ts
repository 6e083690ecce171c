/** What predictions come to once every order was tried and none of them does what they say: notes on how the program is written. */
import type { FindingKind } from './bytecode/fault';
import type { Program } from './bytecode/program';
import type { Finding } from './detect/finding';
import { listed } from './detect/report';
import type { SearchFinding } from './explore/counterexample/failures';
import type { Verdict } from './explore/verdict';
import { Runner } from './trace/runner';

/** The same verdict with its notes in words, which takes a recorded run of each: a search has only places. */
export function withNotes(program: Program, verdict: Verdict): Verdict {
  return { ...verdict, notes: verdict.notes.map((note) => inWords(program, note)) };
}

function inWords(program: Program, note: SearchFinding): SearchFinding {
  const runner = new Runner(program, { granularity: note.schedule.granularity });
  runner.open(note.schedule);
  const shown = runner.findings().find(({ kind, reached }) => kind === note.kind && !reached);
  return shown === undefined ? note : { ...note, line: shown.line, text: textOf(shown) };
}

/** 'Opposite lock orders in lines 17 and 27; no interleaving of this program waits there for ever.' */
function textOf({ places }: Finding): string {
  const wanted = places.filter(({ role }) => role === 'Locks').map(({ frames }) => `${frames[0].line}`);
  return `Opposite lock orders in lines ${listed(wanted)}; no interleaving of this program waits there for ever.`;
}

/** What has to be reached somewhere for a prediction of a run to be one: kinds of which any will do. */
const COMES_TRUE: { readonly [Kind in FindingKind]?: readonly FindingKind[] } = {
  'lock-order-inversion': ['deadlock', 'lost-wakeup'],
};
const LATE: readonly FindingKind[] = ['use-after-free', 'stack-use-after-scope', 'double-free'];

/** Whether a run predicts what a search of all orders has not met in any of them. */
export function isRefuted(
  { complete, findings }: Pick<Verdict, 'complete' | 'findings'>,
  { kind, reached }: Pick<Finding, 'kind' | 'reached'>,
): boolean {
  if (reached || !complete) return false;
  const kinds = COMES_TRUE[kind] ?? LATE;
  return !findings.some((finding) => finding.reached && kinds.includes(finding.kind));
}
