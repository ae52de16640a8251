/** As much of an OpenAPI 3.1 document as the tests read. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly parameters: Readonly<Record<string, Parameter>>
    readonly headers: Readonly<Record<string, Header>>
    readonly responses: Readonly<Record<string, Answer>>
  }
}

export type Schema = Readonly<Record<string, unknown>>

export interface Parameter {
  readonly name: string
  readonly in: 'header' | 'path' | 'query'
  readonly schema: Schema
}

export interface Header {
  readonly required?: boolean
  readonly schema: Schema
}

export interface Operation {
  readonly operationId: string
  readonly deprecated?: true
  readonly parameters?: readonly { readonly $ref: string }[]
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
  readonly security?: readonly object[]
  readonly 'x-codeSamples'?: readonly { readonly source: string }[]
  readonly responses: Readonly<Record<string, Answer>>
}

export interface Answer {
  readonly headers: Readonly<Record<string, Header | { readonly $ref: string }>>
  readonly content: Readonly<Record<string, { readonly schema: Schema; readonly 'x-item-schema'?: Schema }>>
}

/** One call as the document has it. */
export interface DescribedCall {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

export const listCalls = ({ paths }: OpenApi): DescribedCall[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )

/** What `#/components/…` names. */
export const followReference = <Part>(parts: Readonly<Record<string, Part>>, { $ref }: { $ref: string }): Part => {
  const part = parts[$ref.split('/').at(-1) ?? '']
  if (part === undefined) throw new Error(`The document has no ${$ref}`)
  return part
}
