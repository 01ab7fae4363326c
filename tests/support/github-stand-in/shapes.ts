/** GitHub's answers in full, so that they can be held against its public description. */

export interface Account {
  readonly api: string;
  readonly owner: string;
  readonly name: string;
  readonly id: number;
  readonly archived: boolean;
}

export const WHEN = '2026-01-02T03:04:05Z';

export function userJson(api: string, login: string): Record<string, unknown> {
  const url = `${api}/users/${login}`;
  const below = ['events', 'followers', 'following', 'gists', 'organizations', 'received_events', 'repos'];
  return {
    login,
    id: 7,
    node_id: 'U_7',
    avatar_url: `${api}/avatar/7`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${login}`,
    ...Object.fromEntries([...below, 'starred', 'subscriptions'].map((name) => [`${name}_url`, `${url}/${name}`])),
    type: 'Organization',
    site_admin: false,
  };
}

const repositoryUrls = [
  ...['archive', 'assignees', 'blobs', 'branches', 'collaborators', 'comments', 'commits', 'compare', 'contents'],
  ...['contributors', 'deployments', 'downloads', 'events', 'forks', 'git_commits', 'git_refs', 'git_tags', 'hooks'],
  ...['issue_comment', 'issue_events', 'issues', 'keys', 'labels', 'languages', 'merges', 'milestones'],
  ...['notifications', 'pulls', 'releases', 'stargazers', 'statuses', 'subscribers', 'subscription', 'tags', 'teams'],
  ...['trees', 'clone', 'git', 'ssh', 'svn'],
];
const counts = ['forks', 'forks_count', 'open_issues', 'open_issues_count', 'size', 'stargazers_count', 'watchers'];
const switches = [
  'fork',
  'private',
  'disabled',
  'has_downloads',
  'has_issues',
  'has_projects',
  'has_wiki',
  'has_pages',
];
const unset = ['description', 'homepage', 'language', 'license', 'mirror_url'];

export function repositoryJson(account: Account): Record<string, unknown> {
  const { api, owner, name, id, archived } = account;
  const url = `${api}/repos/${owner}/${name}`;
  return {
    id,
    node_id: `R_${String(id)}`,
    name,
    full_name: `${owner}/${name}`,
    owner: userJson(api, owner),
    url,
    html_url: `https://github.com/${owner}/${name}`,
    ...Object.fromEntries(repositoryUrls.map((part) => [`${part}_url`, `${url}/${part}`])),
    ...Object.fromEntries([...counts, 'watchers_count'].map((part) => [part, 0])),
    ...Object.fromEntries(switches.map((part) => [part, false])),
    ...Object.fromEntries(unset.map((part) => [part, null])),
    archived,
    default_branch: 'main',
    permissions: { admin: false, pull: true, push: true },
    pushed_at: WHEN,
    created_at: WHEN,
    updated_at: WHEN,
  };
}

export function refJson(account: Account, ref: string, sha: string): Record<string, unknown> {
  const url = `${account.api}/repos/${account.owner}/${account.name}/git`;
  const object = { type: 'commit', sha, url: `${url}/commits/${sha}` };
  return { ref, node_id: 'REF_1', url: `${url}/${ref}`, object };
}

export interface PullFacts {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly branch: string;
  readonly state: 'open' | 'closed';
  readonly head: string;
  readonly base: string;
  readonly mergeCommit: string | undefined;
}

/** As in a list. */
export function pullJson(account: Account, pull: PullFacts): Record<string, unknown> {
  const { api, owner, name } = account;
  const url = `${api}/repos/${owner}/${name}/pulls/${String(pull.number)}`;
  const user = userJson(api, owner);
  const repo = repositoryJson(account);
  const side = (ref: string, sha: string) => ({ label: `${owner}:${ref}`, ref, sha, repo, user });
  const merged = pull.mergeCommit !== undefined;
  const links = ['commits', 'review_comments', 'review_comment', 'comments', 'statuses'] as const;
  return {
    url,
    id: 1000 + pull.number,
    node_id: `PR_${String(pull.number)}`,
    html_url: `https://github.com/${owner}/${name}/pull/${String(pull.number)}`,
    ...Object.fromEntries(['diff', 'patch', 'issue', ...links].map((part) => [`${part}_url`, `${url}/${part}`])),
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    body: pull.body,
    user: userJson(api, 'fieldstone-bot'),
    labels: [],
    milestone: null,
    created_at: WHEN,
    updated_at: WHEN,
    closed_at: pull.state === 'closed' ? WHEN : null,
    merged_at: merged ? WHEN : null,
    merge_commit_sha: pull.mergeCommit ?? null,
    assignee: null,
    head: side(pull.branch, pull.head),
    base: side('main', pull.base),
    _links: Object.fromEntries(['self', 'html', 'issue', ...links].map((part) => [part, { href: `${url}/${part}` }])),
    author_association: 'NONE',
    auto_merge: null,
    draft: false,
  };
}

/** As by itself. */
export function wholePullJson(account: Account, pull: PullFacts, mergeable: boolean | null): Record<string, unknown> {
  const numbers = ['comments', 'review_comments', 'commits', 'additions', 'deletions', 'changed_files'];
  return {
    ...pullJson(account, pull),
    merged: pull.mergeCommit !== undefined,
    mergeable,
    mergeable_state: mergeable === null ? 'unknown' : mergeable ? 'clean' : 'dirty',
    merged_by: null,
    maintainer_can_modify: false,
    ...Object.fromEntries(numbers.map((part) => [part, 1])),
  };
}

/** A commit as git keeps it, in GitHub's words. */
export function commitJson(account: Account, sha: string, raw: string): Record<string, unknown> {
  const url = `${account.api}/repos/${account.owner}/${account.name}/git`;
  const cut = raw.indexOf('\n\n');
  const head = raw.slice(0, cut).split('\n');
  const all = (name: string) =>
    head.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  const link = (of: string) => ({ sha: of, url: `${url}/commits/${of}`, html_url: `https://github.com/${of}` });
  const [tree = ''] = all('tree');
  return {
    sha,
    node_id: `C_${sha}`,
    url: `${url}/commits/${sha}`,
    html_url: `https://github.com/${account.owner}/${account.name}/commit/${sha}`,
    author: signatureJson(all('author')[0] ?? ''),
    committer: signatureJson(all('committer')[0] ?? ''),
    tree: { sha: tree, url: `${url}/trees/${tree}` },
    message: raw.slice(cut + 2),
    parents: all('parent').map(link),
    verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

function signatureJson(line: string): Record<string, string> {
  const [, name = '', email = '', seconds = '0'] = /^(.*) <(.*)> (\d+)/u.exec(line) ?? [];
  return { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace('.000', '') };
}
