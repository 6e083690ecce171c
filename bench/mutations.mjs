/**
 * Deliberate faults: each of these small changes to the search is applied alone, to a copy of the sources, and the tests of the search
 * run on it. A change that no test notices has survived: then a test is missing, or the change makes no difference.
 *
 *     node bench/mutations.mjs [pattern of names]
 *
 * Before all else it is looked whether each fits the sources as they are; with a pattern that no name has, no more is done.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const copy = join(root, 'node_modules/.cache/mutations');

/** With a reason: it makes no difference to any answer. @typedef {readonly [name: string, file: string, text: string, instead: string, reason?: string]} Mutation */

/** The file is one of src/engine/, and has the text once. @type {readonly Mutation[]} */
const mutations = [
  // Dependence
  [
    'a failed attempt does not weigh',
    'bytecode/event.ts',
    "'try-failed', 'word', READS | NONCOMMUTING | ATOMIC",
    "'try-failed', 'word', READS | ATOMIC",
  ],
  [
    'an attempt at a weak owner does not weigh',
    'bytecode/event.ts',
    'READS | NONCOMMUTING | ATOMIC | COUNT_REFUSED',
    'READS | ATOMIC | COUNT_REFUSED',
  ],
  [
    'the last drop does not weigh',
    'bytecode/event.ts',
    'STORES | ATOMIC | COUNT_DROPPED_LAST',
    'READS | ATOMIC | WRITES | COUNT_DROPPED_LAST',
  ],
  [
    'an atomic load weighs',
    'bytecode/event.ts',
    "'load', 'words', READS | ATOMIC",
    "'load', 'words', READS | NONCOMMUTING | ATOMIC",
  ],
  [
    'a word that others read is nobody else’s',
    'explore/reduction/shared-words.ts',
    ' || (writes && hasOther(readers[address], thread))',
    '',
  ],
  [
    'two failed attempts depend',
    'explore/dpor/footprint.ts',
    '!== 0) return ((a | b) & (WRITES | RACE_EXEMPT)) !== 0;',
    '!== 0) return true;',
  ],
  [
    'drops of the last two owners do not depend',
    'explore/dpor/footprint.ts',
    'return together && (a & b & COUNT_DROPPED) !== 0 && valueA === 1 && valueB === 1;',
    'return false;',
  ],
  [
    'a drop that was spared being the last does not depend',
    'explore/dpor/footprint.ts',
    '(b & COUNT_DROPPED) !== 0 && valueB === 1)',
    '(b & COUNT_DROPPED) !== 0 && valueB === 0)',
  ],
  ['every waking minds every notify', 'explore/dpor/footprint.ts', '-(cv * 64 + thread)', '-(cv * 64)'],
  [
    'a recursive lock is waited for by its holder',
    'explore/dpor/footprint.ts',
    '(kind === EV_LOCK && value === 1)',
    'kind === EV_LOCK',
  ],
  // Sleep sets and wakeup trees
  [
    'nobody falls asleep',
    'explore/dpor/count.ts',
    '    found.push(foot === sleeper.foot ? sleeper : { ...sleeper, foot });',
    '',
  ],
  [
    'nobody wakes up',
    'explore/dpor/count.ts',
    'if (dependent(sleeper.foot, event.foot, true)) continue;',
    '',
  ],
  [
    'who sleeps does not see counts move',
    'explore/dpor/count.ts',
    'const foot = behind(sleeper.foot, event.foot);',
    'const { foot } = sleeper;',
  ],
  [
    'what was explored does not fall asleep',
    'explore/dpor/count.ts',
    '    frame.sleep.push({',
    '    [].push({',
  ],
  [
    'only the first choice of a step is explored',
    'explore/dpor/count.ts',
    'Array.from({ length: pickCount(this.machine, thread) }',
    'Array.from({ length: 1 }',
  ],
  [
    'reversals take along what comes after the first',
    'explore/dpor/reversals.ts',
    'if (order.knows(at, first)) continue;',
    '',
  ],
  [
    'a step does not learn what it depends on',
    'explore/dpor/reversals.ts',
    '      this.order.learn(at, before);',
    '',
  ],
  [
    'a thread that waits for ever has no races',
    'explore/dpor/reversals.ts',
    '      this.noteLocks(second);\n      if',
    '      if',
  ],
  [
    'a thread of which one choice sleeps sleeps',
    'explore/dpor/count.ts',
    'sleep.some((sleeper) => sameAction(sleeper, action))',
    'sleep.some((sleeper) => sleeper.thread === thread)',
  ],
  [
    'a fault hides what the others would have done',
    'explore/dpor/count.ts',
    'if (other === thread) continue;',
    'if (other >= 0) continue;',
  ],
  [
    'what threads communicate by is one object',
    'explore/reduction/shared-words.ts',
    'if (overlaps || each.size === SEVERAL) count += 2;',
    'if (overlaps || each.size === SEVERAL) count += 1;',
  ],
  [
    'a fault hides what others were waiting for',
    'explore/dpor/count.ts',
    '      this.reversals.ofWaiting(events.length);\n    }',
    '    }',
  ],
  [
    'a branch that covers a sequence is not seen',
    'explore/dpor/wakeup-tree.ts',
    'return canBegin(steps, branch, own);',
    'return false;',
  ],
  // States and their hashes
  [
    'half of the hash is not compared',
    'explore/steps/fingerprint-set.ts',
    'if (slots[at] === hash0 && slots[at + 1] === hash1)',
    'if ((slots[at] & 1023) === (hash0 & 1023))',
  ],
  [
    'windows are no part of a state',
    'explore/reduction/access-windows.ts',
    'hash === 0 ? 0 : Math.imul',
    'hash !== 0 ? 0 : Math.imul',
  ],
  [
    'a table that grows forgets',
    'explore/steps/fingerprint-set.ts',
    'if (old[from + 2] === 0) continue;',
    'if (old[from + 2] % 2 === 0) continue;',
  ],
  // What threads may yet do
  [
    'outdated answers are good enough',
    'explore/reduction/may-access.ts',
    'grown = this.exceedsAt(at, this.unions.reached(node, context, true));',
    '',
  ],
  [
    'an answer that was outgrown while it was used is good enough',
    'explore/reduction/may-access.ts',
    'this.exceedsAt(before, answer.at)) this.grown = true;',
    'this.exceedsAt(before, answer.at)) this.grown = false;',
  ],
  [
    'a late answer is exact enough',
    'explore/reduction/reachable-unions.ts',
    'exact ? 0 : this.graph.version >>> 4',
    'this.graph.version >>> 4',
  ],
  [
    'what a component reaches its first node does not',
    'explore/reduction/reachable-unions.ts',
    'this.take(depth - 1, this.sums, depth * words);',
    '',
  ],
  [
    'what was unknown stays it',
    'explore/reduction/reachable-unions.ts',
    "=== 'unknown';\n  }",
    "!== 'x';\n  }",
  ],
  ['no future writes', 'explore/reduction/may-access.ts', '(conflicts ? this.width : 0)', '0'],
  [
    'any lock keeps a thread from going on',
    'explore/reduction/may-access.ts',
    'if (this.locks.blocks(set, name >>> 1, (name & 1) !== 0)) return true;',
    'return true;',
  ],
  [
    'a held lock keeps nobody',
    'explore/reduction/lock-sets.ts',
    'return held.has(lock * 2) || (!shared && held.has(lock * 2 + 1));',
    'return false;',
  ],
  [
    'a shared hold keeps nobody',
    'explore/reduction/lock-sets.ts',
    '(!shared && held.has(lock * 2 + 1))',
    'false',
  ],
  [
    'a lock taken twice is given back at once',
    'explore/reduction/lock-sets.ts',
    'if (count > 0) held.set(name, count);',
    'if (count > 1) held.set(name, count);',
  ],
  [
    'a join does not wait',
    'explore/reduction/may-access.ts',
    'if (this.joins[node] === this.contextThreads[context])',
    'if (false)',
  ],
  [
    'a circle is not expanded in full',
    'explore/reduction/reduced-dfs.ts',
    '          addThread(frames, at + F_MOVED, thread);\n          copySet(frames, at + F_TODO, at + F_ENABLED);\n          frames[at + F_KNOWN] = -1;',
    '          addThread(frames, at + F_MOVED, thread);',
  ],
  [
    'a fault ends the state it came from',
    'explore/reduction/reduced-dfs.ts',
    '      if (outcome === FAULTED) {\n        copySet(frames, at + F_TODO, at + F_ENABLED);\n        frames[at + F_KNOWN] = -1;',
    '      if (outcome === FAULTED) {',
  ],
  [
    'open windows disturb nobody',
    'explore/reduction/persistent-sets.ts',
    '      this.opens(mine, future) ||',
    '      false ||',
  ],
  [
    'whom a blocked thread waits for is not tried',
    'explore/reduction/persistent-sets.ts',
    'this.blockerOf(member);',
    'this.machine.layout.limits.threads;',
  ],
  [
    'blocked threads are left out of persistent sets',
    'explore/reduction/persistent-sets.ts',
    '        members[count++] = other;',
    '        if (!hasThread(frames, enabled, other)) continue;\n        members[count++] = other;',
  ],
  [
    'threads chosen before a step was known are kept',
    'explore/reduction/reduced-dfs.ts',
    'if (mayAccess !== null && mayAccess.accesses !== known && frames[at + F_KNOWN] >= 0) {',
    'if (false) {',
    'what others were told of the step has grown then, and the pass is done again',
  ],
  [
    'other choices of a step are not tried',
    'explore/reduction/reduced-dfs.ts',
    'frames[at + F_PICKS] = pickCount(machine, thread);',
    'frames[at + F_PICKS] = 1;',
  ],
  [
    'a refused access makes no stop',
    'explore/reduction/access-observer.ts',
    'if (kind === EV_FAULT && GONE.has(value))',
    'if (false)',
  ],
  [
    'the end of a scope is not seen',
    'explore/reduction/access-observer.ts',
    'if (!shared.isForeign(thread, word)) continue;',
    'continue;',
  ],
  // Closures
  [
    'steps back in a thread’s own graph leave the others waiting',
    'explore/parallel/parallel-proof.ts',
    '(thread) => cycles.closes[nodeOf(thread)] !== 0',
    '() => false',
  ],
  [
    'nobody goes round in a closure',
    'explore/refinement/refinement.ts',
    "hasNonProgressCycle(results.map(({ cycleSteps }) => cycleSteps)) ? 'given up' : 'complete'",
    "'complete'",
  ],
  [
    'a closure is never done again',
    'explore/refinement/refinement.ts',
    'if (isCovered(this.machine, task, results))',
    'if (true)',
  ],
  [
    'a new way back in a thread’s graph changes nothing',
    'explore/parallel/parallel-proof.ts',
    'return sameCycles(threadCyclesOf(before.facts()), threadCyclesOf(after.facts()));',
    'return true;',
  ],
  [
    'words that a closure found shared are forgotten',
    'explore/reduction/shared-words.ts',
    'if (isShared) this.cellOf[at] = this.count++;',
    '',
  ],
  [
    'stops that a closure found are forgotten',
    'explore/refinement/refinement.ts',
    'for (const pc of results.flatMap(({ stops }) => stops)) this.meet(pc);',
    '',
  ],
  [
    'every end of a closure is a good one',
    'explore/parallel/parallel-proof.ts',
    "        if (!endedWell(machine)) pool.finish('found');",
    '',
  ],
  [
    'a race is no defect of a closure',
    'explore/parallel/parallel-proof.ts',
    "if (race) pool.finish('found');",
    '',
  ],
  [
    'a closure goes by what is not known',
    'explore/reduction/may-access.ts',
    'if (node >= this.size) return UNKNOWN;',
    'if (node >= this.size) return this.from(0, set, still);',
  ],
  [
    'other choices of a step are not tried in a closure',
    'explore/parallel/parallel-proof.ts',
    'frames[at + F_PICKS] = pickCount(machine, thread);',
    'frames[at + F_PICKS] = 1;',
  ],
  ['a state is known by half of its hash', 'explore/parallel/work-pool.ts', 'if (second === two) {', '{'],
  // Preemptions
  [
    'leaving a thread that yields is a preemption',
    'schedule/preemption.ts',
    'machine.program.code[nextPc(machine, thread)] === YIELD || ',
    '',
  ],
  [
    'leaving a blocked thread is a preemption',
    'explore/counterexample/fewest-preemptions.ts',
    'const more = !free && thread !== last;',
    'const more = thread !== last;',
  ],
  [
    'a state is the same whoever ran last',
    'explore/counterexample/fewest-preemptions.ts',
    'Math.imul(last + 1, 0x7feb352d)',
    '0',
  ],
  [
    'the first hit is taken though another is shorter',
    'explore/counterexample/fewest-preemptions.ts',
    'if (cost === undefined || cost > 0)',
    'if (cost === undefined)',
  ],
  [
    'once round needs no step of the others',
    'explore/counterexample/lasso.ts',
    '(able & ~moved) === 0 &&',
    '',
  ],
  [
    'a round is left where it begins',
    'explore/counterexample/lasso.ts',
    'const buckets = last === NOBODY || last === thread ? now : later;',
    'const buckets = now;',
  ],
  // Ends
  [
    'whoever moves in a circle is a livelock',
    'explore/reduction/reduced-dfs.ts',
    'isWithin(frames, at + F_ALWAYS, at + F_MOVED)',
    'true',
  ],
  [
    'every endless wait is a deadlock',
    'explore/counterexample/stuck.ts',
    "deadlocks[0]?.kind ?? 'deadlock'",
    "'deadlock'",
  ],
  [
    'lock orders of unfinished runs count',
    'explore/predict.ts',
    "if (runStatus(machine) !== 'finished') continue;",
    '',
  ],
  [
    'a deadlock still predicts',
    'explore/exploration.ts',
    "found.some(({ kind }) => kind === 'deadlock') ? [] : this.predict()",
    'this.predict()',
  ],
  [
    'what is predicted comes first',
    'explore/exploration.ts',
    '[...found, ...(complete ? [] : foreseen)]',
    '[...(complete ? [] : foreseen), ...found]',
  ],
  ['leaks are not looked for', 'detect/ends.ts', 'if (leak !== null) {', 'if (false) {'],
  ['threads that nobody joined do not matter', 'detect/ends.ts', 'if (thread >= 0)', 'if (false)'],
  // What is dropped beyond a size
  [
    'the words of an ended scope are not all kept',
    'machine/interpreter.ts',
    'if (exposed > 0) {',
    'if (exposed > 0 && exposed <= 4096) {',
  ],
  [
    'any round is fair',
    'explore/fairness/fair-cycles.ts',
    'if (left.size > 0) open.push([...part].filter((at) => !left.has(at)));\n      else if',
    'if',
  ],
  [
    'readers who follow each other keep a writer waiting',
    'explore/fairness/fair-cycles.ts',
    'else if (held !== null) open.push(...held);',
    '',
  ],
  [
    'a window does not know its own words',
    'explore/reduction/access-windows.ts',
    'doubled(this.latest, cell + 1)',
    'this.latest',
  ],
  ['an atomic access ends with a part of its step', 'explore/dpor/footprint.ts', 'this.inside = inside;', ''],
  [
    'a table that is full is searched for ever',
    'explore/parallel/work-pool.ts',
    "    this.finish('full');\n    this.index",
    '    this.index',
  ],
  [
    'places of one kind hide other kinds',
    'explore/exploration.ts',
    ' && [...this.met.values()].some((each) => each.ending === ending)',
    '',
  ],
  [
    'threads beyond those a word tells apart are counted',
    'explore/dpor/count.ts',
    'if (threads > WORD_THREADS) {',
    'if (false) {',
  ],
  // Steps that commute
  [
    'a sum does not conflict with who reads it in a window',
    'explore/reduction/persistent-sets.ts',
    ' || this.commuting?.isAdded(entries[at]) === true',
    '',
  ],
  [
    'additions commute with those that others may race with',
    'explore/reduction/commuting-steps.ts',
    'for (const word of inWindow) if (this.sums.delete(word)) yield { word, conflicts: true };',
    '',
  ],
  [
    'a read commutes with additions',
    'explore/reduction/access-observer.ts',
    'conflicts || commuting?.isAdded(word) === true',
    'conflicts',
  ],
  [
    'unlocks of earlier steps commute',
    'explore/reduction/commuting-steps.ts',
    "if (!this.holds.includes(address)) return 'by kind';",
    "if (!this.holds.includes(address)) return 'independent';",
  ],
  [
    'a lock that is kept commutes',
    'explore/reduction/commuting-steps.ts',
    '    for (const word of this.holds) yield { word, conflicts: true };\n',
    '',
  ],
  [
    'a word that is accessed otherwise is a lock',
    'explore/reduction/spin-locks.ts',
    '    this.misused.add(word);\n    this.passedStore',
    '    this.passedStore',
  ],
  [
    'a loop that waits may look again and do otherwise',
    'explore/reduction/spin-locks.ts',
    'return looks.every((look) => {',
    'return looks.length >= 0 || looks.every((look) => {',
  ],
  [
    'an addition may look at what was there',
    'explore/reduction/additions.ts',
    'if (pops > depth || code[at] === op.CALLPTR) return;',
    'if (code[at] === op.CALLPTR) return;',
  ],
  [
    'whoever returns what was there, nobody looks at it',
    'explore/reduction/additions.ts',
    'return above === 0 && code[at + 1] === words && unused.has(info)',
    'return above === 0 && code[at + 1] === words',
  ],
  [
    'what is unguarded may be coalesced',
    'explore/refinement/refinement.ts',
    "this.commuting?.isProof === false ? 'unproven' : 'complete'",
    "'complete'",
  ],
  [
    'accesses in front of unlocks need no mutex in common',
    'explore/reduction/commuting-steps.ts',
    'if (locks.length === 0) return false;',
    '',
  ],
  [
    'a sum may go elsewhere than what it is made of',
    'explore/reduction/additions.ts',
    'every((word, i) => word === code[again + i])',
    'every(() => true)',
  ],
  [
    'control comes from nowhere else between two places',
    'explore/reduction/additions.ts',
    'if (targets.has(pc)) block = [];',
    '',
  ],
  // Open programs
  [
    'main may look at a sum that differs from order to order',
    'explore/open-proof.ts',
    'return looked.size === 0 || looked;',
    'return true;',
  ],
  [
    'threads may tell different things',
    'explore/open-proof.ts',
    'if (pcs === null) {',
    'if (pcs === null || open.counterAt.size > 0) {',
  ],
  [
    'a thread that counts need not end',
    'explore/open-proof.ts',
    'return isOver && ends.size === 0;',
    'return ends.size === 0;',
  ],
  [
    'what was told is forgotten by the next search',
    'explore/exploration.ts',
    'this.first ??= [...this.met.values()][0] ?? null;',
    '',
  ],
  // Stopping points and schedules
  [
    'a schedule of more stops is told as one of fewer',
    'explore/counterexample/to-schedule.ts',
    "? points.granularity : 'access';",
    '? points.granularity : points.granularity;',
  ],
  ['looking for stops never ends', 'explore/refinement/points.ts', 'budget: BUDGET', 'budget: 2 ** 53'],
  ['looking for stops ends at once', 'explore/refinement/points.ts', 'budget: BUDGET', 'budget: 10'],
];

/** The test that is likeliest to notice goes first. @type {readonly (readonly [file: RegExp, test: string])[]} */
const nearest = [
  [/dpor/, 'count'],
  [/fewest-preemptions/, 'explore'],
  [/lasso|to-schedule|schedule\/|points/, 'to-schedule'],
  [/fingerprint-set/, 'fingerprint-set'],
  [/work-pool/, 'work-pool'],
  [/reachable-unions/, 'reachable-unions'],
  [/fair-cycles/, 'fair-cycles'],
  [/open-proof/, 'open-proof'],
  [/bytecode/, 'count'],
  [/parallel|refinement/, 'parallel-proof'],
  [/./, 'fixtures'],
];

/** ms until a run counts as one that hangs: known when the tests have passed without a fault. */
let longest = 3_600_000;
/** What the tests say is seen where all are to pass, and not where one is to fail. @type {'inherit' | 'ignore'} */
let output = 'inherit';

/** Whether the tests whose files have one of these names pass on the copy as it is. @param {string[]} tests */
function pass(...tests) {
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    ['run', '--bail', '1', '--reporter', 'dot', ...tests.map((test) => `/${test}.test`)],
    {
      cwd: copy,
      env: { ...process.env, SEARCH_PROGRAMS: '30' },
      stdio: output,
      timeout: longest,
      killSignal: 'SIGKILL',
    },
  );
  return status === 0;
}

/** @param {Mutation} mutation */
const isThere = ([, file, text]) =>
  readFileSync(join(root, 'src/engine', file), 'utf8').split(text).length === 2;

/** @param {Mutation} mutation */
function survives([, file, text, instead]) {
  const path = join('src/engine', file);
  const original = readFileSync(join(root, path), 'utf8');
  writeFileSync(
    join(copy, path),
    original.replace(text, () => instead),
  );
  const near = nearest.find(([files]) => files.test(file))?.[1] ?? '';
  const survived = pass(near) && pass();
  writeFileSync(join(copy, path), original);
  return survived;
}

const astray = mutations.filter((mutation) => !isThere(mutation));
if (astray.length > 0)
  throw new Error(astray.map(([, file, text]) => `${file} does not have this once: ${text}`).join('\n'));
const wanted = mutations.filter(([name]) => new RegExp(process.argv[2] ?? '').test(name));
if (wanted.length === 0) process.exit();
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
// One scenario is enough.
for (const folder of ['base', 'engine', 'scenarios/mb-38521'])
  cpSync(join(root, 'src', folder), join(copy, 'src', folder), { recursive: true });
writeFileSync(join(copy, 'package.json'), '{ "type": "module" }');
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
writeFileSync(
  join(copy, 'vitest.config.js'),
  "export default { test: { include: ['src/engine/explore/{explore,fixtures,open-proof,random.deep,robust,sizes,counterexample/to-schedule,dpor/count,fairness/*,parallel/*,reduction/*,refinement/*,steps/*}.test.ts'], maxWorkers: 2, testTimeout: 3_600_000 } };\n",
);
const begin = Date.now();
if (!pass()) throw new Error('the tests do not even pass without a fault');
output = 'ignore';
longest = Math.min(longest, 60_000 + 10 * (Date.now() - begin));
let survivors = 0;
for (const mutation of wanted) {
  const start = Date.now();
  const survived = survives(mutation);
  const reason = mutation[4];
  if (survived && reason === undefined) survivors++;
  const seconds = String(Math.round((Date.now() - start) / 1000)).padStart(4);
  console.log(
    `${survived ? 'SURVIVED' : 'killed  '} ${seconds} s  ${mutation[1].padEnd(22)} ${mutation[0]}${survived && reason !== undefined ? `: ${reason}` : ''}`,
  );
}
console.log(`${survivors} survived`);
process.exitCode = survivors > 0 ? 1 : 0;
