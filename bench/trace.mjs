/** What the time of the page's main thread went to, by Chrome's own trace: script, style, layout, paint. */

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

/** By the name of a slice of the trace. What is not here counts for the slice around it. */
const KINDS = /** @type {const} */ ({
  FunctionCall: 'script',
  EvaluateScript: 'script',
  EventDispatch: 'script',
  TimerFire: 'script',
  FireAnimationFrame: 'script',
  FireIdleCallback: 'script',
  RunMicrotasks: 'script',
  HandlePostMessage: 'script',
  MinorGC: 'garbage',
  MajorGC: 'garbage',
  UpdateLayoutTree: 'style',
  RecalculateStyles: 'style',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  UpdateLayer: 'paint',
  HitTest: 'paint',
});

/** @typedef {(typeof KINDS)[keyof typeof KINDS] | 'rest'} Kind rest: of a task, and none of the others */
/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, tts: number, tdur?: number }} Slice µs; tts and tdur: of the thread's processor time, so that others on the machine do not count */
/** @typedef {{ wall: number, ms: Record<Kind, number>, from: number, to: number }} Span wall, ms: milliseconds, ms of processor time; from, to: as tts */

/**
 * Traces the page while `work` runs. What it wants to be told apart it marks by performance.mark('from') and performance.mark('to').
 * @param {import('playwright').Page} page
 * @param {() => Promise<unknown>} work
 * @returns {Promise<{ spans: Span[], longest: number }>} what the main thread did between each pair of marks; ms of processor time of
 *   its longest task
 */
export async function traced(page, work) {
  const browser = page.context().browser();
  if (browser === null) throw new Error('a page without a browser');
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  /** @type {{ traceEvents: Slice[] }} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const marks = traceEvents.filter(({ name, ph }) => ph === 'I' && (name === 'from' || name === 'to'));
  const main = marks[0];
  if (main === undefined) throw new Error('nothing was marked in the trace');
  const slices = traceEvents
    .filter(
      ({ pid, tid, ph, tdur }) => pid === main.pid && tid === main.tid && ph === 'X' && tdur !== undefined,
    )
    .sort((a, b) => a.tts - b.tts || (b.tdur ?? 0) - (a.tdur ?? 0));
  /** @type {Span[]} */
  const spans = [];
  let start = main;
  for (const mark of marks.sort((a, b) => a.ts - b.ts)) {
    if (mark.name === 'from') start = mark;
    else spans.push({ wall: (mark.ts - start.ts) / 1000, ms: blank(), from: start.tts, to: mark.tts });
  }
  for (const span of spans) divide(slices, span);
  const tasks = slices.filter(({ name }) => name === 'RunTask').map(({ tdur = 0 }) => tdur / 1000);
  return { spans, longest: Math.max(...tasks) };
}

/** @returns {Record<Kind, number>} */
const blank = () => ({ script: 0, garbage: 0, style: 0, layout: 0, paint: 0, rest: 0 });

/**
 * Gives each moment of the span to the innermost slice that has a kind.
 * @param {readonly Slice[]} slices sorted, outer before inner
 * @param {Span} span
 */
function divide(slices, { from, to, ms }) {
  /** @type {{ end: number, kind: Kind }[]} */
  const open = [];
  let now = from;
  /** @param {number} until */
  const advance = (until) => {
    const end = Math.min(until, to);
    const kind = open.at(-1)?.kind;
    if (kind !== undefined && end > now) ms[kind] += (end - now) / 1000;
    now = Math.max(now, end);
  };
  for (const { name, tts: ts, tdur: dur = 0 } of slices) {
    if (ts >= to) break;
    if (ts + dur <= from) continue;
    for (let top = open.at(-1); top !== undefined && top.end <= ts; top = open.at(-1)) {
      advance(top.end);
      open.pop();
    }
    advance(ts);
    const outer = open.at(-1)?.kind;
    const kind = name in KINDS ? KINDS[/** @type {keyof typeof KINDS} */ (name)] : outer;
    open.push({ end: ts + dur, kind: kind ?? 'rest' });
  }
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    advance(top.end);
    open.pop();
  }
}
