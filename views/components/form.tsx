import type { ComponentChildren, VNode } from 'preact';

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

/** A form that posts. The server checks; the browser's own bubbles are switched off, since they vanish and are in the wrong language. */
export function Form({ action, csrf, hidden = {}, id, class: look, children }: FormProps): VNode {
  return (
    <form method="post" action={action} id={id} class={look} noValidate>
      <input type="hidden" name="csrf" value={csrf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
