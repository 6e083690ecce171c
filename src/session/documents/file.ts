/** A file of one's own disk. Only here is one made; the browser asks where to. */
export function download(name: string, content: BlobPart, type = 'text/plain'): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** 'bank-account.cpp' for 'Bank account' and 'cpp'. */
export function fileName(name: string, ending: string): string {
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return `${plain.replace(/^-+|-+$/g, '') || 'program'}.${ending}`;
}
