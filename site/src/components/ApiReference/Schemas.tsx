import { type ReactNode } from 'react'
import { components } from './document.ts'
import { Fields, fieldsOf } from './Fields.tsx'
import styles from './styles.module.css'
import { TypeDescription } from './TypeDescription.tsx'
import { Words } from './Words.tsx'

/** Every schema of the API, in the order in which the description has them. */
export function Schemas(): ReactNode {
  return Object.entries(components.schemas).map(([name, { description = '', ...schema }]) => (
    <section key={name} className={styles.schema}>
      <h3 id={`schema-${name}`}>{name}</h3>
      <p>
        <Words text={description} />
      </p>
      {schema.properties ? (
        <Fields fields={fieldsOf(schema)} />
      ) : (
        <div className={styles.type}>{schema.oneOf ? <Events /> : <TypeDescription schema={schema} />}</div>
      )}
    </section>
  ))
}

/** The events of a stream by name. */
function Events(): ReactNode {
  const events = components.schemas['LessonEvent']?.oneOf ?? []
  return (
    <Fields
      fields={events.map(({ title = '', properties = {} }) => ({
        name: title,
        optional: false,
        schema: { ...properties['data'] },
        description: '',
      }))}
    />
  )
}
