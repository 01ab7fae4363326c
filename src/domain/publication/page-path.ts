const ID = 'P-[0-9A-HJKMNP-TV-Z]{5}';
const FOLDER = `modules/[a-z0-9-]{1,80}/practices/(${ID})`;
const FILE = '(?:meta\\.yml|index\\.[a-z]{2,3}\\.md|files/[a-z0-9-]{1,80}\\.[a-z0-9]{1,8})';

const branchPattern = new RegExp(`^practice/(${ID})/p[1-9][0-9]{0,5}$`, 'u');
const folderPattern = new RegExp(`^${FOLDER}$`, 'u');
const pathPattern = new RegExp(`^${FOLDER}/${FILE}$`, 'u');

/** The public id of the practice a path belongs to; undefined for a path that the service never writes. */
export function practiceOfPath(path: string): string | undefined {
  return pathPattern.exec(path)?.[1];
}

export function practiceOfFolder(folder: string): string | undefined {
  return folderPattern.exec(folder)?.[1];
}

export function practiceOfBranch(branch: string): string | undefined {
  return branchPattern.exec(branch)?.[1];
}
