import { type ReactNode } from 'react'
import type { Schema } from './document.ts'
import styles from './styles.module.css'
import { TypeDescription } from './TypeDescription.tsx'
import { Words } from './Words.tsx'

interface Field {
  readonly name: string
  readonly place?: string
  readonly optional: boolean
  readonly schema: Schema
  readonly description: string
}

/** The fields of an object, each with what it is and means. */
export const fieldsOf = ({ properties = {}, required = [] }: Schema): Field[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    optional: !required.includes(name),
    schema,
    description: schema.description ?? '',
  }))

export function Fields({ fields }: { fields: readonly Field[] }): ReactNode {
  return (
    <dl className={styles.rows}>
      {fields.map(({ name, place, optional, schema, description }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>
            <span className={styles.note}>{[place, optional && 'optional'].filter(Boolean).join(', ')}</span>
          </dt>
          <dd>
            <Words text={description} />
            <span className={styles.type}>
              <TypeDescription schema={schema} />
              {limits(schema)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What narrows a value, where its type does not say so. */
const limits = ({ default: usual, minItems, maxItems, maxLength }: Schema): string =>
  [
    minItems === undefined ? '' : `, at least ${minItems}`,
    maxItems === undefined ? '' : `, at most ${maxItems}`,
    maxLength === undefined ? '' : `, at most ${maxLength} characters`,
    typeof usual === 'string' ? `; ${usual} when left out` : '',
  ].join('')
