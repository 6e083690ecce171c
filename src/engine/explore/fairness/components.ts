/** By node, its strongly connected component (Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1972). */
export function components(count: number, from: readonly number[], to: readonly number[]): Int32Array {
  const first = new Int32Array(count + 1);
  for (const node of from) first[node + 1]++;
  for (let node = 0; node < count; node++) first[node + 1] += first[node];
  const edges = new Int32Array(from.length);
  const fill = first.slice();
  for (let i = 0; i < from.length; i++) edges[fill[from[i]]++] = to[i];

  const component = new Int32Array(count).fill(-1);
  const order = new Int32Array(count);
  const low = new Int32Array(count);
  const next = first.slice();
  const open: number[] = [];
  const path: number[] = [];
  let met = 0;
  let found = 0;
  for (let root = 0; root < count; root++) {
    if (order[root] !== 0) continue;
    path.push(root);
    while (path.length > 0) {
      const node = path[path.length - 1];
      if (order[node] === 0) {
        order[node] = low[node] = ++met;
        open.push(node);
      }
      if (next[node] < first[node + 1]) {
        const other = edges[next[node]++];
        if (order[other] === 0) path.push(other);
        else if (component[other] < 0) low[node] = Math.min(low[node], order[other]);
        continue;
      }
      path.pop();
      if (path.length > 0) {
        const parent = path[path.length - 1];
        low[parent] = Math.min(low[parent], low[node]);
      }
      if (low[node] !== order[node]) continue;
      let member: number;
      do {
        member = open.pop() as number;
        component[member] = found;
      } while (member !== node);
      found++;
    }
  }
  return component;
}
