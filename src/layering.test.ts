/**
 * Holds the architecture: who may import whom, and what is not written where. The table is that of
 * README.md, in dependency order; a folder that is not in it cannot be imported from, nor import. That no files import each other in a
 * circle, for types alone too, is held by biome.json, as the sizes of files and functions are.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

interface Layer {
  /** Folder below src/; the innermost that fits is the one that counts. '' is src/ itself. */
  readonly folder: string;
  readonly folders: readonly string[];
  /** Packages; a name stands for its subpaths too. */
  readonly packages?: readonly string[];
}

const PARTS = [
  'engine/bytecode',
  'engine/machine',
  'engine/inspect',
  'engine/schedule',
  'engine/rc11',
  'engine/detect',
];

/** Folders of the search, each of which may import those before it. */
const EXPLORE = [
  'engine/explore/steps',
  'engine/explore/fairness',
  'engine/explore/reduction',
  'engine/explore/parallel',
  'engine/explore/refinement',
  'engine/explore/counterexample',
  'engine/explore/dpor',
];

/** Another search, of executions under a weaker memory model, beside them. */
const WEAK = 'engine/weak';

const SESSION = ['session/model', 'session/documents', 'session/run', 'session/navigation'];

const LAYERS: readonly Layer[] = [
  { folder: 'base', folders: [] },
  { folder: 'engine/bytecode', folders: ['base'] },
  { folder: 'engine/compiler', folders: ['base', 'engine/bytecode'] },
  { folder: 'engine/machine', folders: ['base', 'engine/bytecode'] },
  { folder: 'engine/inspect', folders: ['base', 'engine/bytecode', 'engine/machine'] },
  { folder: 'engine/schedule', folders: ['base', 'engine/bytecode', 'engine/machine'] },
  { folder: 'engine/rc11', folders: ['base', 'engine/bytecode', 'engine/machine'] },
  { folder: 'engine/detect', folders: ['base', 'engine/bytecode', 'engine/machine', 'engine/inspect'] },
  ...EXPLORE.map((folder, at) => ({ folder, folders: ['base', ...PARTS, ...EXPLORE.slice(0, at)] })),
  { folder: 'engine/explore', folders: ['base', ...PARTS, ...EXPLORE] },
  {
    folder: 'engine/sampling',
    folders: [
      'base',
      ...PARTS,
      'engine/explore/steps',
      'engine/explore/refinement',
      'engine/explore/counterexample',
      'engine/explore/dpor',
    ],
  },
  {
    folder: 'engine/trace',
    folders: [
      'base',
      ...PARTS,
      'engine/explore/steps',
      'engine/explore/fairness',
      'engine/explore/refinement',
    ],
  },
  { folder: WEAK, folders: ['base', ...PARTS, 'engine/explore/steps', 'engine/trace'] },
  {
    folder: 'engine',
    folders: [
      'base',
      ...PARTS,
      'engine/compiler',
      ...EXPLORE,
      WEAK,
      'engine/explore',
      'engine/sampling',
      'engine/trace',
    ],
  },
  { folder: 'host', folders: ['base', 'engine'] },
  { folder: 'scenarios', folders: ['base', 'engine'] },
  { folder: 'starters', folders: ['base', 'engine'] },
  { folder: 'cli', folders: ['base', 'engine', 'host', 'scenarios'], packages: ['node:'] },
  {
    folder: 'session/model',
    folders: ['engine', 'host', 'scenarios', 'starters'],
    packages: ['zustand/vanilla'],
  },
  { folder: 'session/documents', folders: ['base', 'engine', 'scenarios', 'session/model'] },
  { folder: 'session/run', folders: ['engine', 'host', 'session/model'] },
  { folder: 'session/navigation', folders: ['engine', 'session/model', 'session/documents', 'session/run'] },
  { folder: 'session/story', folders: ['engine', 'scenarios', ...SESSION] },
  { folder: 'session/exploration', folders: ['base', 'engine', 'host', ...SESSION] },
  { folder: 'session/free', folders: ['engine', 'host', ...SESSION] },
  { folder: 'session/own', folders: ['base', 'engine', 'starters', ...SESSION], packages: ['fflate'] },
  {
    folder: 'session',
    folders: [
      'host',
      'scenarios',
      ...SESSION,
      'session/story',
      'session/exploration',
      'session/free',
      'session/own',
    ],
    packages: ['zustand/vanilla'],
  },
  {
    folder: 'views',
    folders: ['base', 'engine', 'session'],
    packages: [
      'react',
      'react-dom',
      'react-error-boundary',
      'react-resizable-panels',
      'zustand',
      'tinykeys',
      'd3',
      '@codemirror',
      '@lezer',
    ],
  },
  {
    folder: '',
    folders: ['base', 'engine', 'host', 'session', 'views'],
    packages: ['react', 'react-dom', 'react-error-boundary'],
  },
];

/** React makes the nodes, d3 computes: what touches the DOM stays in the one file that may attach a zoom. */
const DOM_FILE = 'views/parts/zoomable.ts';
const D3_DOM_PACKAGES = /^d3-(selection|transition|axis|brush|zoom|drag)$/;
const D3_DOM_NAMES =
  /^(select|selectAll|selector|selection|create|transition|axis(Top|Right|Bottom|Left)|brush(X|Y|Selection)?|zoom(Identity|Transform)?|drag)$/;

const BANS: readonly { within: RegExp; pattern: RegExp; why: string }[] = [
  {
    within: /^(engine|base)\//,
    pattern: /\b(Date\.now|new Date|Math\.random|performance\.now)\b/,
    why: 'the same program and schedule must give the same trace: seed and clock are arguments',
  },
  {
    within: /^/,
    pattern: /\beval\(|\bnew Function\b|dangerouslySetInnerHTML|\binnerHTML\b/,
    why: 'text never becomes code or markup',
  },
];

/** Who knows at which word of a Memory something stands: who runs it, and who explains it. All others ask these. */
const LAYOUT = 'engine/machine/layout';
const KNOW_LAYOUT = ['engine/machine', 'engine/inspect'];

/** Folders of several rows with one door for all outside: its index. */
const HOUSES = ['engine', 'session'];
const houseOf = (folder: string): string => folder.split('/')[0];

const isTest = (path: string): boolean => /\.test\.tsx?$|(^|\/)testing\//.test(path);

/** The row of a file or folder below src/. */
function layerOf(path: string): number {
  let best = -1;
  LAYERS.forEach(({ folder }, row) => {
    const fits = folder === '' ? !path.includes('/') : path === folder || path.startsWith(`${folder}/`);
    if (fits && (best < 0 || folder.length > LAYERS[best].folder.length)) best = row;
  });
  return best;
}

/** Code without its comments, as far as a line at a time can tell. */
const withoutComments = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
    .map((line) => line.replace(/\s\/\/ .*$/, ''))
    .join('\n');

interface Import {
  readonly specifier: string;
  /** What stands between `import` and `from`; empty for the forms without. */
  readonly clause: string;
}

/** Static imports and re-exports, bare and dynamic imports, and the URLs that workers are started from. */
function importsOf(code: string): Import[] {
  const forms = [
    /\b(?:import|export)\b(?<clause>[^'"`;=]*?)\bfrom\s*['"](?<specifier>[^'"]+)['"]/g,
    /(?<!['"`])\bimport\s*['"](?<specifier>[^'"]+)['"]/g,
    /\bimport\s*\(\s*['"](?<specifier>[^'"]+)['"]/g,
    /\bnew\s+URL\s*\(\s*['"](?<specifier>\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
  ];
  return forms.flatMap((form) =>
    [...code.matchAll(form)].map(({ groups }) => ({
      specifier: groups?.specifier ?? '',
      clause: groups?.clause ?? '',
    })),
  );
}

/** The names of `{ a, b as c }`, as exported; `*` when everything is taken. */
const namesOf = (clause: string): string[] =>
  clause.includes('*')
    ? ['*']
    : (/\{([^}]*)\}/.exec(clause)?.[1] ?? '')
        .split(',')
        .map((name) => name.trim().split(/\s+as\s+/)[0])
        .filter((name) => name !== '');

/** Why `path` may not import what `specifier` names, or undefined. Tests may import all above their row, and tools. */
function whyNotImport(path: string, { specifier, clause }: Import): string | undefined {
  const from = layerOf(path);
  const { folder, folders, packages = [] } = LAYERS[from];
  const name = folder === '' ? 'src' : folder;
  if (!specifier.startsWith('.')) {
    if (path === DOM_FILE) return undefined;
    if (D3_DOM_PACKAGES.test(specifier)) return `${specifier} touches the DOM, which is React's`;
    const domNames =
      specifier === 'd3' ? namesOf(clause).filter((n) => n === '*' || D3_DOM_NAMES.test(n)) : [];
    if (domNames.length > 0) return `'${domNames.join(', ')}' of d3 touches the DOM, which is React's`;
    const allowed = packages.some(
      (p) => specifier === p || specifier.startsWith(p.endsWith(':') ? p : `${p}/`),
    );
    return allowed || isTest(path)
      ? undefined
      : `${name} may not use packages but: ${packages.join(', ') || 'none'}`;
  }
  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
  if (target.startsWith('..')) return isTest(path) ? undefined : 'it is outside src';
  if (target === LAYOUT && !KNOW_LAYOUT.includes(folder) && !isTest(path))
    return 'the layout of a Memory is known in machine/ and inspect/ alone';
  const to = layerOf(target);
  if (to < 0) return `${target} is in no folder of the table`;
  if (to === from) return undefined;
  if (isTest(path)) {
    const sameHouse = houseOf(folder) === houseOf(LAYERS[to].folder);
    return to < from || sameHouse ? undefined : `${name} stands above it, even for tests`;
  }
  const house = houseOf(LAYERS[to].folder);
  const isDoor = target.replace(/(\/index)?(\.ts)?$/, '') === house;
  if (HOUSES.includes(house) && houseOf(folder) !== house && folders.includes(house) && !isDoor)
    return `the ${house}'s only door is ${house}/index`;
  return folders.includes(LAYERS[to].folder)
    ? undefined
    : `${name} may import: ${folders.join(', ') || 'nothing'}`;
}

/** All that breaks the rules in `files` (path below src/ → text), one readable line each. */
function violations(files: Iterable<readonly [path: string, text: string]>): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    if (layerOf(path) < 0) {
      found.push(`${path}: its folder is not in the table of src/layering.test.ts`);
      continue;
    }
    const code = withoutComments(text);
    for (const imported of importsOf(code)) {
      const why = whyNotImport(path, imported);
      if (why !== undefined) found.push(`${path} imports '${imported.specifier}': ${why}`);
    }
    if (isTest(path)) continue;
    for (const { within, pattern, why } of BANS) {
      const hit = within.test(path) ? pattern.exec(code) : null;
      if (hit) found.push(`${path} says '${hit[0]}': ${why}`);
    }
  }
  return found;
}

function sources(): [string, string][] {
  const src = dirname(fileURLToPath(import.meta.url));
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && path !== 'layering.test.ts')
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(src, path), 'utf8')]);
}

test('every folder imports only what stands above it, by its door', () => {
  expect(violations(sources())).toEqual([]);
});

test.each([
  ['engine/machine/step.ts', "import { lower } from '../compiler/lower';", 'engine/machine may import'],
  ['engine/compiler/lower.ts', "export type { Step } from '../machine/step';", 'engine/compiler may import'],
  ['engine/explore/dpor.ts', "import {\n  record,\n} from '../trace/record';", 'engine/explore may import'],
  [
    'engine/explore/reduction/x.ts',
    "import { count } from '../dpor/count';",
    'engine/explore/reduction may import',
  ],
  [
    'engine/explore/dpor/x.ts',
    "import type { Verdict } from '../verdict';",
    'engine/explore/dpor may import',
  ],
  ['engine/explore/x.ts', "import { T_PC } from '../machine/layout';", 'the layout of a Memory'],
  ['base/rng.ts', "import '../engine';", 'base may import: nothing'],
  ['views/score/Score.tsx', "const pool = await import('../../host/pool');", 'views may import'],
  ['session/run/x.ts', "import { step } from '../../engine/machine/step';", "the engine's only door"],
  ['session/run/x.ts', "import { secret } from '../../engine/secret';", "the engine's only door"],
  ['session/session.ts', "import { create } from 'zustand';", 'session may not use packages but'],
  ['session/run/x.ts', "import { show } from '../navigation/navigation';", 'session/run may import'],
  [
    'views/score/Score.tsx',
    "import { seekTo } from '../../session/run/requests';",
    "the session's only door",
  ],
  ['views/score/Score.tsx', "import { page } from '../../session/page';", "the session's only door"],
  ['host/pool.ts', "import { useState } from 'react';", 'host may not use packages but: none'],
  ['host/pool.ts', "new Worker(new URL('../views/x.worker.ts', import.meta.url))", 'host may import'],
  ['engine/machine/a.test.ts', "import { seek } from '../../session/session';", 'even for tests'],
  ['views/score/draw.ts', "import { scaleLinear, select } from 'd3';", "'select' of d3"],
  ['views/score/draw.ts', "import * as d3 from 'd3';", "'*' of d3"],
  ['views/score/draw.ts', "import { axisLeft } from 'd3-axis';", 'd3-axis touches the DOM'],
  ['views/score/draw.ts', "import x from '../../utils/x';", 'in no folder of the table'],
  ['utils/x.ts', 'export const x = 1;', 'not in the table'],
  ['engine/machine/heap.ts', 'const seed = Math.random();', 'seed and clock are arguments'],
  [
    'views/parts/Prose.tsx',
    '<p dangerouslySetInnerHTML={{ __html: text }} />',
    'never becomes code or markup',
  ],
])('%s may not: %s', (path, text, why) => {
  expect(violations([[path, text]])).toEqual([expect.stringContaining(why)]);
});

test.each([
  ['engine/index.ts', "export { compile } from './compiler/compile';"],
  ['engine/explore/dpor/x.ts', "import { races } from '../../detect/races';"],
  [
    'engine/machine/run.test.ts',
    "import { compile } from '../compiler/compile';\nimport fc from 'fast-check';",
  ],
  ['host/thread.worker.ts', "import { step } from '../engine';"],
  ['session/run/a.test.ts', "import { createHarness } from '../testing/harness';"],
  ['views/score/Score.tsx', "import { findingsAt } from '../../session';"],
  ['scenarios/index.ts', "import source from './compaction/before.cpp?raw';"],
  ['views/score/draw.ts', "import { scaleLinear, type ScaleBand } from 'd3';\nimport './score.module.css';"],
  ['views/parts/zoomable.ts', "import { select, zoom } from 'd3';"],
  ['main.tsx', "import { App } from './views/App';\nimport { createRoot } from 'react-dom/client';"],
  ['base/rng.ts', '/** Not Math.random. */\nexport const x = 1; // nor Date.now'],
])('%s may: %s', (path, text) => {
  expect(violations([[path, text]])).toEqual([]);
});
