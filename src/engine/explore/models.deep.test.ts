/** Models of public bugs that were seen only after the explorer was written: each says in its first lines what must be found, and where. */
import { expect, test } from 'vitest';
import { compiled } from '../compiler/testing/execute';
import { Runner } from '../trace/runner';
import { explore } from './explore';
import { programsIn } from './testing/fixtures';

/** The words behind `// what:`, up to a colon or a remark; null without such a line. */
const words = (text: string, what: string): string[] | null =>
  new RegExp(`^// ${what}: ([^:(\n]*)`, 'm').exec(text)?.[1].trim().split(/[ ,]+/) ?? null;

test.each(programsIn('models'))(
  '%s',
  (file, text) => {
    const program = compiled(text, file);
    const { kind, complete, failures, minimal } = explore(program);
    expect(complete).toBe(true);
    expect([...(words(text, 'expect') ?? []), ...(words(text, 'also') ?? [])]).toContain(kind);
    for (const { kind, proven } of failures) expect([kind, proven]).toEqual([kind, true]);
    const fewest = words(text, 'preemptions');
    if (fewest !== null) expect([minimal?.preemptions, minimal?.proven]).toEqual([Number(fewest[0]), true]);
    const lines = words(text, 'line');
    if (lines === null) return;
    const [{ schedule }] = failures;
    const runner = new Runner(program, { granularity: schedule.granularity });
    runner.open(schedule);
    expect(lines).toContain(`${runner.findings().find((finding) => finding.kind === kind)?.line}`);
  },
  60_000,
);
