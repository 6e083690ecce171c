/** The text of all of them, in a chunk of its own. */
const files: Readonly<Record<string, string>> = import.meta.glob('./*/*.cpp', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const sourceOf = (folder: string, form: 'wrong' | 'right'): string => files[`./${folder}/${form}.cpp`];
