import { z } from 'zod';

/** What we read of GitHub's answers. An answer that is not like this is a broken one, not a surprise to work with. */

const sha = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u);

export const repositoryAnswer = z.object({
  id: z.number(),
  full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/u),
  default_branch: z.string(),
  archived: z.boolean().optional(),
  permissions: z.object({ push: z.boolean() }).optional(),
});

export const refAnswer = z.object({ ref: z.string(), object: z.object({ sha }) });
export const refsAnswer = z.array(refAnswer);

const signature = z.object({ email: z.string() });

export const commitAnswer = z.object({
  sha,
  message: z.string(),
  author: signature,
  committer: signature,
  tree: z.object({ sha }),
  parents: z.array(z.object({ sha })),
});
export type Commit = z.infer<typeof commitAnswer>;

const treeEntry = z.object({ path: z.string(), mode: z.string(), type: z.string(), sha });
export const treeAnswer = z.object({ sha, tree: z.array(treeEntry), truncated: z.boolean() });
export type Tree = z.infer<typeof treeAnswer>;
export type TreeEntry = z.infer<typeof treeEntry>;

export const blobAnswer = z.object({ content: z.string(), encoding: z.literal('base64') });

export const pullAnswer = z.object({
  number: z.number(),
  state: z.enum(['open', 'closed']),
  html_url: z.string(),
  merged_at: z.string().nullable(),
  merge_commit_sha: sha.nullable(),
  /** Null while GitHub is still working it out; left out of lists. */
  mergeable: z.boolean().nullish(),
  head: z.object({ ref: z.string(), sha, repo: z.object({ id: z.number() }).nullable() }),
  base: z.object({ ref: z.string() }),
});
export type Pull = z.infer<typeof pullAnswer>;
export const pullsAnswer = z.array(pullAnswer);

export const mergeAnswer = z.object({ sha, merged: z.literal(true) });

export const compareAnswer = z.object({
  files: z.array(z.object({ filename: z.string() })).optional(),
});

export const diffAnswer = z.string();
/** Of a deletion we want to know that it happened, and nothing else. */
export const nothing = z.unknown();

export const installationTokenAnswer = z.object({ token: z.string(), expires_at: z.string() });
