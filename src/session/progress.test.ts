import { expect, test } from 'vitest';
import { furthest, parseProgress, progressText } from './progress';
import { createSession } from './session';

const far = {
  read: { 'lost-update/before': 4 },
  best: { 'mb-38521/before': 1, 'mb-38521/landed': 'safe' },
} as const;

test('what is saved is what is opened', () => {
  expect(parseProgress(progressText(far))).toEqual(far);
});

test.each(['', 'nonsense', 'null', '[]', '{"read":{"a":1}}', '{"racecourse":"run"}'])(
  '%j is no such file',
  (text) => expect(parseProgress(text)).toBeNull(),
);

test('of a file of another version what has the right form is taken', () => {
  const text = '{"racecourse":"progress","version":9,"read":{"a":2,"b":"all"},"best":[]}';
  expect(parseProgress(text)).toEqual({ read: { a: 2 }, best: {} });
});

test('of two the further is kept, of each story and each variant', () => {
  const other = {
    read: { 'lost-update/before': 1, 'a-lock/before': 2 },
    best: { 'mb-38521/before': 0 },
  } as const;
  const both = {
    read: { 'lost-update/before': 4, 'a-lock/before': 2 },
    best: { 'mb-38521/before': 0, 'mb-38521/landed': 'safe' },
  };
  expect(furthest(far, other)).toEqual(both);
  expect(furthest(other, far)).toEqual(both);
});

test('a file is opened beside what is known here, and one that is none is told of', () => {
  const { store, actions } = createSession([]);
  store.setState({ read: { 'a-lock/before': 3 } });
  actions.openProgress(progressText(far));
  expect(store.getState().read).toEqual({ 'a-lock/before': 3, 'lost-update/before': 4 });
  actions.openProgress('int main() {}');
  expect(store.getState()).toMatchObject({ notice: { level: 'warning' }, best: far.best });
});
