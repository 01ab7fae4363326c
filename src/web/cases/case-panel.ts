import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import type { ErrorItem } from '../../../views/components/error-summary.tsx';
import type { MessageKey } from '../../i18n/translate.ts';
import type { WebKit } from '../routes.ts';
import type { CaseVisit } from './case-visit.ts';

/** Shows the panel again with what was typed and what is wrong with it. */
export type ShowAgain = (status: number, body: VNode, problems?: readonly ErrorItem[]) => void;

/** One part of the page of a case, with an address of its own below it; the first in the list is the page itself. */
export interface CasePanel {
  /** The last part of the address. */
  readonly id: string;
  readonly label: MessageKey;
  /** Whether there is a tab for it now; without a tab its address still answers. */
  readonly shown: (at: CaseVisit) => boolean;
  readonly body: (kit: WebKit, req: Request, at: CaseVisit) => VNode | Promise<VNode>;
  /** The form of the panel. Ends with a redirect, a refusal, or the panel shown again. */
  readonly post?: (kit: WebKit, req: Request, res: Response, at: CaseVisit, again: ShowAgain) => void | Promise<void>;
}
