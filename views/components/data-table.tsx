import type { ComponentChildren, VNode } from 'preact';

export interface Column {
  readonly label: string;
  readonly numeric?: boolean | undefined;
}

export interface DataTableProps {
  caption: string;
  /** The caption is read out only, where a heading above says the same. */
  captionUnseen?: boolean | undefined;
  columns: readonly Column[];
  /** The first cell of a row is its heading. */
  rows: readonly (readonly ComponentChildren[])[];
  /** Cells are sentences: on a narrow screen they stand without their column's name. */
  plain?: boolean | undefined;
}

/** A table; on a narrow screen every row becomes a card. The roles keep it a table for screen readers there too. */
export function DataTable({ caption, captionUnseen, columns, rows, plain }: DataTableProps): VNode {
  return (
    <table role="table" class={plain === true ? 'data plain' : 'data'}>
      <caption class={captionUnseen === true ? 'unseen' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col" class={column.numeric === true ? 'number' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{rows.map((cells) => Row({ columns, cells }))}</tbody>
    </table>
  );
}

function Row({ columns, cells }: { columns: readonly Column[]; cells: readonly ComponentChildren[] }): VNode {
  const [head, ...rest] = cells;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {head}
      </th>
      {rest.map((cell, index) => (
        <td
          role="cell"
          data-label={columns[index + 1]?.label}
          class={columns[index + 1]?.numeric === true ? 'number' : undefined}
        >
          {cell}
        </td>
      ))}
    </tr>
  );
}
