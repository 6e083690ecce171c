/**
 * The weakest memory orders that still prove a program clean, found by trying them: from the top of the text each order that is named gives
 * way to the weakest one with which no execution fails, and what comes below is tried with that. So all changes hold together; another
 * order of trying may find others that do.
 */

/** An order that may be weaker than it is. */
export interface Weakening {
  /** 1-based. */
  readonly line: number;
  /** 'seq_cst' */
  readonly from: string;
  readonly to: string;
}
export interface Weakest {
  readonly changes: readonly Weakening[];
  /** With all of them. */
  readonly text: string;
  /** Orders that were looked at. */
  readonly orders: number;
}

/** By order, those below it, the weakest first ([atomics.order]; consume is left out, as compilers do). */
const WEAKER: Readonly<Record<string, readonly string[]>> = {
  seq_cst: ['relaxed', 'acquire', 'release', 'acq_rel'],
  acq_rel: ['relaxed', 'acquire', 'release'],
  acquire: ['relaxed'],
  release: ['relaxed'],
};
const NAMED = /\bmemory_order(?:_|::)(seq_cst|acq_rel|acquire|release)\b/g;

/** `isClean`: whether every execution of a text was tried, and none fails. */
export async function weakestOrders(
  source: string,
  isClean: (text: string) => Promise<boolean>,
): Promise<Weakest> {
  let text = source;
  let orders = 0;
  const changes: Weakening[] = [];
  // Places move with what is put before them, so that each is looked for anew.
  for (let place = placeAfter(text, 0); place !== null; place = placeAfter(text, place.end)) {
    orders++;
    const { start, end, order, call } = place;
    for (const to of WEAKER[order].filter((each) => suits(each, call))) {
      const changed = `${text.slice(0, start)}${to}${text.slice(end)}`;
      if (!(await isClean(changed))) continue;
      changes.push({ line: text.slice(0, start).split('\n').length, from: order, to });
      text = changed;
      place = { ...place, end: start + to.length };
      break;
    }
  }
  return { changes, text, orders };
}

interface Place {
  /** Of the order alone, without 'memory_order_'. */
  readonly start: number;
  readonly end: number;
  readonly order: string;
  /** What it is an argument of, as far as the text tells. */
  readonly call: 'load' | 'store' | 'failure' | 'other';
}

function placeAfter(text: string, from: number): Place | null {
  NAMED.lastIndex = from;
  const found = NAMED.exec(text);
  if (found === null) return null;
  const [whole, order] = found;
  const end = found.index + whole.length;
  return { start: end - order.length, end, order, call: callOf(text.slice(0, found.index)) };
}

/** By the call that an order is an argument of, whose bracket is the innermost one that is still open. */
function callOf(before: string): Place['call'] {
  let open = before.length - 1;
  for (let closed = 0; open >= 0 && (before[open] !== '(' || closed > 0); open--) {
    if (before[open] === ')') closed++;
    if (before[open] === '(') closed--;
  }
  const [call = ''] = before.slice(0, Math.max(open, 0)).match(/\w+\s*$/) ?? [];
  if (/^(?:atomic_)?(?:flag_)?(?:load|test|wait)(?:_explicit)?\s*$/.test(call)) return 'load';
  if (/^(?:atomic_)?(?:flag_)?(?:store|clear)(?:_explicit)?\s*$/.test(call)) return 'store';
  const isSecond = /\bmemory_order/.test(before.slice(open));
  return isSecond && call.includes('compare_exchange') ? 'failure' : 'other';
}

/** A load has nothing to release, a store nothing to acquire. */
function suits(order: string, call: Place['call']): boolean {
  if (call === 'other') return true;
  if (call === 'store') return order === 'relaxed' || order === 'release';
  return order === 'relaxed' || order === 'acquire';
}
