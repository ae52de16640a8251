import { defineCommand, type ArgsDef, type CommandDef } from 'citty'
import * as v from 'valibot'
import { CommandFailure } from '../command-failure.ts'
import { readEnvironment } from '../environment.ts'
import { print, runToEnd } from '../run-to-end.ts'

/** The result of a job: the same for programs (`--json`) and for people. */
export interface Outcome {
  /** The whole standard output with `--json`. */
  readonly json: unknown
  readonly lines: readonly string[]
  /** 0 if absent. */
  readonly exitCode?: number
}

interface Flag {
  readonly description: string
}
interface Value<Output> extends Flag {
  readonly hint: string
  /** Gets undefined if the option is missing; its messages name the wanted value. */
  readonly schema: v.GenericSchema<string | undefined, Output>
}
type Options = Readonly<Record<string, Flag | Value<unknown>>>
type Parsed<Given extends Options> = {
  readonly [Name in keyof Given]: Given[Name] extends Value<infer Output> ? Output : boolean
}

/** A positional argument of a command. */
interface Word {
  readonly name: string
  readonly description: string
  /** Its messages name what is wanted. */
  readonly schema: v.GenericSchema<string, string>
}

export interface Job<Given extends Options> {
  readonly name: string
  readonly description: string
  readonly word?: Word
  readonly options: Given
  /** `word` is empty if the command takes none. */
  readonly run: (options: Parsed<Given> & { readonly json: boolean; readonly word: string }) => Promise<Outcome>
}

const json: Flag = { description: 'Print JSON, and nothing else, on standard output' }

/** A command whose options are all validated, by name and value, before it does anything. */
export function defineJob<const Given extends Options>(job: Job<Given>): CommandDef {
  const { name, description, word, options, run } = job
  const all: Options = { ...options, json }
  return defineCommand({
    meta: { name, description },
    args: {
      ...(word && { [word.name]: { type: 'positional', required: true, description: word.description } }),
      ...Object.fromEntries(Object.entries(all).map(([option, given]) => [option, describeOption(given)])),
    },
    run: ({ args, rawArgs }) =>
      runToEnd(async () => {
        checkTaken(all)
        const [first = '', ...others] = args._
        checkNames(rawArgs, word ? others : args._, all)
        const parsed = {
          ...(parseValues(args, all) as Parsed<Given> & { json: boolean }),
          word: word ? parseWord(word, first) : '',
        }
        const outcome = await run(parsed)
        if (parsed.json) print(JSON.stringify(outcome.json, null, 2))
        else for (const line of outcome.lines) print(line)
        process.exitCode = outcome.exitCode ?? 0
      }),
  })
}

function parseWord({ name, schema }: Word, given: string): string {
  const result = v.safeParse(schema, given)
  if (result.success) return result.output
  throw new CommandFailure(`${name.toUpperCase()} is "${given}": ${result.issues[0].message}`)
}

const describeOption = (option: Flag | Value<unknown>): ArgsDef[string] =>
  'schema' in option
    ? { type: 'string', description: option.description, valueHint: option.hint }
    : { type: 'boolean', description: option.description }

/** Without `--` before them, npm silently takes options for its own, and the command would run without them. */
function checkTaken(options: Options): void {
  const environment = readEnvironment()
  const taken = Object.keys(options).find(
    (name) => environment[`npm_config_${name.replaceAll('-', '_')}`] !== undefined,
  )
  if (taken === undefined) return
  throw new CommandFailure(
    `npm took --${taken} for its own: put -- before the words, as in npm run keys -- list --json`,
  )
}

function checkNames(rawArgs: readonly string[], positionals: readonly string[], options: Options): void {
  const wanted = Object.keys(options).map((name) => `--${name}`)
  const names = rawArgs.filter((arg, at) => arg.startsWith('-') && !isValue(rawArgs[at - 1], options))
  const unknown = names.map((arg) => arg.split('=')[0] ?? '').find((arg) => !wanted.includes(arg)) ?? positionals[0]
  if (unknown !== undefined) throw new CommandFailure(`Unknown argument "${unknown}": wanted ${wanted.join(', ')}`)
}

/** Whether the next argument is the value of this one. */
function isValue(before: string | undefined, options: Options): boolean {
  const option = before?.startsWith('--') ? options[before.slice(2)] : undefined
  return option !== undefined && 'schema' in option
}

function parseValues(args: Readonly<Record<string, unknown>>, options: Options): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      const given = args[name]
      if (!('schema' in option)) return [name, given === true]
      const result = v.safeParse(option.schema, typeof given === 'string' ? given : undefined)
      if (result.success) return [name, result.output]
      const is = typeof given === 'string' ? `is "${given}"` : 'is missing'
      throw new CommandFailure(`--${name} ${is}: ${result.issues[0].message}`)
    }),
  )
}
