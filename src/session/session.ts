/** The one store of the page: zustand without React. Written by actions, through the queue; read by all views. */
import { createStore } from 'zustand/vanilla';
import type { StepIndex } from '../engine';
import type { Session } from './state';

export const initialSession: Session = {
  route: { page: 'home' },
  schedule: { granularity: 'sync', choices: [] },
  at: 0 as StepIndex,
  branches: [],
  branch: 0,
  story: '',
  beat: -1,
  onRails: false,
  challenge: 'off',
  codePane: 'source',
  compare: '',
  nowPane: 'objects',
  finding: null,
  cause: null,
  focus: null,
  phase: 'starting',
  trace: null,
  snapshot: null,
  findings: [],
  diagnostics: [],
  hash: '',
  threads: 'real',
  workers: [],
  comparison: null,
  notice: null,
  pending: false,
  playing: false,
  speed: 2,
  theme: 'system',
  panes: {},
  read: {},
  best: {},
  library: {},
  explored: {},
  placed: null,
};

export const session = createStore<Session>()(() => initialSession);
