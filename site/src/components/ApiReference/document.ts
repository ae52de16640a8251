import openapi from 'palimpsest-openapi'

/** As much of a JSON Schema as the reference shows. */
export interface Schema {
  readonly $ref?: string
  readonly description?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly (string | number)[]
  readonly const?: string
  readonly title?: string
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
  readonly default?: unknown
  readonly minItems?: number
  readonly maxItems?: number
  readonly maxLength?: number
}

export interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly description: string
  readonly schema: Schema
}

interface Content {
  readonly schema: Schema
  readonly 'x-item-schema'?: Schema
}

export interface Answer {
  readonly description: string
  readonly content: Readonly<Record<string, Content>>
}

export interface Operation {
  readonly operationId: string
  readonly description?: string
  readonly parameters?: readonly { readonly $ref: string }[]
  readonly requestBody?: { readonly description: string; readonly content: Readonly<Record<string, Content>> }
  readonly security?: readonly Readonly<Record<string, unknown>>[]
  readonly responses: Readonly<Record<string, Answer>>
  /** With their highlighting, by `plugins/code-blocks`. */
  readonly 'x-codeSamples'?: readonly { readonly source: string; readonly highlighting: string }[]
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly parameters: Readonly<Record<string, Parameter>>
    readonly securitySchemes: Readonly<Record<string, { readonly description: string }>>
  }
}

export const { paths, components } = openapi as OpenApi

export interface Call {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

const calls: readonly Call[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
)

export function getCall(id: string): Call {
  const call = calls.find(({ operation }) => operation.operationId === id)
  if (!call) throw new Error(`The API has no call "${id}"`)
  return call
}

/** `#/components/schemas/Learner` is called `Learner`. */
export const nameOf = ($ref: string): string => $ref.split('/').at(-1) ?? ''
