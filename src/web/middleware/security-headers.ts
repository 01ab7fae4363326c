import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Site } from '../web-deps.ts';

const features =
  'accelerometer=(), camera=(), clipboard-read=(), display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), web-share=(), browsing-topics=()';

/**
 * Headers of every answer. `same-origin` and not `no-referrer`: under the latter even our own forms post with
 * `Origin: null`, which cannot be told from a forgery on old phones.
 */
export function securityHeaders(site: Site): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'style-src': ["'self'"],
          'img-src': ["'self'"],
          'font-src': ["'self'"],
          'form-action': ["'self'"],
          'base-uri': ["'none'"],
          'frame-ancestors': ["'none'"],
          'script-src': ["'none'"],
          'connect-src': ["'none'"],
          'object-src': ["'none'"],
          ...(site.secure ? { 'upgrade-insecure-requests': [] } : {}),
        },
      },
      strictTransportSecurity: site.secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
      crossOriginEmbedderPolicy: { policy: 'require-corp' },
    }),
    (_req, res, next) => {
      res.set('Permissions-Policy', features);
      res.set('Cache-Control', 'no-store');
      res.set('X-Robots-Tag', 'noindex');
      next();
    },
  ];
}
