/** A person's programs as documents: kept, out of a link, and to begin with; and the link of one. */
import { hashText } from '../../base/hash';
import { memoryOf } from '../../engine';
import { loadStarter } from '../../starters';
import { type Collection, type Document, type Origin, OWN, type Settings } from '../model/document';
import { collectionOf } from '../model/selectors';
import type { SessionState } from '../model/state';
import { addressOf } from '../navigation/url';
import { packText, unpackText } from './codec';
import { type CarriedProgram, slugOf } from './context';
import { packExercise, unpackExercise } from './exercise';
import { packSettings, unpackSettings } from './settings';
import type { Program } from './shelf';

const FILE = 'program.cpp';
/** The starting point of who chooses none. */
export const BLANK = 'empty';
/** Of what a kept program was before. */
export const ORIGINAL = '.original';

/** By its text, and by how it is searched: it is known of a text what is known of it, whoever has written it. */
const keyOfText = (text: string, settings: string): string =>
  `own/${[0, 1].map((seed) => (hashText(text, seed) >>> 0).toString(36)).join('')}${settings && `/${settings}`}`;

function documentOfText(origin: Origin, title: string, source: string, settings?: Settings): Document {
  const key = keyOfText(source, packSettings(settings));
  const memory = memoryOf(source);
  return { key, title, file: FILE, source, memory, origin, ...(settings && { settings }) };
}

function collectionWith(title: string, documents: readonly Document[]): Collection {
  const [{ origin }] = documents;
  return { id: origin.collection, title, documents, scenario: null };
}

export function keptCollection(program: Program): Collection {
  const { id, name, text, original, exercise, settings } = program;
  const origin = { collection: OWN.kept, slug: id };
  const own = { ...documentOfText(origin, 'Yours', text, settings), ...(exercise && { exercise }) };
  if (original === null || original === text) return collectionWith(name, [own]);
  const before = { ...origin, slug: id + ORIGINAL };
  return collectionWith(name, [
    own,
    documentOfText(before, exercise ? 'Given' : 'Original', original, settings),
  ]);
}

export function linkedCollection(slug: string, carried: CarriedProgram): Collection {
  const { c, n, x, o = '' } = carried;
  const settings = unpackSettings(o);
  const source = plain(unpackText(c));
  const name = n.trim().slice(0, 80) || 'A program from a link';
  const exercise = x === undefined ? undefined : unpackExercise(x, source);
  const isAnswer = exercise !== undefined && exercise.given !== source;
  const linked = documentOfText(
    { collection: OWN.linked, slug },
    isAnswer ? 'Answer' : name,
    source,
    settings,
  );
  const own = { ...linked, carried: { ...carried }, ...(exercise && { exercise }) };
  if (!isAnswer) return collectionWith(name, [own]);
  const given = documentOfText(
    { ...linked.origin, slug: slug + ORIGINAL },
    'Given',
    exercise.given,
    settings,
  );
  return collectionWith(name, [own, { ...given, carried: { ...carried } }]);
}

/** Of a document on the page, as this exercise if it is one. */
export function linkOf(state: SessionState, shown: Document, exercise = shown.exercise): string {
  const { source, settings } = shown;
  const o = packSettings(settings);
  const carried: CarriedProgram = {
    c: packText(source),
    n: collectionOf(state)?.title ?? '',
    ...(exercise && { x: packExercise(exercise, source) }),
    ...(o !== '' && { o }),
  };
  const route = { page: 'document', collection: OWN.linked, slug: slugOf(carried) } as const;
  return addressOf({ ...state, route }, { ...carried });
}

/** Of a starting point both forms; an unknown name is that of an empty one. */
export async function begunCollection(slug: string): Promise<Collection> {
  const { title, forms } = await loadStarter(slug);
  const documents = forms.map((form) =>
    documentOfText({ collection: OWN.begun, slug: form.slug }, form.title, form.source),
  );
  return collectionWith(title, documents);
}

/** As the editor has it: one kind of line end, and no mark of the encoding. */
export const plain = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
