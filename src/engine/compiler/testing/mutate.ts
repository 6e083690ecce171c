/** Programs that are nearly right: fixtures and scenarios with a few tokens or characters changed, each named by its seed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRng, type Rng } from '../../../base/rng';
import type { Compiled } from '..';
import { OUR_FAULT } from '../diagnostics';

const FOLDERS = [
  './programs/',
  '../../detect/fixtures/',
  '../../explore/fixtures/',
  '../../../scenarios/mb-33463/',
  '../../../scenarios/mb-38428/',
  '../../../scenarios/mb-38521/',
  '../../../scenarios/mb-43708/',
  '../../../scenarios/mb-52490/',
];
const texts = FOLDERS.map((path) => fileURLToPath(new URL(path, import.meta.url))).flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.cpp'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/^\/\/ expect:.*\n/gm, '')),
);
const pieces = texts.map((text) => text.match(/\s+|"[^"\n]*"|'[^'\n]*'|\w+|[^\s\w]/g) ?? []);

/** What programs are rarely made of, and what opens or closes something. */
const ODD = [
  ...'( ) { } [ ] < > << >> :: : ; , . -> ... & && * ~ ! ? = == # ## \\ " \' // /* */ \n'.split(' '),
  ...'template typename class struct union enum using namespace operator auto decltype const static'.split(
    ' ',
  ),
  ...'new delete this return for while switch case default goto try catch throw requires concept'.split(' '),
  ...'int void double std T 0 1 18446744073709551615 99999999999999999999 1.5 0x'.split(' '),
  '#define A A',
  '\n#if 1\n',
  '\n#endif\n',
  'std::vector<int>',
  'sizeof...(T)',
  '\u0000',
  'é',
];
type Edit = (words: string[], at: number, other: string) => void;
const EDITS: readonly Edit[] = [
  (words, at) => void words.splice(at, 1),
  (words, at) => void words.splice(at, 0, words[at] ?? '', ' '),
  (words, at, other) => void words.splice(at, 1, other),
  (words, at, other) => void words.splice(at, 0, ' ', other, ' '),
];

/** The program of that seed. */
export function mutated(seed: number): string {
  const rng = createRng(seed);
  const which = rng.int(texts.length);
  return rng.int(4) === 0 ? byCharacters(texts[which] ?? '', rng) : byTokens(pieces[which] ?? [], rng);
}
function byTokens(of: readonly string[], rng: Rng): string {
  const words = [...of];
  for (let n = 1 + rng.int(3); n > 0; n--) {
    const from = rng.int(2) === 0 ? ODD : (pieces[rng.int(pieces.length)] ?? ODD);
    const edit = EDITS[rng.int(EDITS.length)] as Edit;
    edit(words, rng.int(words.length), from[rng.int(from.length)] ?? '');
  }
  return words.join('');
}
function byCharacters(of: string, rng: Rng): string {
  let text = of;
  for (let n = 1 + rng.int(4); n > 0; n--) {
    const at = rng.int(text.length);
    const kind = rng.int(4);
    const made =
      kind === 0 ? '' : kind === 1 ? String.fromCharCode(rng.int(128)) : (text[rng.int(text.length)] ?? '');
    // A cut may take much with it.
    const cut = kind === 3 ? rng.int(40) : 1;
    text = text.slice(0, at) + made + text.slice(at + cut);
  }
  return text;
}

/** What is wrong with the compiler's answer: nothing, where it is a program or diagnostics that lie inside the text and blame the text. */
export function wellTold(text: string, compiled: Compiled): readonly unknown[] {
  if ('program' in compiled) return [];
  if (compiled.diagnostics.length === 0) return ['no diagnostics'];
  return compiled.diagnostics.filter(
    ({ span, message }) =>
      message === '' ||
      message.startsWith(OUR_FAULT) ||
      span.file !== 0 ||
      span.start > span.end ||
      span.end > text.length,
  );
}
