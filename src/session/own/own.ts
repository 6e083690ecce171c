/**
 * A person's own programs: what an edit means for the session, and where they come from. The text is in the document at once, so that the
 * search of the text before is given up with the key; the engine gets it when the keys have paused.
 */

import type { StepIndex } from '../../engine';
import { starters } from '../../starters';
import { download, fileName } from '../documents/file';
import type { Carried } from '../documents/provider';
import {
  type Collection,
  type Document,
  type Exercise,
  granularityOf,
  type Origin,
  OWN,
  type Settings,
} from '../model/document';
import { collectionOf, documentOf, isOwn, scenarioOf, variantOf } from '../model/selectors';
import type { Patch, SessionState } from '../model/state';
import { addressOf } from '../navigation/url';
import { firstLine } from '../run/opening';
import { MAX_TEXT } from './codec';
import {
  BLANK,
  begunCollection,
  keptCollection,
  linkedCollection,
  linkOf,
  ORIGINAL,
  plain,
} from './collections';
import type { OwnContext } from './context';
import { Exercises } from './exercises';
import { Keeper, newId } from './keeper';
import { reopenEdited } from './reopen';
import { packSettings, settingsOf } from './settings';
import { openShelf, type Program } from './shelf';

/** ms without a key until the text is compiled: shorter than between two keys of who types, and too short to wait for. */
const PAUSE = 50;

export class Own {
  readonly exercises: Exercises;
  private readonly context: OwnContext;
  private readonly keeper: Keeper;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The one that is shown, or was last. */
  private program: Program | null = null;
  /** The text whose run is on the page. */
  private ran = '';

  constructor(context: OwnContext) {
    const { store } = context.runs;
    this.context = context;
    this.exercises = new Exercises(context);
    this.keeper = new Keeper(Promise.resolve(context.shelf ?? openShelf()), {
      tell: (notice) => store.setState({ notice }),
      onParted: (from, copy) => this.part(from, copy),
      onKept: () => void this.list(),
      saveFile: () => this.saveFile(),
    });
  }

  async fetch({ collection, slug }: Origin, { c = '', n = '', x, o }: Carried): Promise<Collection> {
    if (collection === OWN.linked)
      return linkedCollection(slug, { c, n, ...(x !== undefined && { x }), ...(o !== undefined && { o }) });
    if (collection === OWN.begun) return begunCollection(slug);
    const program = await this.keeper.read(slug.replace(ORIGINAL, ''));
    const found = program === null ? null : keptCollection(program);
    if (program === null || !found?.documents.some(({ origin }) => origin.slug === slug))
      throw new Error(
        'This browser does not keep that program: it was deleted, or written in another browser. A link of Share carries the program itself.',
      );
    this.program = program;
    return found;
  }

  edit(text: string): void {
    const { store, player, queue } = this.context.runs;
    const state = store.getState();
    const shown = documentOf(state);
    if (shown === undefined || !isOwn(state) || shown.source === text) return;
    if (text.length > MAX_TEXT) {
      const words = `A program may have ${MAX_TEXT.toLocaleString('en')} characters here, and this one has more: what was added last is not taken.`;
      store.setState({ notice: { level: 'warning', text: words, action: null } });
      return;
    }
    player.stop();
    const { typing, diagnostics, trace } = state;
    if (!typing && diagnostics.length === 0 && trace !== null) this.ran = shown.source;
    const program = { ...this.programOf(state, shown), text, time: Date.now() };
    store.setState({ ...this.put(state, program), typing: true, assessment: null, asked: null });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const now = documentOf(store.getState());
      if (now?.source === text) void queue.ask('open', reopenEdited(this.ran), { typing: false });
      else store.setState({ typing: false });
    }, PAUSE);
    void this.keeper.write(program);
  }

  editCopy(): void {
    const state = this.context.runs.store.getState();
    const shown = documentOf(state);
    if (shown === undefined || isOwn(state)) return;
    this.show(this.begin(nameOf(state), shown.source, shown.source), state);
  }

  fixIt(slug?: string): void {
    const state = this.context.runs.store.getState();
    const { route } = state;
    const wanted =
      slug === undefined || route.page === 'home' ? state : { ...state, route: { ...route, slug } };
    const shown = documentOf(wanted);
    if (shown === undefined) return;
    const exercise = { given: shown.source, task: '', hints: [], hidden: false };
    this.show({ ...this.begin(`Fix ${nameOf(wanted)}`, shown.source, shown.source), exercise }, null);
  }

  openText(name: string, text: string): void {
    const { store } = this.context.runs;
    if (text.length <= MAX_TEXT) return this.show(this.begin(name, plain(text), null), null);
    const words = `‘${name}’ is too large: a program may have ${MAX_TEXT.toLocaleString('en')} characters here.`;
    store.setState({ notice: { level: 'warning', text: words, action: null } });
  }

  configure(wanted: Settings): void {
    const { store, player, queue } = this.context.runs;
    const state = store.getState();
    const shown = documentOf(state);
    const settings = settingsOf(wanted);
    if (shown === undefined || !isOwn(state) || packSettings(settings) === packSettings(shown.settings))
      return;
    player.stop();
    const { settings: _, ...before } = this.programOf(state, shown);
    const program = { ...before, ...(settings && { settings }), time: Date.now() };
    const { schedule } = state;
    const granularity = granularityOf({ memory: shown.memory, ...(settings && { settings }) });
    // Steps of another granularity are other steps.
    const kept = granularity === schedule.granularity ? schedule : { granularity, choices: [] };
    store.setState({ ...this.put(state, program), schedule: kept, assessment: null, asked: null });
    void queue.ask('open', reopenEdited(shown.source), {});
    void this.keeper.write(program);
  }

  rename(name: string): void {
    const { store } = this.context.runs;
    const state = store.getState();
    const shown = documentOf(state);
    const wanted = name.trim();
    if (shown === undefined || wanted === '' || wanted === collectionOf(state)?.title) return;
    const program = { ...this.programOf(state, shown), name: wanted, time: Date.now() };
    store.setState(this.put(state, program));
    void this.keeper.write(program);
  }

  async remove(id: string): Promise<void> {
    const { runs, navigation } = this.context;
    const { store } = runs;
    const program = await this.keeper.remove(id);
    const { route } = store.getState();
    if (route.page === 'document' && route.collection === OWN.kept && route.slug === id)
      navigation.openHome();
    if (program === null) return;
    const undo = (): void => {
      store.setState({ notice: null });
      void this.keeper.write(program);
    };
    store.setState({
      notice: { level: 'info', text: `‘${program.name}’ is deleted.`, action: { label: 'Undo', run: undo } },
    });
  }

  async list(): Promise<void> {
    const programs = await (await this.keeper.shelf).list();
    const kept = programs.map(({ id, name, time }) => ({ id, name, time }));
    this.context.runs.store.setState({ kept, starters });
  }

  saveFile(): void {
    const state = this.context.runs.store.getState();
    const shown = documentOf(state);
    if (shown !== undefined) download(fileName(collectionOf(state)?.title ?? '', 'cpp'), shown.source);
  }

  /** The fragment that opens the program shown in any browser, where the user stands in it. */
  link(state: SessionState): string {
    const shown = documentOf(state);
    if (shown === undefined) return addressOf(state);
    return linkOf(state, shown);
  }

  /** The fragment that asks others to mend the program shown. */
  linkToExercise(state: SessionState, asked: Omit<Exercise, 'given'>): string {
    const shown = documentOf(state);
    if (shown === undefined) return addressOf(state);
    const begin = { schedule: { granularity: 'sync', choices: [] }, at: 0 as StepIndex, hash: '' } as const;
    const given = shown.source;
    return linkOf({ ...state, ...begin, codePane: 'source', nowPane: 'objects' }, shown, { given, ...asked });
  }

  /** The program that a change of the document shown makes: the same one, or one that begins here. */
  private programOf(state: SessionState, shown: Document): Program {
    const { program } = this;
    const { collection, slug } = shown.origin;
    if (collection === OWN.kept && program?.id === slug) return program;
    // What one begins with where nothing else was chosen is nobody's original.
    const isBlank = shown.source === '' || (collection === OWN.begun && slug === BLANK);
    const { exercise, settings } = shown;
    const original = exercise?.given ?? (isBlank ? null : shown.source);
    const begun = this.begin(nameOf(state), shown.source, original);
    return { ...begun, ...(exercise && { exercise }), ...(settings && { settings }) };
  }

  private begin(name: string, text: string, original: string | null): Program {
    return { id: newId(), name, text, original, time: Date.now(), revision: 0 };
  }

  /** The page as it is, with this program in it. */
  private put(state: SessionState, program: Program): Patch {
    this.program = program;
    const collection = keptCollection(program);
    const route = { page: 'document', ...collection.documents[0].origin } as const;
    const before = documentOf(state);
    const known = new Set(collection.documents.map(({ key }) => key));
    const explored = Object.entries(state.explored).filter(([key]) => key !== before?.key || known.has(key));
    return {
      library: { ...state.library, [collection.id]: collection },
      explored: Object.fromEntries(explored),
      branches: state.branches.map((line) => ({ ...line, slug: route.slug })),
      ...(state.route.page === 'document' && state.route.slug === route.slug ? {} : { route }),
    };
  }

  /** Keeps a program that begins, and opens it: on the line of `from`, if there is one. */
  private show(program: Program, from: SessionState | null): void {
    const { runs, navigation } = this.context;
    const collection = keptCollection(program);
    this.program = program;
    runs.store.setState(({ library }) => ({ library: { ...library, [collection.id]: collection } }));
    void this.keeper.write(program);
    const line = from?.trace ? { schedule: from.schedule, at: from.at, onward: true } : {};
    const opening = { ...firstLine, ...line, remark: () => null };
    navigation.openLink({
      ...collection.documents[0].origin,
      carried: {},
      story: null,
      mode: null,
      opening,
      patch: {},
    });
  }

  /** Another tab has written the program that is open here: what is on this page goes on as a copy. */
  private part(from: Program, copy: Program): void {
    const { runs, navigation } = this.context;
    const { store } = runs;
    const state = store.getState();
    if (this.program?.id !== from.id) return;
    const { text } = this.program;
    store.setState({
      ...this.put(state, { ...copy, text }),
      notice: {
        level: 'warning',
        text: `‘${from.name}’ was changed in another tab. Both texts are kept: what you write here as ‘${copy.name}’.`,
        action: {
          label: 'Open the other',
          run: () => navigation.openDocument(OWN.kept, from.id),
        },
      },
    });
  }
}

/** What a copy of what is shown is called. */
function nameOf(state: SessionState): string {
  const scenario = scenarioOf(state);
  const title = collectionOf(state)?.title ?? 'Untitled';
  return scenario === undefined ? title : `${scenario.bug}, ${variantOf(state)?.title ?? title}`;
}
