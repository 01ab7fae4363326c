import { createContext, type ComponentChildren, type VNode } from 'preact';
import { useContext } from 'preact/hooks';

/** The address that the page answers, with its query. */
export const PageAddress = createContext('');

export interface FormProps extends PostedForm {
  id?: string | undefined;
  class?: string | undefined;
  children: ComponentChildren;
}

/** Where a form goes and what it posts beside its fields. */
export interface PostedForm {
  action: string;
  /** The signed token; every form that changes something carries one. */
  csrf: string;
  hidden?: Readonly<Record<string, string>> | undefined;
}

/**
 * The same place under an address that differs from the page's own. When the line breaks, a browser puts its own page
 * into the place of one that posted to itself, and what was typed is gone; otherwise it is one step back.
 */
function besides(address: string, action: string): string {
  const [place, turn] = [action.replace(TURN, ''), /[?&]turn=1/u.test(address) ? 2 : 1];
  if (place.split('?')[0] !== address.split('?')[0]) return action;
  return `${place}${place.includes('?') ? '&' : '?'}turn=${String(turn)}`;
}

const TURN = /[?&]turn=\d/u;

/** A form that posts. The server checks; the browser's own bubbles are switched off, since they vanish and are in the wrong language. */
export function Form({ action, csrf, hidden = {}, id, class: look, children }: FormProps): VNode {
  const address = useContext(PageAddress);
  return (
    <form method="post" action={besides(address, action)} id={id} class={look} noValidate>
      <input type="hidden" name="csrf" value={csrf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
