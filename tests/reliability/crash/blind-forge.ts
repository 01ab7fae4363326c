/**
 * Loaded into the service before the program, to prove that a double change is found: a forge that gives each attempt
 * a branch of its own, so that no attempt finds what an earlier one has made.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import './crash-points.ts';

interface Request {
  readonly branch: string;
}
interface Forge {
  prototype: { ensureChange: (request: Request, signal: unknown) => Promise<unknown> };
}

const built = path.resolve('dist/src/adapters/forge/local/local-forge.js');
const { LocalForge } = (await import(pathToFileURL(built).href)) as { LocalForge: Forge };
const { ensureChange } = LocalForge.prototype;

LocalForge.prototype.ensureChange = function (request, signal) {
  const attempt = String(1 + (randomBytes(3).readUIntBE(0, 3) % 900_000));
  return ensureChange.call(this, { ...request, branch: request.branch.replace(/p\d+$/u, `p${attempt}`) }, signal);
};
