import type { VNode } from 'preact';
import { Say, type Phrase } from './phrase.tsx';

export interface NavItem {
  readonly label: Phrase;
  readonly href: string;
  readonly current?: boolean | undefined;
  /** How many things wait there. */
  readonly count?: number | undefined;
}

/** Links to sibling pages; as tabs they stand on a line above the content. */
export function NavLinks({ label, items, look }: { label: string; items: readonly NavItem[]; look?: 'tabs' }): VNode {
  return (
    <nav class={look ?? 'links'} aria-label={label}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current === true ? 'page' : undefined}>
              <Say phrase={item.label} />
              {item.count !== undefined && <span class="count"> {item.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
