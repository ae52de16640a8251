import { Fragment, type ReactNode } from 'react'
import { nameOf, type Schema } from './document.ts'

/** What a value is, in a few words; other schemas are linked. */
export function TypeDescription({ schema }: { schema: Schema }): ReactNode {
  const { $ref, enum: values, const: value, items, anyOf, oneOf, type, format, additionalProperties } = schema
  if ($ref !== undefined) return <SchemaLink name={nameOf($ref)} />
  if (values) return <Either parts={values.map((one) => ({ name: String(one), shown: <code>{one}</code> }))} />
  if (value !== undefined) return <code>{value}</code>
  if (items)
    return (
      <>
        list of <TypeDescription schema={items} />
      </>
    )
  const either = anyOf ?? oneOf
  if (either)
    return (
      <Either parts={either.map((one) => ({ name: JSON.stringify(one), shown: <TypeDescription schema={one} /> }))} />
    )
  if (typeof additionalProperties === 'object')
    return (
      <>
        object of <TypeDescription schema={additionalProperties} />, by name
      </>
    )
  return formats[format ?? ''] ?? types[type ?? ''] ?? type
}

const formats: Readonly<Record<string, string>> = { 'date-time': 'time, ISO 8601', uuid: 'UUID' }
const types: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  integer: 'whole number',
  object: 'object',
}

export const SchemaLink = ({ name }: { name: string }): ReactNode => <a href={`#schema-${name}`}>{name}</a>

interface Part {
  /** What distinguishes it from the others. */
  readonly name: string
  readonly shown: ReactNode
}

function Either({ parts }: { parts: readonly Part[] }): ReactNode {
  return parts.map(({ name, shown }, index) => (
    <Fragment key={name}>
      {index === 0 ? '' : index === parts.length - 1 ? ' or ' : ', '}
      {shown}
    </Fragment>
  ))
}
