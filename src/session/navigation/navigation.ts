/** Going to the home page, to a document or to another line: what all ways there have in common. */
import type { Library } from '../documents/library';
import type { Carried } from '../documents/provider';
import { continuing } from '../model/branches';
import type { Origin } from '../model/document';
import { collectionOf, telling } from '../model/selectors';
import { blank, type Mode, type Patch } from '../model/state';
import { agree, commonSteps, tellerOf } from '../model/storyline';
import { challengeLine, firstLine, type Opening, open } from '../run/opening';
import type { Runs } from '../run/runs';

/** A place a link leads to. */
export interface Destination {
  readonly collection: string;
  /** Null for the document that opens first. */
  readonly slug: string | null;
  readonly carried: Carried;
  /** Whose story; null where the document says it. */
  readonly story: string | null;
  /** Null for what the user chose last. */
  readonly mode: Mode | null;
  readonly opening: Opening;
  readonly patch: Patch;
}

export type Navigator = ReturnType<typeof createNavigation>;

export function createNavigation({ store, queue, player }: Runs, library: Library) {
  /** Compiles and runs a document; a challenge ends unless `patch` goes on with it. True if it was shown in the end. */
  const show = ({ collection, slug }: Origin, opening: Opening, patch: Patch = {}): Promise<boolean> => {
    player.stop();
    const route = { page: 'document', collection, slug } as const;
    return queue.ask('open', open(opening), {
      ...{ challenge: 'off', ...patch },
      ...{ route, phase: 'working', notice: null },
    });
  };

  const openHome = (): void => {
    player.stop();
    queue.dropAll();
    store.setState({ route: { page: 'home' }, phase: 'ready', pending: false, notice: null });
  };

  /** A link to a document that is not there leads to another one of its collection, and says so. */
  const remarkOf =
    ({ slug, opening }: Destination, origin: Origin): Opening['remark'] =>
    (run) => {
      const remark = opening.remark(run);
      const here = store.getState().library[origin.collection];
      if (slug === null || slug === origin.slug || !here?.scenario) return remark;
      const title = here.documents.find((each) => each.origin.slug === origin.slug)?.title;
      const missed = `“${here.title}” has no variant ‘${slug}’. This is ‘${origin.slug}’, “${title}”.`;
      return remark === null ? missed : `${missed} ${remark}`;
    };

  /** Opens the document of a link; one that nobody has leads home. */
  const openLink = (to: Destination): void => {
    const origin = library.find(to.collection, to.slug, to.carried);
    if (origin === null) {
      openHome();
      const text = `There is no bug '${to.collection}' here.`;
      store.setState({ notice: { level: 'warning', text, action: null } });
      return;
    }
    const route = { page: 'document', ...origin } as const;
    const opening = { ...to.opening, remark: remarkOf(to, origin) };
    const mode = to.mode ?? store.getState().usualMode;
    if (library.has(origin)) {
      const scenario = store.getState().library[origin.collection]?.scenario;
      const story = tellerOf(scenario, origin.slug, to.story ?? '');
      void show(origin, opening, { ...blank, ...to.patch, mode, story });
      return;
    }
    player.stop();
    queue.dropAll();
    const waiting = { route, story: to.story ?? '', phase: 'working', pending: true } as const;
    store.setState({ ...blank, ...to.patch, mode, ...waiting });
    void library.fetch(origin, to.carried).then((here) => {
      const { route: now, challenge } = store.getState();
      if (here && now === route) void show(origin, opening, { challenge });
    });
  };

  /** Opens a document at step 0 of its story's line; without a slug, the first of its collection. */
  const openDocument = (collection: string, slug: string | null = null): void =>
    openLink({ collection, slug, carried: {}, story: null, mode: null, opening: firstLine, patch: {} });

  return { show, openHome, openLink, openDocument };
}

/** From one document of a collection to the next, and from one line to another. */
export function createLines({ store }: Runs, { show }: Navigator) {
  /** From the first step, in the document shown or in another: nothing is planned, and every step is the user's. */
  const openChallenge = (to?: string): void => {
    const state = store.getState();
    const { route } = state;
    if (route.page === 'home' || collectionOf(state) === undefined) return;
    const slug = to ?? route.slug;
    void show({ ...route, slug }, challengeLine, { ...telling(state, slug), challenge: 'on' });
  };

  /** The same steps in another document, as far as it allows them; a challenge starts anew there. */
  const chooseDocument = (slug: string): void => {
    const state = store.getState();
    const { route, at, schedule, trace } = state;
    const known = collectionOf(state)?.documents.some(({ origin }) => origin.slug === slug);
    if (route.page === 'home' || !known || slug === route.slug) return;
    if (state.challenge !== 'off') return openChallenge(slug);
    const same = trace === null ? null : (continuing(state, slug, schedule)?.schedule ?? schedule);
    const opening = { ...firstLine, schedule: same, at, name: SAME_STEPS, remark: cutByDocument };
    void show({ ...route, slug }, opening, telling(state, slug));
  };

  return {
    openChallenge,
    chooseDocument,
    /** Round the documents: 1 the next, -1 the one before. */
    nextDocument(delta: number): void {
      const state = store.getState();
      const { route } = state;
      const slugs = collectionOf(state)?.documents.map(({ origin }) => origin.slug) ?? [];
      const now = route.page === 'home' ? -1 : slugs.indexOf(route.slug);
      const next = slugs.at((now + delta) % slugs.length);
      if (next !== undefined) chooseDocument(next);
    },
    switchBranch(id: number): void {
      const state = store.getState();
      const { route, branch, branches } = state;
      const line = branches.find((each) => each.id === id);
      if (route.page === 'home' || line === undefined || id === branch) return;
      const { slug, schedule, name, forkedAt } = line;
      const same = slug === route.slug && agree(schedule, state.schedule);
      const parting = Math.max(forkedAt, commonSteps(schedule, state.schedule));
      const at = same ? state.at : Math.min(state.at, parting);
      void show({ ...route, slug }, { ...firstLine, schedule, at, name }, telling(state, slug));
    },
    /** The line one stands on stays. */
    deleteBranch(id: number): void {
      const { branches, branch } = store.getState();
      if (id !== branch) store.setState({ branches: branches.filter((line) => line.id !== id) });
    },
  };
}

/** Name of a line that was taken along to another document. */
export const SAME_STEPS = 'the same steps';

const cutByDocument: Opening['remark'] = ({ stopped }) =>
  stopped && `The same steps are possible in this variant up to step ${stopped.at}. Then ${stopped.reason}.`;
