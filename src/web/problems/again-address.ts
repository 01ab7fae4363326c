import type { Request } from 'express';

/**
 * Where a form is sent once more: this very address. One that begins with two slashes would be read as another site's,
 * which would be given the text and the token.
 */
export const againAddress = (req: Request): string => req.originalUrl.replace(/^[/\\]*/u, '/');
