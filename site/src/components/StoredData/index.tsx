import { type ReactNode } from 'react'
import { storedData, type StoredTable } from '../../../../lib/profile/index.ts'
import { storedOnDevice } from '../../../plugins/palimpsest/client/storage/stored-on-device.ts'
import { storageKeys } from '../../../plugins/palimpsest/client/storage/storage-keys.ts'
import styles from './styles.module.css'

/** Everything that the server stores about learners, texts, or nobody, table by table. */
export function StoredOnServer({ about }: { about: StoredTable['about'] }): ReactNode {
  return storedData
    .filter((table) => table.about === about)
    .map(({ table, title, why, until, columns }) => (
      <section key={table} className={styles.table}>
        <h3>{title}</h3>
        <p>{why}</p>
        <p>
          Stored until {until}. In the database: <code>{table}</code>.
        </p>
        <Contents rows={Object.entries(columns)} />
      </section>
    ))
}

/** Everything that the page stores in the browser's storage. */
export function StoredOnDevice(): ReactNode {
  const names = Object.keys(storageKeys) as (keyof typeof storageKeys)[]
  return <Contents rows={names.map((name) => [storageKeys[name], storedOnDevice[name]])} />
}

function Contents({ rows }: { rows: readonly (readonly [string, string])[] }): ReactNode {
  return (
    <dl className={styles.contents}>
      {rows.map(([name, meaning]) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
