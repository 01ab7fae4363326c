interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

/** As the inspector gives it: nodes of the call tree, and which of them each sample was in. */
export interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
}

const MOST = 24;

/** Where the time went that was not idle: by package or folder, then by function, each by its own time. */
export function summary({ nodes, samples }: Profile): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node] as const)));
  const busy = samples
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ callFrame }) => callFrame.functionName !== '(idle)');
  const shares = (namesOf: (node: ProfileNode) => readonly string[]): string =>
    [...Map.groupBy(busy.flatMap(namesOf), (name) => name)]
      .map(([name, list]) => [name, (100 * list.length) / busy.length] as const)
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST)
      .map(([name, share]) => `    ${share.toFixed(1).padStart(5)} %  ${name}`)
      .join('\n');
  const parts = [
    ['by package', shares((node) => [packageOf(node)])],
    ['by function', shares((node) => [functionOf(node, callers.get(node.id))])],
    ['by function of ours, with all it calls', shares((node) => ownOnTheWay(node, callers))],
  ];
  return parts.map(([title, list]) => `  ${String(title)}\n${String(list)}`).join('\n');
}

/** Functions of the service that had not returned yet, each once. */
function ownOnTheWay(node: ProfileNode, callers: ReadonlyMap<number, ProfileNode>): string[] {
  const names = new Set<string>();
  for (let at: ProfileNode | undefined = node; at !== undefined; at = callers.get(at.id))
    if (packageOf(at).startsWith('dist/')) names.add(placeOf(at));
  return [...names];
}

function packageOf({ callFrame }: ProfileNode): string {
  const { url, functionName } = callFrame;
  if (url === '') return functionName.startsWith('(') ? functionName : 'native';
  if (url.startsWith('node:')) return 'node';
  const inside = /node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(url);
  if (inside !== null) return inside[1] ?? '';
  return /dist\/(?:src\/)?[^/]+/u.exec(url)?.[0] ?? url;
}

/** Native code has no address: it is named with who called it. */
function functionOf(node: ProfileNode, caller: ProfileNode | undefined): string {
  const isNative = node.callFrame.url === '' && !node.callFrame.functionName.startsWith('(g');
  return isNative && caller !== undefined ? `${placeOf(node)} in ${placeOf(caller)}` : placeOf(node);
}

function placeOf({ callFrame }: ProfileNode): string {
  const { functionName, url, lineNumber } = callFrame;
  const place = url === '' ? '' : ` ${url.split('/').slice(-3).join('/')}:${String(lineNumber + 1)}`;
  return `${functionName === '' ? 'native' : functionName}${place}`;
}
