/** The change of the text that mends what the compiler says of it, where only one can be meant. */
import type { Diagnostic } from '../../engine';

export interface QuickFix {
  /** 'Add #include <vector>' */
  readonly label: string;
  readonly changes: readonly { readonly from: number; readonly to: number; readonly insert: string }[];
}

/** Null where it is not certain what is meant. `all`: what else the compiler says. */
export function quickFixOf(wrong: Diagnostic, all: readonly Diagnostic[], source: string): QuickFix | null {
  const { span, code, meant, hint } = wrong;
  if (span.file !== 0) return null;
  const written = source.slice(span.start, span.end);
  if (meant !== undefined) return standardName(span, meant, source);
  if (code === 'missing-semicolon') return semicolon(wrong, all, source);
  if (code === 'undeclared' && hint === '') return spell(written, span, source);
  return written in SIGNS ? plainSigns(source) : null;
}

/** 'Add #include <vector>', where the name stands there as it should; else 'Write std::vector', and both are done. */
function standardName(
  { start, end }: Diagnostic['span'],
  { name, header }: NonNullable<Diagnostic['meant']>,
  source: string,
): QuickFix | null {
  const changes = header === null ? [] : [include(header, source)];
  if (name === null) return { label: `Add #include <${header}>`, changes };
  if (`std::${source.slice(start, end)}` !== name) return null;
  return { label: `Write ${name}`, changes: [...changes, { from: start, to: end, insert: name }] };
}

/** Before the first of its kind, else at the very start. */
function include(header: string, source: string): QuickFix['changes'][number] {
  const at = Math.max(0, source.search(/^#include\b/m));
  return { from: at, to: at, insert: `#include <${header}>\n` };
}

/** What word processors and web pages write in place of signs of a program. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '\u201c': '"', '\u201d': '"', '\u201e': '"', '\u2033': '"', '\u00ab': '"', '\u00bb': '"' },
  ...{ '\u2018': "'", '\u2019': "'", '\u201a': "'", '\u2032': "'", '\u00b4': "'" },
  ...{
    '\u2010': '-',
    '\u2011': '-',
    '\u2012': '-',
    '\u2013': '-',
    '\u2014': '-',
    '\u2212': '-',
    '\u2026': '...',
  },
  ...{
    '\u00a0': ' ',
    '\u2002': ' ',
    '\u2003': ' ',
    '\u2007': ' ',
    '\u2009': ' ',
    '\u202f': ' ',
    '\u3000': ' ',
  },
  ...{ '\u00ad': '', '\u200b': '', '\u200c': '', '\u200d': '', '\u200e': '', '\u200f': '', '\u2060': '' },
};

const SIGN = new RegExp(`[${Object.keys(SIGNS).join('')}]`, 'g');

/** All of them: where one stands, others do. */
function plainSigns(source: string): QuickFix | null {
  const changes = [...source.matchAll(SIGN)].map(({ 0: sign, index }) => ({
    from: index,
    to: index + sign.length,
    insert: SIGNS[sign],
  }));
  return changes.length === 0 ? null : { label: 'Write plain signs', changes };
}

/** At the end of a line where nothing else is wrong. */
function semicolon({ span }: Diagnostic, all: readonly Diagnostic[], source: string): QuickFix | null {
  const rest = /^[^\n]*/.exec(source.slice(span.end))?.[0] ?? '';
  const alone = all.every((other) => other.span === span || other.span.start !== span.start);
  if (!alone || !/^\s*(?:\/\/.*)?$/.test(rest)) return null;
  return { label: 'Write ;', changes: [{ from: span.end, to: span.end, insert: ';' }] };
}

const KEYWORDS =
  'auto bool break case catch char class const continue default delete double else enum false float for if int long namespace new nullptr operator private protected public return short signed sizeof static struct switch template this throw true try typename union unsigned using virtual void volatile while';

/** The one word of the text, or of the language, that differs by a letter: changed, left out, put in, or swapped with the next. */
function spell(name: string, { start, end }: Diagnostic['span'], source: string): QuickFix | null {
  if (name.length < 3) return null;
  const words = new Set([...KEYWORDS.split(' '), ...(source.match(/[A-Za-z_]\w*/g) ?? [])]);
  const near = [...words].filter((word) => word !== name && differsByOne(word, name));
  const [meant] = near;
  if (near.length !== 1 || meant === undefined) return null;
  return { label: `Write ${meant}`, changes: [{ from: start, to: end, insert: meant }] };
}

function differsByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (a.length > b.length) return restA.slice(1) === restB;
  if (a.length < b.length) return restA === restB.slice(1);
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return restA.slice(1) === restB.slice(1) || (restA.length > 1 && swapped);
}
