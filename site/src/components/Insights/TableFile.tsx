import { translate } from '@docusaurus/Translate'
import { type ReactNode } from 'react'
import { toCsv, type Table } from './table.ts'

/** Saves a table as a file. */
export default function TableFile({ table }: { readonly table: Table }): ReactNode {
  return (
    <button type="button" className="button-text" onClick={() => saveFile(`${table.name}.csv`, toCsv(table))}>
      {translate({ id: 'palimpsest.insights.csv', message: 'Download as CSV' })}
    </button>
  )
}

/** The byte order mark shows spreadsheets that it is UTF-8. */
function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  URL.revokeObjectURL(url)
}
