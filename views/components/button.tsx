import type { ComponentChildren, VNode } from 'preact';

export interface ButtonProps {
  children: ComponentChildren;
  look?: 'primary' | 'secondary' | 'quiet' | 'danger' | undefined;
  /** Sent with the form, so that one form can have several buttons. */
  name?: string | undefined;
  value?: string | undefined;
  /** Saves or goes back even when the browser would complain about empty fields. */
  unchecked?: boolean | undefined;
}

export function Button({ children, look = 'primary', name, value, unchecked }: ButtonProps): VNode {
  return (
    <button type="submit" class={`button ${look}`} name={name} value={value} formNoValidate={unchecked}>
      {children}
    </button>
  );
}

/** A link that looks like a button, for the one way forward that changes nothing on the server. */
export function ButtonLink({
  children,
  look = 'primary',
  href,
}: Pick<ButtonProps, 'children' | 'look'> & { href: string }): VNode {
  return (
    <a class={`button ${look}`} href={href}>
      {children}
    </a>
  );
}

/** Buttons in a row that wraps on a narrow screen. */
export function Buttons({ children }: { children: ComponentChildren }): VNode {
  return <div class="buttons">{children}</div>;
}
