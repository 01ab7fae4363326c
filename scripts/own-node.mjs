import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = path.join(root, 'node_modules', '.bin');
const carried = path.join(bin, 'node');

/** The Node that the project carries; where no binary is listed for this machine, the one that runs this. */
export const ownNode = existsSync(carried) ? carried : process.execPath;

/** The environment for children, so that a tool that starts `node` by name gets the same one. */
export const ownEnvironment = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
