import { type ReactNode } from 'react'
import styles from './styles.module.css'
import type { Cell, Table } from './table.ts'

/** A table of figures. */
export default function Numbers({ table: { columns, rows } }: { readonly table: Table }): ReactNode {
  return (
    <div className={styles.scroll}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.map(textOf).join(' ')}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={columns[column]} scope="row">
                    {textOf(cell)}
                  </th>
                ) : (
                  <td key={columns[column]}>{textOf(cell)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)
