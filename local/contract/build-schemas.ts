import { toJsonSchemaDefs, type ConversionConfig, type JsonSchema } from '@valibot/to-json-schema'
import { choicesSchema, preferencesChangeSchema, sectionsMax, storableName } from '../../lib/contract/index.ts'
import { answerComponents } from './answer-components.ts'
import type { Component } from './component.ts'
import { insightsComponents } from './insights-components.ts'
import { lessonComponents } from './lesson-components.ts'
import { requestComponents } from './request-components.ts'

export type Schemas = Record<string, JsonSchema>

const reference = (id: string): string => `#/components/schemas/${id}`

/** Every component's JSON Schema (2020-12) with its descriptions: requests as sent, answers as received. */
export const buildSchemas = (): Schemas => ({
  ...convert(requestComponents, 'input'),
  ...convert({ ...answerComponents, ...insightsComponents, ...lessonComponents }, 'output'),
})

function convert(components: Readonly<Record<string, Component>>, typeMode: 'input' | 'output'): Schemas {
  const schemas = toJsonSchemaDefs(
    Object.fromEntries(Object.entries(components).map(([name, { schema }]) => [name, schema])),
    { ...conversion, typeMode },
  )
  return Object.fromEntries(
    Object.entries(components).map(([name, component]) => [name, withWords(schemas[name], component)]),
  )
}

const conversion: ConversionConfig = {
  target: 'draft-2020-12',
  overrideRef: ({ referenceId }) => reference(referenceId),
  overrideAction({ valibotAction, jsonSchema }) {
    if (valibotAction === choicesSchema.pipe[1]) return choices
    if (valibotAction === preferencesChangeSchema.pipe[3]) return { ...jsonSchema, minProperties: 1 }
    switch (valibotAction.type) {
      // A transformation of a valid value changes neither what may be sent nor the type.
      case 'transform':
      case 'trim':
      case 'to_lower_case':
        return jsonSchema
      case 'regex':
        return { ...jsonSchema, pattern: (valibotAction as unknown as { requirement: RegExp }).requirement.source }
      default:
        return undefined
    }
  },
}

/** The constraints that `choicesSchema` checks on the sent names, which no conversion can derive. */
const choices: JsonSchema = {
  type: 'object',
  maxProperties: sectionsMax,
  propertyNames: { pattern: storableName.source, not: { const: '__proto__' } },
  additionalProperties: { $ref: reference('SectionChoice') },
}

function withWords(schema: JsonSchema = {}, { text, fields }: Component): JsonSchema {
  if (!schema.properties) return { description: text, ...schema }
  const properties = Object.entries(schema.properties).map(([name, property]) => [
    name,
    { description: fields[name], ...(property as JsonSchema) },
  ])
  return { description: text, ...schema, properties: Object.fromEntries(properties) }
}
