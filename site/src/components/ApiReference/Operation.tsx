import { type ReactNode } from 'react'
import CodeBlock from '../../theme/CodeBlock/index.tsx'
import { components, getCall, nameOf, type Answer, type Operation as Described, type Schema } from './document.ts'
import { Fields, fieldsOf } from './Fields.tsx'
import styles from './styles.module.css'
import { SchemaLink } from './TypeDescription.tsx'
import { Paragraphs, Words } from './Words.tsx'

/** One call of the API: what it takes, what it answers, and an example. */
export function Operation({ id }: { id: string }): ReactNode {
  const { method, path, operation } = getCall(id)
  const [sample] = operation['x-codeSamples'] ?? []
  return (
    <div className={styles.operation}>
      <p className={styles.line}>
        <strong>{method}</strong> <code>{path}</code>
      </p>
      {operation.description === undefined ? null : <Paragraphs text={operation.description} />}
      <Request operation={operation} />
      <h4>Answers</h4>
      <dl className={styles.rows}>
        {Object.entries(operation.responses).map(([status, answer]) => (
          <AnswerRow key={status} status={status} answer={answer} />
        ))}
      </dl>
      {sample && (
        <CodeBlock language="bash" highlighting={sample.highlighting}>
          {sample.source}
        </CodeBlock>
      )}
    </div>
  )
}

function Request({ operation }: { operation: Described }): ReactNode {
  const { parameters = [], requestBody, security = [] } = operation
  const listed = parameters.flatMap(({ $ref }) => components.parameters[nameOf($ref)] ?? [])
  const bearers = security.flatMap((schemes) => Object.keys(schemes))
  const body = requestBody?.content['application/json']?.schema.$ref
  if (listed.length + bearers.length === 0 && body === undefined) return null
  const optional = security.some((schemes) => Object.keys(schemes).length === 0)
  return (
    <>
      <h4>Takes</h4>
      <Fields
        fields={[
          ...listed.map(({ name, in: place, required, description, schema }) => ({
            name,
            place,
            optional: !required,
            description,
            schema,
          })),
          ...bearers.map((name) => ({
            name: 'Authorization',
            place: 'header',
            optional,
            description: components.securitySchemes[name]?.description ?? '',
            schema: { const: 'Bearer …' },
          })),
          ...(body === undefined ? [] : fieldsOf(components.schemas[nameOf(body)] ?? {})),
        ]}
      />
    </>
  )
}

function AnswerRow({ status, answer }: { status: string; answer: Answer }): ReactNode {
  const schema = answer.content['application/json']?.schema ?? {}
  const events = answer.content['text/event-stream']
  const names = listNames(schema)
  return (
    <div>
      <dt>
        <strong>{status}</strong>
      </dt>
      <dd>
        {names.map((name) => (
          <p key={name}>
            <SchemaLink name={name} />: <Words text={components.schemas[name]?.description ?? ''} />
          </p>
        ))}
        {events?.['x-item-schema']?.$ref === undefined ? null : (
          <p>
            As events: <SchemaLink name={nameOf(events['x-item-schema'].$ref)} />.{' '}
            <Words text={events.schema.description ?? ''} />
          </p>
        )}
        {names.length === 0 ? <Paragraphs text={answer.description} /> : null}
      </dd>
    </div>
  )
}

/** The components that an answer is; none for a refusal, whose codes its description has. */
const listNames = ({ $ref, anyOf = [] }: Schema): string[] =>
  $ref === undefined ? anyOf.flatMap((one) => one.$ref ?? []).map(nameOf) : [nameOf($ref)]
