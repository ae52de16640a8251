import { delta, deltas, done, finish, goodStream, usage } from './chat-chunks.ts'
import { faultsBeforeText } from './faults-before-text.ts'
import { faultsInText } from './faults-in-text.ts'
import type { ModelFault } from './model-fault.ts'

/** Texts that come whole. */
const survived: readonly ModelFault[] = [
  {
    fault: 'Lines end in CRLF, with comments and empty pieces between them',
    answers: [
      (text) => ({
        body: [': hello\n\n', delta(''), ...goodStream(text).flatMap((part) => [part, ': ping\n\n', delta('')])].map(
          (part) => part.replaceAll('\n', '\r\n'),
        ),
      }),
    ],
    reader: 'rewrite',
    waits: [],
    tokens: 'counted',
  },
  {
    fault: 'The stream says that it has finished, but not `[DONE]`',
    answers: [(text) => ({ body: [...deltas(text), finish('stop'), usage] })],
    reader: 'rewrite',
    waits: [],
    tokens: 'counted',
  },
  {
    fault: 'No token counts come',
    answers: [(text) => ({ body: [...deltas(text), finish('stop'), done] })],
    reader: 'rewrite',
    waits: [],
    tokens: 'unknown',
  },
]

/** Every fault that is injected; the guide's page *What can go wrong* has one row for each. */
export const modelFaults: readonly ModelFault[] = [...survived, ...faultsBeforeText, ...faultsInText]
