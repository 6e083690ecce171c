/** The list of lines a user has made: pure. Exactly one of them is the current one, and holds the session's schedule. */
import type { Schedule } from '../../engine';
import type { Branch, Navigation } from './state';
import { commonSteps } from './storyline';

type Lines = Pick<Navigation, 'branches' | 'branch'>;

/** The same lines, with `schedule` as the current one's steps: whoever steps on keeps it. */
export function keep({ branches, branch }: Lines, schedule: Schedule): Lines {
  const current = branches.find(({ id }) => id === branch);
  if (current === undefined || current.schedule === schedule) return { branches, branch };
  return {
    branch,
    branches: branches.map((line) => (line === current ? { ...line, schedule, glimpse: false } : line)),
  };
}

/** The line of a document that begins with these steps: the longest, if there are several. */
export function continuing({ branches }: Lines, slug: string, begin: Schedule): Branch | undefined {
  const steps = begin.choices.length;
  return branches
    .filter((line) => line.slug === slug && line.schedule.choices.length >= steps)
    .filter(
      ({ schedule }) => commonSteps(schedule, begin) === steps && schedule.granularity === begin.granularity,
    )
    .reduce<Branch | undefined>((best, line) => (length(line) > length(best) ? line : best), undefined);
}
const length = (line: Branch | undefined): number => line?.schedule.choices.length ?? -1;

/**
 * A further line, which becomes the current one. Where the list has a line with the very same steps, that one does. There is one glimpse at
 * most: another one leaves no trace of the one before.
 */
export function add(lines: Lines, line: Omit<Branch, 'id'>): Lines {
  const found = continuing(lines, line.slug, line.schedule);
  const same = length(found) === line.schedule.choices.length ? found : undefined;
  const branches = lines.branches.filter((other) => !(line.glimpse && other.glimpse) || other === same);
  if (same !== undefined) return { branches, branch: same.id };
  const id = Math.max(-1, ...lines.branches.map((other) => other.id)) + 1;
  return { branches: [...branches, { ...line, id, name: unused(branches, line) }], branch: id };
}

function unused(branches: readonly Branch[], { name, slug }: Omit<Branch, 'id'>): string {
  const taken = new Set(branches.filter((line) => line.slug === slug).map((line) => line.name));
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} (${n})`;
  return free;
}
