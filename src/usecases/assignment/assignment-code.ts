import { signInSecrets } from '../../domain/people/sign-in-secrets.ts';
import type { Keys } from '../../ports/keys.ts';

/**
 * The code of a request to open an assignment in a further browser, worked out from the request's own hash: the
 * letter can be written again after a crash, and the code is stored nowhere.
 */
export const assignmentCode = (keys: Pick<Keys, 'linkFor'>, requestHash: string): string =>
  signInSecrets(requestHash, keys.linkFor).code;
