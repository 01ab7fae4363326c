// Builds the public pages of a content repository with the site of examples/site: `node scripts/site.mjs [folder]`.
// CONTENT_DIR is a checkout of the repository; without it, one is made from the content.git of the data folder.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownEnvironment, ownNode, root } from './own-node.mjs';

/** Tells a folder that we made from one that only has the same name. */
const MARK = '.fieldstone-site';
const output = path.resolve(process.argv[2] ?? '_site');
const fresh = `${output}.new-${process.pid}`;
const scratch = mkdtempSync(path.join(tmpdir(), 'fieldstone-site-'));

class Wrong extends Error {}

/** A clone, not an archive: only a history can say when a page was last edited. */
function checkout() {
  const repository = path.resolve(process.env.DATA_DIR ?? 'data', 'content.git');
  if (!existsSync(repository)) {
    throw new Wrong(`There is no ${repository}. Run npm start once, or set CONTENT_DIR to a checkout.`);
  }
  const folder = path.join(scratch, 'content');
  const done = spawnSync('git', ['clone', '--quiet', '--template=', '--', repository, folder], { stdio: 'inherit' });
  if (done.status !== 0) throw new Wrong(`${repository} could not be read.`);
  return folder;
}

/** Pages that were taken down must be gone, so the old folder is replaced as a whole, if it is ours to replace. */
function requireOurs() {
  const isOurs = !existsSync(output) || readdirSync(output).length === 0 || existsSync(path.join(output, MARK));
  if (!isOurs) throw new Wrong(`${output} holds files that are not of this site. Name another folder.`);
}

function build(contentDir) {
  const eleventy = path.join(root, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs');
  const words = ['--config=examples/site/eleventy.config.js', '--input=examples/site', `--output=${fresh}`, '--quiet'];
  const done = spawnSync(ownNode, [eleventy, ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...ownEnvironment, CONTENT_DIR: path.resolve(contentDir) },
  });
  if (done.status !== 0) throw new Wrong('The site was not built; what was there before is left as it was.');
}

/** A build that fails leaves the last good one. */
function swapIn() {
  writeFileSync(path.join(fresh, MARK), '');
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
  process.stdout.write(`Built: ${path.join(output, 'index.html')}\n`);
}

try {
  requireOurs();
  build(process.env.CONTENT_DIR ?? checkout());
  swapIn();
} catch (error) {
  if (!(error instanceof Wrong)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  for (const folder of [fresh, scratch]) rmSync(folder, { recursive: true, force: true });
}
