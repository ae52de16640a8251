import { type ReactNode } from 'react'
import { keptData, type KeptTable } from '../../../../lib/profile/index.ts'
import { storedOnDevice } from '../../../plugins/palimpsest/client/storage/stored-on-device.ts'
import { storageKeys } from '../../../plugins/palimpsest/client/storage/storage-keys.ts'
import styles from './styles.module.css'

/** Everything that the server keeps about learners, of texts, or about nobody, table by table. */
export function KeptOnServer({ about }: { about: KeptTable['about'] }): ReactNode {
  return keptData
    .filter((table) => table.about === about)
    .map(({ table, title, why, until, columns }) => (
      <section key={table} className={styles.kept}>
        <h3>{title}</h3>
        <p>{why}</p>
        <p>
          Kept until {until}. In the database: <code>{table}</code>.
        </p>
        <Contents rows={Object.entries(columns)} />
      </section>
    ))
}

/** Everything that the page keeps in the browser's storage. */
export function KeptOnDevice(): ReactNode {
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
