import type { Request, Response } from 'express';
import type { ModuleId } from '../domain/ids.ts';
import type { ModuleDefinition } from '../domain/module/definition.ts';
import type { Staff } from '../domain/people/actor.ts';
import type { InterfaceLanguage } from '../i18n/languages.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Handler, WebKit } from './routes.ts';
import { visitOf } from './visit.ts';

/** Who works here, on which module, in which language. */
export interface StaffVisit {
  readonly staff: Staff;
  readonly module: ModuleDefinition;
  readonly lang: InterfaceLanguage;
  readonly t: Translate;
  /** The token of this page's forms. */
  readonly csrf: string;
}

export type StaffHandler = (req: Request, res: Response, at: StaffVisit) => void | Promise<void>;

/** A handler for somebody who was let in as staff of the module in the address. */
export const staffVisit =
  (kit: WebKit, handle: StaffHandler): Handler =>
  (req, res) => {
    const { staff, lang, t, csrf } = visitOf(req);
    const module = kit.deps.modules.current(req.params['module'] as ModuleId);
    if (staff === undefined || module === undefined) {
      kit.refuse(req, res, { kind: 'not_found' });
      return;
    }
    return handle(req, res, { staff, module, lang, t, csrf });
  };
