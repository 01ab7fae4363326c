import type { ComponentChildren, VNode } from 'preact';

export interface CardItem {
  readonly title: ComponentChildren;
  readonly href?: string | undefined;
  /** One line above the title. */
  readonly above?: ComponentChildren;
  readonly badge?: ComponentChildren;
  readonly body?: ComponentChildren;
  readonly foot?: ComponentChildren;
}

/** Things to open, one below the other. */
export function CardList({ items, level = 2 }: { items: readonly CardItem[]; level?: 2 | 3 }): VNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul class="cards">
      {items.map((item) => (
        <li class="card">
          {item.above !== undefined && <p class="above">{item.above}</p>}
          <div class="card-top">
            <Heading>{item.href === undefined ? item.title : <a href={item.href}>{item.title}</a>}</Heading>
            {item.badge}
          </div>
          {item.body}
          {item.foot !== undefined && <div class="card-foot">{item.foot}</div>}
        </li>
      ))}
    </ul>
  );
}
