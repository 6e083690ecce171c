/**
 * What people paste that is no program, or not quite one: told by the whole text, as what a compiler says of its first line helps nobody.
 * Asked only of a text that does not compile.
 */
import type { Diagnostic } from '../../engine';
import type { QuickFix } from '../code/quick-fix';

export interface Pasted {
  readonly title: string;
  /** What to do. */
  readonly text: string;
  /** Where it is seen. */
  readonly at: number;
  /** Where the program can be had out of the text. */
  readonly fix: QuickFix | null;
}

type Recognise = (source: string, diagnostics: readonly Diagnostic[]) => Pasted | null;

/** The first that fits. */
export function pastedAs(source: string, diagnostics: readonly Diagnostic[]): Pasted | null {
  for (const recognise of KINDS) {
    const found = recognise(source, diagnostics);
    if (found !== null) return found;
  }
  return null;
}

const instead = (source: string, label: string, insert: string): QuickFix => ({
  label,
  changes: [{ from: 0, to: source.length, insert: insert.endsWith('\n') ? insert : `${insert}\n` }],
});

const linesOf = (source: string): readonly string[] =>
  source.split('\n').filter((line) => line.trim() !== '');

/** It has what only a C++ program has. */
const hasProgram = (source: string): boolean =>
  /^\s*#\s*include\b/m.test(source) || /\bmain\s*\([^)]*\)\s*\{/.test(source);

const TWO_THREADS = `int main() {
    std::thread first([] {
        // what one thread does
    });
    std::thread second([] {
        // what the other does
    });
    first.join();
    second.join();
}
`;
function withMain(source: string): string {
  const thread = /^\s*#\s*include\s*<(?:thread|bits\/stdc\+\+\.h)>/m.test(source)
    ? ''
    : '#include <thread>\n';
  return `${thread}${source.trim() === '' ? '' : `${source.trimEnd()}\n`}\n${TWO_THREADS}`;
}

const nothing: Recognise = (source) =>
  source.replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '').trim() === ''
    ? {
        title: 'Nothing to run yet',
        text: 'Write a C++ program with a main, or paste one.',
        at: 0,
        fix: instead(source, 'Begin with two threads', withMain(source)),
      }
    : null;

const binary: Recognise = (source) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000e-\u001f\ufffd]{2}|^\u007fELF/.test(source)
    ? {
        title: 'Not a text',
        text: 'This looks like a binary. Open the .cpp file instead.',
        at: 0,
        fix: null,
      }
    : null;

const address: Recognise = (source) => {
  const at = source.search(/https?:\/\/\S+/);
  return at >= 0 && !/[{};#]/.test(source.replace(/https?:\/\/\S+/g, ''))
    ? {
        title: 'An address, not a program',
        text: 'Nothing is fetched from the network here. Open the address in another tab, copy the text of the program there (on GitHub by Raw, in Compiler Explorer out of the editor), and paste it in place of the address.',
        at,
        fix: null,
      }
    : null;
};

const FENCE = /^[ \t]*(?:```+|~~~+)[^\n`]*(?:\n|$)/gm;
/** A block between fences, or to the end where it is not closed. */
const fenced: Recognise = (source) => {
  const fences = [...source.matchAll(FENCE)];
  const [first] = fences;
  if (first === undefined) return null;
  const blocks = fences.flatMap((fence, i) =>
    i % 2 === 0 ? [source.slice(fence.index + fence[0].length, fences[i + 1]?.index ?? source.length)] : [],
  );
  const program = blocks.find((block) => /\bmain\s*\(/.test(block)) ?? blocks.join('\n');
  return {
    title: 'A program between fences',
    text: 'The lines with ``` and what stands around them are Markdown. Only the program between them can be compiled.',
    at: first.index,
    fix: instead(source, 'Keep only the program', program),
  };
};

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'", nbsp: ' ' },
};
const html: Recognise = (source) => {
  const at = source.search(/&(?:lt|gt|amp|quot|#39|nbsp);/);
  // `auto* p = &lt;` of a variable lt is C++.
  if (at < 0 || /\b[\w:>*&]+\s+\*?(?:lt|gt|amp|quot|nbsp)\s*[;=({,[]/.test(source)) return null;
  const text = source
    .replace(/<\/?(?:pre|code|div|span|p|br|html|body)\b[^>]*>/gi, '')
    .replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (all, name: string) => ENTITIES[name] ?? all);
  return {
    title: 'The source of a web page',
    text: 'Characters are HTML-escaped: &lt; stands for <.',
    at,
    fix: instead(source, 'Replace them by the characters', text.replace(/^\s*\n/, '')),
  };
};

const quoted: Recognise = (source) => {
  const lines = linesOf(source);
  return lines.length >= 3 && lines.every((line) => line.startsWith('>'))
    ? {
        title: 'A quoted program',
        text: 'Each line begins with >, as in a quoted email.',
        at: 0,
        fix: instead(source, 'Remove the >', source.replace(/^> ?/gm, '')),
      }
    : null;
};

const numbered: Recognise = (source) => {
  const numbers = linesOf(source).map((line) =>
    Number(/^\s*(\d+)(?:[.:|)]|\s|$)/.exec(line)?.[1] ?? Number.NaN),
  );
  const [first = 0] = numbers;
  return hasProgram(source) && numbers.length >= 3 && numbers.every((n) => n >= first) && isAscending(numbers)
    ? {
        title: 'A program with line numbers',
        text: 'Each line begins with its number.',
        at: 0,
        fix: instead(source, 'Remove the numbers', source.replace(/^[ \t]*\d+[.:|)]?[ \t]?/gm, '')),
      }
    : null;
};
const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? n));

const HEAD_OF_DIFF = /^(?:diff --git |index [0-9a-f]+\.\.|--- |\+\+\+ |@@ ).*\n?/gm;
const diff: Recognise = (source) => {
  const lines = linesOf(source);
  const isDiff =
    /^@@ .*@@/m.test(source) ||
    (lines.length >= 3 &&
      lines.every((line) => /^[ +-]/.test(line)) &&
      // `++x;` and `--x;` are statements.
      lines.some((line) => /^\+(?!\+)/.test(line)) &&
      lines.some((line) => /^-(?!-)/.test(line)));
  if (!isDiff) return null;
  const after = source
    .replace(HEAD_OF_DIFF, '')
    .replace(/^-.*\n?/gm, '')
    .replace(/^[ +]/gm, '');
  return {
    title: 'A diff, not a program',
    text: 'This is a diff. The new version is the lines with + or no sign; where it shows only part of a file, the rest is missing.',
    at: 0,
    fix: instead(source, 'Keep the new version', after),
  };
};

const REPORTS: readonly (readonly [RegExp, string])[] = [
  [/^#\d+ +(?:0x[0-9a-f]+ in )?\S.*(?: at \S+:\d+| from \S+|\))/m, 'A stack trace, not a program'],
  [/(?:Thread|Address|Memory|Leak)Sanitizer|^==\d+==/m, 'A report, not a program'],
  [/^\S+:\d+:(?:\d+:)? (?:fatal )?(?:error|warning|note):/m, 'Messages of a compiler, not a program'],
  [/^(?:\$|%|C:\\.*>) ?\S/m, 'What a terminal shows, not a program'],
];
const report: Recognise = (source) => {
  if (hasProgram(source)) return null;
  const found = REPORTS.find(([pattern]) => pattern.test(source));
  if (found === undefined) return null;
  return {
    title: found[1],
    text: 'Paste the source of the program that it is about: all its orders are tried then, and the one that fails can be stepped.',
    at: Math.max(0, source.search(found[0])),
    fix: null,
  };
};

const LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ['Python', /^(?:def \w+\(.*\).*:|from [\w.]+ import .*|import \w+)\s*$/m],
  ['Java', /\bpublic\s+static\s+void\s+main\b|^import java[.x]/m],
  ['C#', /^using System\b|\bstatic\s+(?:async\s+)?(?:void|Task)\s+Main\s*\(/m],
  ['Rust', /\bfn \w+\s*(?:<[^>]*>)?\(.*\{/],
  ['Go', /^package \w+\s*$|^func \w+\(/m],
  ['Kotlin', /^\s*fun \w+\(/m],
  ['JavaScript', /\b(?:const|let) \w+ = (?:await |new Worker\(|require\()|=> \{|^import .* from ['"]/m],
];
const otherLanguage: Recognise = (source) => {
  if (/^\s*#\s*include\b/m.test(source)) return null;
  const found = LANGUAGES.find(([, pattern]) => pattern.test(source));
  return found === undefined
    ? null
    : {
        title: `${found[0]}, not C++`,
        text: 'Only C++ is compiled here. Write what the threads do in C++: std::thread starts one, std::mutex locks, join waits for its end.',
        at: Math.max(0, source.search(found[1])),
        fix: null,
      };
};

const prose: Recognise = (source) =>
  /[;{}#=]/.test(source)
    ? null
    : {
        title: 'Not a program',
        text: 'What stands here is no C++. Paste the text of a program, or begin with one.',
        at: 0,
        fix: instead(source, 'Begin with two threads', withMain(source.replace(/^/gm, '// '))),
      };

/** Somebody pastes his below what stood there. */
const twoPrograms: Recognise = (source, diagnostics) => {
  const mains = [...source.matchAll(/^[ \t]*(?:int|auto|void)\s+main\s*\(/gm)];
  const [first, second] = mains;
  if (second === undefined || first === undefined) return null;
  if (!diagnostics.some(({ code }) => code === 'defined-twice')) return null;
  const include = source.slice(first.index).search(/^[ \t]*#\s*include\b/m);
  const begins = include < 0 ? null : first.index + include;
  return {
    title: 'Two programs',
    text: 'There are two main functions: one program is pasted below another.',
    at: second.index,
    fix:
      begins === null || begins > second.index
        ? null
        : { label: 'Keep only the second', changes: [{ from: 0, to: begins, insert: '' }] },
  };
};

const QUOTED = /^[ \t]*#\s*include\s*"([^"\n]+)".*\n?/gm;
const RULED =
  /^[ \t]*(?:[=\-*#]{2,} *)?([\w./-]+\.(?:h|hh|hpp|hxx|c|cc|cpp|cxx))(?: *[=\-*#]{2,}| *:)[ \t]*$/gm;
const severalFiles: Recognise = (source) => {
  const [first] = source.matchAll(QUOTED);
  if (first === undefined) return null;
  const names = [...new Set([...source.matchAll(QUOTED)].map(([, name = '']) => name))];
  const rest = source.replace(QUOTED, '');
  // Where the text names a file elsewhere, as people do above each, it is likely to be here.
  const isHere = (name: string): boolean => rest.includes(name.split('/').at(-1) ?? name);
  const missing = names.filter((name) => !isHere(name));
  const written = missing.map((name) => `"${name}"`).join(' and ');
  return {
    title: 'Several files',
    text:
      missing.length > 0
        ? `All stands in one text here. Paste what is in ${written} in place of its #include.`
        : 'All stands in one text here, headers before what uses them. The lines that include them are not needed.',
    at: first.index,
    fix: missing.length > 0 ? null : instead(source, 'Take them as one file', rest.replace(RULED, '// $1')),
  };
};

/** Statements, and no function around them. */
const STATEMENT =
  /^(?:[A-Za-z_][\w:]*(?:\.|->)\w+\s*\(|(?:std::)?c(?:out|err)\s*<<|(?:for|while|if)\s*\(|[A-Za-z_]\w*\s*(?:\+\+|--|\+=|-=)|\+\+|--)/;
const FUNCTION =
  /^(?!for\b|while\b|if\b|else\b|switch\b)[\w:<>,&*~ ]+\)\s*(?:const\s*)?\{|^[\w:<>&* ]+\s\w+\([^()]*\)\s*(?:const\s*)?\{/;
const snippet: Recognise = (source) => {
  if (/\bmain\s*\(/.test(source)) return null;
  const outside = outermost(source);
  const statement = outside.find(({ line }) => STATEMENT.test(line));
  if (statement === undefined) return null;
  const includes = source.match(/^[ \t]*#.*$/gm) ?? [];
  const body = source
    .replace(/^[ \t]*#.*\n?/gm, '')
    .trim()
    .replace(/^(?=.)/gm, '    ');
  const text = `${includes.map((line) => `${line}\n`).join('')}${includes.length > 0 ? '\n' : ''}int main() {\n${body}\n}\n`;
  return {
    title: 'Statements without a function',
    text: 'Code must be inside a function, such as main.',
    at: statement.at,
    fix: outside.some(({ line }) => FUNCTION.test(line)) ? null : instead(source, 'Put them into main', text),
  };
};

/** Lines outside of all braces, roughly: what stands in texts and comments counts too. */
function outermost(source: string): readonly { readonly line: string; readonly at: number }[] {
  let depth = 0;
  let at = 0;
  const found: { line: string; at: number }[] = [];
  for (const whole of source.split('\n')) {
    const line = whole.trim();
    if (depth === 0 && line !== '' && !line.startsWith('//')) found.push({ line, at });
    for (const sign of line) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    at += whole.length + 1;
  }
  return found;
}

const noMain: Recognise = (source, diagnostics) => {
  if (diagnostics.length !== 1 || diagnostics[0]?.code !== 'no-main') return null;
  const own = /^(?:void|int|bool|auto)\s+(\w+)\s*\(\s*(?:void)?\s*\)\s*(?:noexcept\s*)?\{/m.exec(source)?.[1];
  const other =
    own === undefined ? '' : ` Another function can be run in its place: name it in Settings, as ${own}.`;
  return {
    title: 'No main yet',
    text: `A program begins with main: it starts the threads, and waits for them.${other}`,
    at: 0,
    fix: instead(source, 'Add a main with two threads', withMain(source)),
  };
};

const KINDS: readonly Recognise[] = [
  ...[nothing, binary, address, fenced, html, quoted, numbered, diff, report, otherLanguage, prose],
  ...[severalFiles, twoPrograms, snippet, noMain],
];
