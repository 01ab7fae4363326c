import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A folder of a content repository. A link in it is refused: it could lead to any file of this machine. */
export class Folder {
  constructor(root, inside = '') {
    this.root = root;
    this.inside = inside;
  }

  /** Names of files and of folders in it, in order. */
  names() {
    const folder = path.join(this.root, this.inside);
    if (!existsSync(folder)) return { files: [], folders: [] };
    const entries = readdirSync(folder, { withFileTypes: true });
    const link = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
    if (link !== undefined) throw new Error(`${this.path(link.name)}: only files and folders are read, no links`);
    const named = (wanted) => entries.filter(wanted).map(({ name }) => name);
    return { files: named((entry) => entry.isFile()).sort(), folders: named((entry) => entry.isDirectory()).sort() };
  }

  below(name) {
    return new Folder(this.root, this.path(name));
  }

  /** The whole path of a file inside the repository. */
  path(name) {
    return path.posix.join(this.inside, name);
  }

  read(name) {
    if (!this.names().files.includes(name)) throw new Error(`${this.path(name)} is missing`);
    return readFileSync(path.join(this.root, this.inside, name), 'utf8');
  }
}
